/** When a check was made, as a person says it. */
export type CheckedAt =
  | { readonly day: 'today' | 'yesterday'; readonly time: string }
  | { readonly day: 'earlier'; readonly date: string; readonly time: string };

const startOfDay = (date: Date): number =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

/** Both times are epoch milliseconds; the day is the one of this computer's time zone. */
export function checkedAt(at: number, now: number, language: string): CheckedAt {
  const moment = new Date(at);
  const time = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(moment);
  const today = new Date(now);
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (startOfDay(moment) === startOfDay(today)) return { day: 'today', time };
  if (startOfDay(moment) === startOfDay(yesterday)) return { day: 'yesterday', time };
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(moment);
  return { day: 'earlier', date, time };
}
