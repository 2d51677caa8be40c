import type { Favourite } from '../../../../electron/contract/settings';
import type { Destination, Role } from '../../../../electron/contract/transfer';
import { canonicalAddress } from './canonical-address';

/** Most favourites that the settings hold. */
export const mostFavourites = 1000;
/** How many have a key of their own in the popup. */
export const withKeys = 9;

/** A favourite under a key that stays its own while the list is put into another order. */
export interface KeyedFavourite {
  readonly key: string;
  readonly favourite: Favourite;
}

/** Keys by address; the same address twice, as a managed file may have it, is told apart by number. */
export function keyed(favourites: readonly Favourite[]): KeyedFavourite[] {
  const seen = new Map<string, number>();
  return favourites.map((favourite) => {
    const before = seen.get(favourite.address) ?? 0;
    seen.set(favourite.address, before + 1);
    const key = before === 0 ? favourite.address : `${favourite.address} ${before + 1}`;
    return { key, favourite };
  });
}

/** The list with the named ones put before or after another, in the order that they had. */
export function reordered(
  favourites: readonly Favourite[],
  moved: ReadonlySet<string>,
  target: string,
  place: 'before' | 'after',
): Favourite[] {
  const list = keyed(favourites);
  const staying = list.filter(({ key }) => !moved.has(key));
  const at = staying.findIndex(({ key }) => key === target);
  if (at === -1) return [...favourites];
  staying.splice(place === 'before' ? at : at + 1, 0, ...list.filter(({ key }) => moved.has(key)));
  return staying.map(({ favourite }) => favourite);
}

/** The list with the one of that key moved by so many places, as far as the list goes. */
export function movedBy(favourites: readonly Favourite[], key: string, by: number): Favourite[] {
  const from = keyed(favourites).findIndex((one) => one.key === key);
  const list = [...favourites];
  const [moved] = from === -1 ? [] : list.splice(from, 1);
  if (moved === undefined) return list;
  list.splice(Math.min(Math.max(from + by, 0), list.length), 0, moved);
  return list;
}

/** Where an address stands among the favourites, however it is written there; -1: nowhere. */
export function placeOf(favourites: readonly Favourite[], address: string, region: string): number {
  const wanted = canonicalAddress(address, region) ?? address;
  return favourites.findIndex(
    (one) => one.address === wanted || canonicalAddress(one.address, region) === wanted,
  );
}

/** Somebody of the directory as a favourite. */
export function favouriteOf({ address, name, note, role, display }: Destination): Favourite {
  return {
    name: name ?? display,
    address,
    ...(note === null || note === '' ? {} : { note }),
    ...(role === null ? {} : { role }),
  };
}

/** The list with somebody starred, or no more. */
export function toggled(
  favourites: readonly Favourite[],
  destination: Destination,
  region: string,
): Favourite[] {
  const place = placeOf(favourites, destination.address, region);
  return place === -1
    ? [...favourites, favouriteOf(destination)]
    : favourites.filter((_, index) => index !== place);
}

/** What stands in the form of a favourite. */
export interface FavouriteDraft {
  readonly name: string;
  readonly address: string;
  readonly note: string;
  /** Null: as the line says. */
  readonly role: Role | null;
}

export const draftOf = ({ name, address, note, role }: Favourite): FavouriteDraft => ({
  name,
  address,
  note: note ?? '',
  role: role ?? null,
});

export const emptyDraft: FavouriteDraft = { name: '', address: '', note: '', role: null };
