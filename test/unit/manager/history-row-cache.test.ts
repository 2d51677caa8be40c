import { describe, expect, it } from 'vitest';

import type { HistoryPage, HistoryRow } from '../../../electron/contract/history';
import {
  indexOf,
  nextSkip,
  openCache,
  pageSize,
  rowAt,
  withNewest,
  withPage,
  type RowCache,
} from '../../../renderer/manager/history/row-cache';
import { rows } from '../../support/history-rows';

const counts = { cancelled: 0, 'not-sent': 0, refused: 0, accepted: 0, unknown: 0 };
const page = (list: HistoryRow[], total: number): HistoryPage => ({ rows: list, counts, total });
/** 10,000 attempts, of which the newest 200 are known. */
const open = () => openCache(page(rows(10_000, 9_801), 10_000));
const seqAt = (cache: RowCache | null, index: number) =>
  cache === null ? null : rowAt(cache, index)?.seq;

describe('the rows that are known', () => {
  it('begin with the newest', () => {
    expect(seqAt(open(), 0)).toBe(10_000);
    expect(seqAt(open(), 199)).toBe(9_801);
    expect(rowAt(open(), 200)).toBeUndefined();
  });

  it('take in a page from anywhere', () => {
    const cache = withPage(open(), 5_000, page(rows(5_000, 4_801), 10_000));
    expect(seqAt(cache, 5_000)).toBe(5_000);
    expect(seqAt(cache, 5_199)).toBe(4_801);
    expect(seqAt(cache, 0)).toBe(10_000);
  });

  it('take in no page of a list that has changed since', () => {
    expect(withPage(open(), 5_000, page(rows(5_001, 4_802), 10_001))).toBeNull();
  });

  it('hold a place for what main could not read, and do not ask for it for ever', () => {
    const cache = withPage(open(), 200, page(rows(9_800, 9_602), 10_000));
    expect(cache).not.toBeNull();
    if (cache === null) return;
    expect(rowAt(cache, 399)).toBeNull();
    expect(nextSkip(cache, 390, 399)).toBe(400);
  });

  it('stay bounded, and keep what is near', () => {
    let cache: RowCache | null = open();
    for (let skip = 200; skip < 9_800 && cache !== null; skip += pageSize) {
      cache = withPage(cache, skip, page(rows(10_000 - skip, 9_801 - skip), 10_000));
      expect(cache?.byPlace.size).toBeLessThanOrEqual(3000);
      expect(seqAt(cache, skip)).toBe(10_000 - skip);
    }
    expect(seqAt(cache, 9_400)).toBe(600);
  });

  it('move down when newer ones come on top, each with what it says', () => {
    const far = withPage(open(), 5_000, page(rows(5_000, 4_801), 10_000));
    if (far === null) throw new Error('the page fits');
    const cache = withNewest(far, page(rows(10_003, 9_804), 10_003));
    expect(cache).toMatchObject({ total: 10_003, added: 3 });
    expect(seqAt(cache, 0)).toBe(10_003);
    expect(seqAt(cache, 3)).toBe(10_000);
    expect(seqAt(cache, 5_003)).toBe(5_000);
    const again = cache && withPage(cache, 4_800, page(rows(5_203, 5_004), 10_003));
    expect(seqAt(again, 4_999)).toBe(5_004);
    expect(seqAt(again, 5_003)).toBe(5_000);
  });

  it('lose those that were removed from the end', () => {
    const cache = withNewest(openCache(page(rows(150, 1), 150)), page(rows(151, 52), 100));
    expect(cache?.total).toBe(100);
    expect(seqAt(cache, 99)).toBe(52);
    expect(cache && rowAt(cache, 100)).toBeUndefined();
  });

  it('are another list where the newest of before is gone', () => {
    expect(withNewest(open(), page([], 0))).toBeNull();
    expect(withNewest(open(), page(rows(20_000, 19_801), 19_000))).toBeNull();
    expect(withNewest(openCache(page([], 0)), page(rows(1, 1), 1))).toBeNull();
  });

  it('are found by the attempt', () => {
    expect(indexOf(open(), 'attempt-9990')).toBe(10);
    expect(indexOf(open(), 'attempt-1')).toBeNull();
  });
});

describe('what is read next', () => {
  it('is nothing where everything in sight and around it is known', () => {
    expect(nextSkip(open(), 0, 20)).toBeNull();
  });

  it('is what is in sight before what is around it', () => {
    expect(nextSkip(open(), 190, 210)).toBe(200);
    expect(nextSkip(open(), 5_000, 5_020)).toBe(5_000);
    expect(nextSkip(open(), 170, 190)).toBe(200);
    const cache = withPage(open(), 5_000, page(rows(5_000, 4_801), 10_000));
    expect(cache && nextSkip(cache, 5_000, 5_020)).toBe(4_800);
  });

  it('never lies outside the list', () => {
    const short = openCache(page(rows(12, 1), 12));
    expect(nextSkip(short, 0, 500)).toBeNull();
    expect(nextSkip(openCache(page([], 0)), 0, 0)).toBeNull();
    expect(nextSkip(open(), 9_990, 9_999)).toBe(9_800);
  });
});
