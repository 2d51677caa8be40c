import { practiceDestinations } from '../practice/destinations';
import type { Recent } from '../contract/popup';
import type { Settings } from '../contract/settings';
import type { Destination } from '../contract/transfer';
import { destinationsOf, type CountryNamer } from '../directory/destinations';
import { t } from './texts';

const maxFavourites = 9;

/**
 * The favourites of the line in use: the practice line has destinations of its own.
 * @param offered false for one that is left out, so that another takes its place.
 */
export function favouritesOf(
  settings: Settings,
  practice: boolean,
  countryName: CountryNamer,
  offered: (destination: Destination) => boolean = () => true,
): Destination[] {
  const entries = practice
    ? practiceDestinations.map(({ name, address, rehearses }) => ({
        name,
        address,
        note: t(`practice.rehearses.${rehearses}`),
      }))
    : settings.favourites;
  return destinationsOf(entries, practice ? 'US' : settings.region, countryName)
    .filter(offered)
    .slice(0, maxFavourites);
}

/** Everybody the popup can name: favourites first, then recents; each address once. */
export function knownDestinations(
  favourites: readonly Destination[],
  recents: readonly Recent[],
): Destination[] {
  const known = new Map(favourites.map((destination) => [destination.address, destination]));
  for (const { destination } of recents) {
    if (!known.has(destination.address)) known.set(destination.address, destination);
  }
  return [...known.values()];
}
