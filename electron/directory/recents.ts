import type { Recent } from '../contract/popup';
import type { Destination } from '../contract/transfer';
import { parseAddress } from './address';
import { destinationOf, type CountryNamer } from './destinations';

/**
 * The journal's recents as rows: an address that has a name by now shows it, one without shows its
 * country. An address that can no longer be read is shown as it was recorded.
 */
export function namedRecents(
  recents: readonly Recent[],
  favourites: readonly Destination[],
  region: string,
  countryName: CountryNamer,
): Recent[] {
  return recents.map((recent) => {
    const { destination } = recent;
    const favourite = favourites.find((entry) => entry.address === destination.address);
    if (favourite !== undefined) return { ...recent, destination: favourite };
    const parsed = parseAddress(destination.address, region);
    if (!parsed.ok) return recent;
    return { ...recent, destination: destinationOf(parsed.value, destination, countryName) };
  });
}
