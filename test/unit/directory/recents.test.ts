import { describe, expect, it } from 'vitest';

import type { Recent } from '../../../electron/contract/popup';
import { countryNamer, destinationsOf } from '../../../electron/directory/destinations';
import { namedRecents } from '../../../electron/directory/recents';
import { knownDestinations } from '../../../electron/shell/known-destinations';

const countryName = countryNamer('en');
const favourites = destinationsOf(
  [{ name: 'Maria Alvarez', address: '+14155550134', note: 'Billing' }],
  'US',
  countryName,
);
const recent = (address: string, display: string): Recent => ({
  attemptId: address,
  at: 0,
  outcome: 'accepted',
  destination: { address, display, name: null, note: null, country: null, role: null },
});
const rows = namedRecents(
  [
    recent('+14155550134', '+1 415 555 0134'),
    recent('+442079460958', '+44 20 7946 0958'),
    recent('???', 'as recorded'),
  ],
  favourites,
  'US',
  countryName,
).map((row) => row.destination);

describe('recents', () => {
  it('show the name that an address has by now', () => {
    expect(rows[0]).toMatchObject({ name: 'Maria Alvarez', note: 'Billing' });
  });

  it('show the country of an address without a name', () => {
    expect(rows[1]).toMatchObject({ name: null, country: 'United Kingdom' });
  });

  it('show an address that can no longer be read as it was recorded', () => {
    expect(rows[2]).toMatchObject({ display: 'as recorded', country: null });
  });

  it('are known beside the favourites, each address once', () => {
    const known = knownDestinations(favourites, [
      recent('+14155550134', 'x'),
      recent('+442079460958', 'y'),
    ]);
    expect(known.map((entry) => entry.name ?? entry.display)).toEqual(['Maria Alvarez', 'y']);
  });
});
