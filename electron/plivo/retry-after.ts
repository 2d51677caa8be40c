/** Longer waits than a day are nonsense from a rate limit of seconds, and are left unsaid. */
const longestSeconds = 86_400;
const httpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * Seconds to wait by a Retry-After header (a number of seconds, or a date); null where it is
 * missing or makes no sense.
 * @param now Epoch milliseconds.
 */
export function retryAfterSeconds(header: string | null, now: number): number | null {
  const value = header?.trim() ?? '';
  let seconds: number;
  if (/^\d{1,9}$/.test(value)) seconds = Number(value);
  else if (httpDate.test(value)) seconds = Math.max(0, Math.ceil((Date.parse(value) - now) / 1000));
  else return null;
  return seconds <= longestSeconds ? seconds : null;
}
