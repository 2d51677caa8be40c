import { t } from '../ui/texts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type Age =
  | { readonly unit: 'now' }
  | { readonly unit: 'minute' | 'hour'; readonly count: number }
  | { readonly unit: 'yesterday' }
  | { readonly unit: 'date' };

/** Midnight that begins the day of `at`, in the computer's own time zone. */
function dayStart(at: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** Hours count for half a day even across midnight: "3 h" says more than "Yesterday" then. */
function ageOf(at: number, now: number): Age {
  const elapsed = Math.max(0, now - at);
  if (elapsed < minute) return { unit: 'now' };
  if (elapsed < hour) return { unit: 'minute', count: Math.floor(elapsed / minute) };
  // A day of the clock change has 23 or 25 hours.
  const days = Math.round((dayStart(now) - dayStart(at)) / day);
  if (days === 0 || elapsed < 12 * hour) {
    return { unit: 'hour', count: Math.floor(elapsed / hour) };
  }
  return days === 1 ? { unit: 'yesterday' } : { unit: 'date' };
}

function dateOf(at: number, now: number, language: string): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at);
}

/** The age of a recent as its row prints it: "2 min", "1 h", "Yesterday". Times are epoch milliseconds. */
export function shortAge(at: number, now: number, language: string): string {
  const age = ageOf(at, now);
  switch (age.unit) {
    case 'now':
      return t('popup.age.now');
    case 'minute':
      return t('popup.age.minutes', { n: age.count });
    case 'hour':
      return t('popup.age.hours', { n: age.count });
    case 'yesterday':
      return t('popup.age.yesterday');
    case 'date':
      return dateOf(at, now, language);
  }
}

/** The age as it is spoken: "2 minutes ago", "yesterday". */
export function spokenAge(at: number, now: number, language: string): string {
  const age = ageOf(at, now);
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  switch (age.unit) {
    case 'now':
      return words.format(0, 'second');
    case 'minute':
    case 'hour':
      return words.format(-age.count, age.unit);
    case 'yesterday':
      return words.format(-1, 'day');
    case 'date':
      return dateOf(at, now, language);
  }
}

/** The day and month of a time on another day than today, "May 14"; null for today. */
export function otherDay(at: number, now: number, language: string): string | null {
  return dayStart(at) === dayStart(now) ? null : dateOf(at, now, language);
}

/** A time of day, "14:06". */
export function clockTime(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format(at);
}
