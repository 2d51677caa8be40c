import { err, ok, type Result } from '../../../../electron/contract/result';
import type { Favourite } from '../../../../electron/contract/settings';
import { canonicalAddress } from './canonical-address';
import { placeOf, type FavouriteDraft } from './favourites';

export const draftFields = ['name', 'address', 'note'] as const;
export type DraftField = (typeof draftFields)[number];

export type FavouriteProblem =
  | 'name-missing'
  | 'name-too-long'
  | 'note-too-long'
  | 'address-missing'
  | 'address-invalid'
  | 'address-taken';
export type FavouriteProblems = Partial<Record<DraftField, FavouriteProblem>>;

const longest = 200;

interface Among {
  readonly favourites: readonly Favourite[];
  /** Place of the one that is edited; null: a new one. */
  readonly place: number | null;
  readonly region: string;
}

function addressProblem(draft: FavouriteDraft, among: Among): FavouriteProblem | null {
  if (draft.address.trim() === '') return 'address-missing';
  if (canonicalAddress(draft.address, among.region) === null) return 'address-invalid';
  const taken = placeOf(among.favourites, draft.address, among.region);
  return taken === -1 || taken === among.place ? null : 'address-taken';
}

/** The favourite that the form means, or what is wrong with each field. */
export function judgeFavourite(
  draft: FavouriteDraft,
  among: Among,
): Result<Favourite, FavouriteProblems> {
  const name = draft.name.trim();
  const note = draft.note.trim();
  const address = canonicalAddress(draft.address, among.region);
  const wrongAddress = addressProblem(draft, among);
  const problems: FavouriteProblems = {
    ...(name === '' ? { name: 'name-missing' } : {}),
    ...(name.length > longest ? { name: 'name-too-long' } : {}),
    ...(wrongAddress === null ? {} : { address: wrongAddress }),
    ...(note.length > longest ? { note: 'note-too-long' } : {}),
  };
  if (Object.keys(problems).length > 0 || address === null) return err(problems);
  return ok({
    name,
    address,
    ...(note === '' ? {} : { note }),
    ...(draft.role === null ? {} : { role: draft.role }),
  });
}
