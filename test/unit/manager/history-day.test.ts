import { afterEach, describe, expect, it, vi } from 'vitest';

import {
  daysAgo,
  rangeOf,
  spansDays,
  dateOf,
  type DayKind,
} from '../../../renderer/manager/history/day';
import { everything, filterOf, isFiltering } from '../../../renderer/manager/history/filter';

const hour = 3_600_000;
const at = (year: number, month: number, day: number, hours = 0) =>
  new Date(year, month - 1, day, hours).getTime();
const now = at(2025, 3, 4, 12);

afterEach(() => vi.unstubAllEnvs());

describe('the days of the filter', () => {
  it.each<readonly [DayKind, number | null, number | null]>([
    ['today', at(2025, 3, 4), null],
    ['yesterday', at(2025, 3, 3), at(2025, 3, 4)],
    ['last7', at(2025, 2, 26), null],
    ['last30', at(2025, 2, 3), null],
    ['all', null, null],
  ])('run from midnight to midnight: %s', (kind, from, to) => {
    if (kind === 'date') throw new Error('a date has a test of its own');
    expect(rangeOf({ kind }, now)).toEqual({ from, to });
  });

  it('can be one single day', () => {
    expect(rangeOf({ kind: 'date', date: '2024-12-31' }, now)).toEqual({
      from: at(2024, 12, 31),
      to: at(2025, 1, 1),
    });
  });

  it.each(['', '2025-02-30', '2025-13-01', 'tomorrow'])('leave nothing out for "%s"', (date) => {
    expect(rangeOf({ kind: 'date', date }, now)).toEqual({ from: null, to: null });
  });

  it('are counted by the calendar where a clock change makes one longer or shorter', () => {
    vi.stubEnv('TZ', 'America/New_York');
    const noonAfter = at(2025, 3, 10, 12);
    const { from, to } = rangeOf({ kind: 'yesterday' }, noonAfter);
    expect((to ?? 0) - (from ?? 0)).toBe(23 * hour);
    expect(new Date(from ?? 0).getHours()).toBe(0);
    expect(daysAgo(at(2025, 3, 8, 23), noonAfter)).toBe(2);
    expect(daysAgo(at(2025, 11, 1, 23), at(2025, 11, 3))).toBe(2);
  });

  it('show the date with the time only where several can be meant', () => {
    expect(spansDays({ kind: 'all' })).toBe(true);
    expect(spansDays({ kind: 'last7' })).toBe(true);
    expect(spansDays({ kind: 'today' })).toBe(false);
    expect(spansDays({ kind: 'date', date: '2025-03-04' })).toBe(false);
  });

  it('are written as a date field has them', () => {
    expect(dateOf(at(2025, 3, 4, 23))).toBe('2025-03-04');
  });
});

describe('the filter', () => {
  it('leaves nothing out at first', () => {
    expect(isFiltering(everything)).toBe(false);
    expect(filterOf(everything, now)).toEqual({
      text: '',
      outcome: null,
      lineId: null,
      from: null,
      to: null,
    });
  });

  it('is one as soon as one part of it is set', () => {
    expect(isFiltering({ ...everything, text: 'maria' })).toBe(true);
    expect(isFiltering({ ...everything, text: '  ' })).toBe(false);
    expect(isFiltering({ ...everything, outcome: 'refused' })).toBe(true);
    expect(isFiltering({ ...everything, lineId: 'support' })).toBe(true);
    expect(isFiltering({ ...everything, day: { kind: 'today' } })).toBe(true);
  });

  it('asks main for no longer a text than main takes', () => {
    const { text } = filterOf({ ...everything, text: ` ${'x'.repeat(500)}` }, now);
    expect(text).toBe('x'.repeat(200));
  });
});
