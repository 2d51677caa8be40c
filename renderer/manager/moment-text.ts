import type { Language } from '../../electron/contract/languages';

/**
 * A moment as a person says it: the clock alone today, with the day before.
 * @param at epoch milliseconds, as `now`
 */
export function momentText(at: number, now: number, language: Language): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  const format = new Intl.DateTimeFormat(
    language,
    sameDay ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' },
  );
  return format.format(at);
}
