import type { Matches } from './matches';
import { classOfOverall } from './overall';

/**
 * The first `limit` entries by class and, within a class, by `order`. A class may hold nearly
 * everybody: of the last one that is needed only the best are kept in order.
 * @param overall how well each entry matches, see `overallOf`.
 * @param order of two entries of one class; never zero.
 */
export function topOf(
  overall: Matches,
  limit: number,
  order: (a: number, b: number) => number,
): number[] {
  const byClass: number[][] = [];
  for (let place = 0; place < overall.count; place += 1) {
    const entry = overall.entryAt(place);
    const match = classOfOverall(overall.at(entry));
    const same = byClass[match];
    if (same === undefined) byClass[match] = [entry];
    else same.push(entry);
  }
  const top: number[] = [];
  // A loop by number passes over classes without entries too, which the array does not hold.
  for (let match = 0; match < byClass.length && top.length < limit; match += 1) {
    for (const entry of bestOf(byClass[match] ?? [], limit - top.length, order)) top.push(entry);
  }
  return top;
}

function bestOf(
  entries: readonly number[],
  limit: number,
  order: (a: number, b: number) => number,
): number[] {
  if (entries.length <= limit || limit > 1000) return [...entries].sort(order).slice(0, limit);
  const best: number[] = [];
  for (const entry of entries) {
    const last = best.at(-1);
    if (best.length === limit && last !== undefined && order(last, entry) < 0) continue;
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (order(best[middle] ?? 0, entry) < 0) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, entry);
    if (best.length > limit) best.pop();
  }
  return best;
}
