import { describe, expect, it } from 'vitest';

import { SearchIndex } from '../../../electron/directory/search/search-index';
import { madeUpDirectory } from '../../bench/made-up-directory';
import { labelledQueries } from '../../bench/search-queries';

describe('search among 10,000 people', () => {
  const directory = madeUpDirectory(10_000);
  const queries = labelledQueries(directory);
  const index = new SearchIndex(directory);
  const placeOf = ({ text, means }: (typeof queries)[number]) =>
    index.find(text, 5).hits.findIndex(({ address }) => address === means);

  it('has at least 200 queries to show it by, each of which means somebody', () => {
    expect(queries.length).toBeGreaterThanOrEqual(200);
    const addresses = new Set(directory.map(({ address }) => address));
    expect(queries.filter(({ means }) => !addresses.has(means))).toEqual([]);
  });

  it('finds whom nearly every query means, first or among the first five', () => {
    const places = queries.map(placeOf);
    const share = (found: (place: number) => boolean) =>
      places.filter(found).length / places.length;
    expect(share((place) => place === 0)).toBeGreaterThanOrEqual(0.97);
    expect(share((place) => place >= 0)).toBeGreaterThanOrEqual(0.99);
  });
});
