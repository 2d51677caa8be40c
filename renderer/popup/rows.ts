import type { PopupState, Suggestion } from '../../electron/contract/popup';
import type { Destination, Outcome } from '../../electron/contract/transfer';
import { currentReply, type Compose } from './compose';

interface RowBase {
  /** Stays the same while the list changes around the row. */
  readonly key: string;
  readonly destination: Destination;
}
export type AddressRow = RowBase & { readonly kind: 'address'; readonly knownRange: boolean };
type FavouriteRow = RowBase & { readonly kind: 'favourite'; readonly digit: number };
type RecentRow = RowBase & {
  readonly kind: 'recent';
  readonly outcome: Outcome;
  readonly at: number;
};
type MatchRow = RowBase & {
  readonly kind: 'match';
  readonly nameMatches: Suggestion['nameMatches'];
  readonly displayMatches: Suggestion['displayMatches'];
};
export type Row = AddressRow | FavouriteRow | RecentRow | MatchRow;

export interface Section {
  readonly id: 'address' | 'favourites' | 'practice' | 'recent' | 'directory';
  readonly rows: readonly Row[];
}

function idleSections({ favourites, recents, line }: PopupState): readonly Section[] {
  const favouriteRows = favourites.map((destination, index): FavouriteRow => {
    const key = `favourite-${index + 1}-${destination.address}`;
    return { kind: 'favourite', key, destination, digit: index + 1 };
  });
  const recentRows = recents.map(({ attemptId, destination, outcome, at }): RecentRow => {
    return { kind: 'recent', key: `recent-${attemptId}`, destination, outcome, at };
  });
  return [
    { id: line.practice ? 'practice' : 'favourites', rows: favouriteRows },
    { id: 'recent', rows: recentRows },
  ];
}

/** The list as it is shown: favourites and recents, or what the text may mean. Empty sections are left out. */
export function sectionsOf(state: PopupState, compose: Compose): readonly Section[] {
  const reply = currentReply(compose);
  if (reply === null) return idleSections(state).filter((section) => section.rows.length > 0);
  const { verdict, suggestions } = reply;
  const typed: Row[] =
    verdict.kind === 'complete'
      ? [
          {
            kind: 'address',
            key: 'address',
            destination: verdict.destination,
            knownRange: verdict.knownRange,
          },
        ]
      : [];
  const matches = suggestions
    .filter(
      ({ destination }) =>
        verdict.kind !== 'complete' || destination.address !== verdict.destination.address,
    )
    .map(({ destination, nameMatches, displayMatches }, index): MatchRow => {
      const key = `match-${index}-${destination.address}`;
      return { kind: 'match', key, destination, nameMatches, displayMatches };
    });
  const sections: readonly Section[] = [
    { id: 'address', rows: typed },
    { id: 'directory', rows: matches },
  ];
  return sections.filter((section) => section.rows.length > 0);
}

export function rowsOf(state: PopupState, compose: Compose): readonly Row[] {
  return sectionsOf(state, compose).flatMap((section) => section.rows);
}
