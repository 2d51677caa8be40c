/** `Intl` formats are dear to make: each is made once for a language. */
function byLanguage<T>(make: (language: string) => T): (language: string) => T {
  const made = new Map<string, T>();
  return (language) => {
    const known = made.get(language);
    if (known !== undefined) return known;
    const fresh = make(language);
    made.set(language, fresh);
    return fresh;
  };
}

const clocks = byLanguage(
  (language) =>
    new Intl.DateTimeFormat(language, {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    }),
);
const shortDates = byLanguage(
  (language) => new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' }),
);
const fullDates = byLanguage(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }),
);
const numbers = byLanguage((language) => new Intl.NumberFormat(language));
const tenths = byLanguage(
  (language) =>
    new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);

/** Time of day to the second, "14:30:08". Times are epoch milliseconds. */
export const clockTime = (at: number, language: string): string => clocks(language).format(at);

/** Day and month, with the year where it is not that of `now`: "Nov 22", "Nov 22, 2024". */
export const shortDate = (at: number, now: number, language: string): string =>
  (new Date(at).getFullYear() === new Date(now).getFullYear() ? shortDates : fullDates)(
    language,
  ).format(at);

/** A date with its year, "Nov 22, 2025". */
export const fullDate = (at: number, language: string): string => fullDates(language).format(at);

/** "1,204". */
export const number = (value: number, language: string): string => numbers(language).format(value);

/** Seconds with one decimal, "0.6", from milliseconds; nothing takes 0.0. */
export const seconds = (ms: number, language: string): string =>
  tenths(language).format(Math.max(1, Math.floor(ms / 100)) / 10);

/** Milliseconds, "588"; with one decimal below ten: "1.5". */
export const milliseconds = (ms: number, language: string): string =>
  ms < 10 && !Number.isInteger(ms) ? tenths(language).format(ms) : number(Math.round(ms), language);
