/** Which days the history shows. `date` is a calendar day, "2025-03-04". */
export type DayChoice =
  | { readonly kind: 'today' | 'yesterday' | 'last7' | 'last30' | 'all' }
  | { readonly kind: 'date'; readonly date: string };

/** The choices of the menu, in its order. */
export const dayKinds = ['today', 'yesterday', 'last7', 'last30', 'all', 'date'] as const;
export type DayKind = (typeof dayKinds)[number];

/** Epoch milliseconds of the starts that are meant: from the one, before the other; null: no bound. */
export interface DayRange {
  readonly from: number | null;
  readonly to: number | null;
}

/** Midnight so many days after the day of `at`, in the computer's own time zone. */
function midnight(at: number, days = 0): number {
  const date = new Date(at);
  // Days are counted by the calendar: one with a clock change has 23 or 25 hours.
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}

/** Midnight of a calendar day, "2025-03-04"; null where it is none. */
function midnightOf(date: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date) ?? [];
  if (year === undefined) return null;
  const at = new Date(Number(year), Number(month) - 1, Number(day));
  return at.getMonth() === Number(month) - 1 && at.getDate() === Number(day) ? at.getTime() : null;
}

/** The calendar day of a moment, as a date field has it: "2025-03-04". */
export function dateOf(at: number): string {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  const year = String(date.getFullYear()).padStart(4, '0');
  return `${year}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** @param now epoch milliseconds. */
export function rangeOf(day: DayChoice, now: number): DayRange {
  switch (day.kind) {
    case 'today':
      return { from: midnight(now), to: null };
    case 'yesterday':
      return { from: midnight(now, -1), to: midnight(now) };
    case 'last7':
      return { from: midnight(now, -6), to: null };
    case 'last30':
      return { from: midnight(now, -29), to: null };
    case 'all':
      return { from: null, to: null };
    case 'date': {
      const from = midnightOf(day.date);
      return from === null ? { from, to: null } : { from, to: midnight(from, 1) };
    }
  }
}

/** Whether attempts of several days may be shown: a time of day alone does not tell them apart. */
export const spansDays = ({ kind }: DayChoice): boolean =>
  kind === 'last7' || kind === 'last30' || kind === 'all';

/** How many days ago a moment was, by the calendar: 0 today, 1 yesterday. Epoch milliseconds. */
export function daysAgo(at: number, now: number): number {
  return Math.round((midnight(now) - midnight(at)) / 86_400_000);
}
