import type { HistoryPage, HistoryRow } from '../../../electron/contract/history';

/** Rows that are asked for at once. */
export const pageSize = 200;
/** Rows kept beyond which those farthest from the eye are dropped. */
const mostRows = 3000;
const keptAround = 1000;

/** A row; null: main could not read it. It has its place all the same. */
export type CachedRow = HistoryRow | null;

/**
 * The rows that are known of a long list, by place. A place is counted from what was the newest row
 * when the list was first read, so that newer ones move nothing: they get negative places.
 */
export interface RowCache {
  /** How many rows the list has, known or not. */
  readonly total: number;
  /** How many came on top since it was first read: a row's index is its place plus this. */
  readonly added: number;
  readonly newest: number | null;
  readonly byPlace: ReadonlyMap<number, CachedRow>;
}

const newestOf = ({ rows }: HistoryPage): number | null => rows[0]?.seq ?? null;

function placed(
  known: ReadonlyMap<number, CachedRow>,
  first: number,
  page: HistoryPage,
  end: number,
): Map<number, CachedRow> {
  const byPlace = new Map(known);
  const places = Math.min(pageSize, end - first);
  // A page that is short has rows that main could not read: asking again would not help.
  for (let n = 0; n < places; n += 1) byPlace.set(first + n, page.rows[n] ?? null);
  return byPlace;
}

/** A list of which the first page is known. */
export function openCache(page: HistoryPage): RowCache {
  const byPlace = placed(new Map(), 0, page, page.total);
  return { total: page.total, added: 0, newest: newestOf(page), byPlace };
}

/** The row at an index from the top; undefined: it is not known (yet). */
export const rowAt = (cache: RowCache, index: number): CachedRow | undefined =>
  cache.byPlace.get(index - cache.added);

/** Index of the row of an attempt, among those that are known; null: it is not there. */
export function indexOf(cache: RowCache, attemptId: string): number | null {
  for (const [place, row] of cache.byPlace) {
    if (row?.attempt.id === attemptId) return place + cache.added;
  }
  return null;
}

/**
 * Puts in a page that was read `skip` rows below the top. Null: the list has changed since, and
 * nobody can say where the rows belong.
 */
export function withPage(cache: RowCache, skip: number, page: HistoryPage): RowCache | null {
  if (page.total !== cache.total) return null;
  const first = skip - cache.added;
  const byPlace = placed(cache.byPlace, first, page, cache.total - cache.added);
  if (byPlace.size <= mostRows) return { ...cache, byPlace };
  const near = [...byPlace].filter(([place]) => Math.abs(place - first) <= keptAround);
  return { ...cache, byPlace: new Map(near) };
}

/**
 * Takes in the first page as it is now. Rows that came on top move no place; null where what was
 * the newest row is not in it any more: then it is another list.
 */
export function withNewest(cache: RowCache, page: HistoryPage): RowCache | null {
  const added = cache.newest === null ? -1 : page.rows.findIndex(({ seq }) => seq === cache.newest);
  if (added === -1) return null;
  const all = cache.added + added;
  const end = page.total - all;
  const kept = new Map([...cache.byPlace].filter(([place]) => place < end));
  const byPlace = placed(kept, -all, page, end);
  return { total: page.total, added: all, newest: newestOf(page), byPlace };
}

/**
 * Where the next page is to be read, in rows below the top, so that the rows from `first` to `last`
 * and some around them are known; null: they are.
 */
export function nextSkip(cache: RowCache, first: number, last: number): number | null {
  const around = pageSize / 4;
  const isMissing = (index: number) => rowAt(cache, index) === undefined;
  const search = (from: number, to: number): number | null => {
    for (let index = Math.max(0, from); index <= Math.min(to, cache.total - 1); index += 1) {
      if (isMissing(index)) return Math.floor(index / pageSize) * pageSize;
    }
    return null;
  };
  return search(first, last) ?? search(last + 1, last + around) ?? search(first - around, first);
}
