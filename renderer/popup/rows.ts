import type { LookAlike, PopupState, QueryReply, Suggestion } from '../../electron/contract/popup';
import type { Destination, Outcome } from '../../electron/contract/transfer';
import { currentReply, type Compose } from './compose';

interface RowBase {
  /** Stays the same while the list changes around the row. */
  readonly key: string;
  readonly destination: Destination;
}
export type AddressRow = RowBase & {
  readonly kind: 'address';
  readonly knownRange: boolean;
  /** It was found in a longer text. */
  readonly withinText: boolean;
  /** What stands in the field reads as the address does, so that it need not be said again. */
  readonly inField: boolean;
  /** The favourite or recent that it is nearly the same as; null: none. */
  readonly nearly: Destination | null;
};
type ClipboardRow = RowBase & { readonly kind: 'clipboard' };
type FavouriteRow = RowBase & { readonly kind: 'favourite'; readonly digit: number };
type RecentRow = RowBase & {
  readonly kind: 'recent';
  readonly outcome: Outcome;
  readonly at: number;
};
type MatchRow = RowBase & { readonly kind: 'match' } & Pick<
    Suggestion,
    'nameMatches' | 'displayMatches' | 'noteMatches'
  >;
type LookAlikeRow = RowBase & {
  readonly kind: 'look-alike';
  readonly differs: LookAlike['differs'];
};
export type Row = AddressRow | ClipboardRow | FavouriteRow | RecentRow | MatchRow | LookAlikeRow;

export interface Section {
  readonly id:
    | 'address'
    | 'clipboard'
    | 'favourites'
    | 'practice'
    | 'recent'
    | 'look-alikes'
    | 'directory';
  readonly rows: readonly Row[];
  /** How many there are, those included that are not listed. */
  readonly total: number;
}

/** Key of the clipboard's row: there is one at most. */
export const clipboardKey = 'clipboard';

const section = (
  id: Section['id'],
  rows: readonly Row[],
  total: number = rows.length,
): Section => ({ id, rows, total });

function idleSections({ clipboard, favourites, recents, line }: PopupState): readonly Section[] {
  const clipboardRows: readonly Row[] =
    clipboard === null ? [] : [{ kind: 'clipboard', key: clipboardKey, destination: clipboard }];
  const favouriteRows = favourites.map((destination, index): FavouriteRow => {
    const key = `favourite-${index + 1}-${destination.address}`;
    return { kind: 'favourite', key, destination, digit: index + 1 };
  });
  const recentRows = recents.map(({ attemptId, destination, outcome, at }): RecentRow => {
    return { kind: 'recent', key: `recent-${attemptId}`, destination, outcome, at };
  });
  return [
    section('clipboard', clipboardRows),
    section(line.practice ? 'practice' : 'favourites', favouriteRows),
    section('recent', recentRows),
  ];
}

/** The typed address itself; none where a check refuses it: there is nothing to press Enter on. */
function addressRows({ verdict, lookAlikes }: QueryReply, text: string): readonly Row[] {
  if (verdict.kind !== 'complete' || verdict.refusal !== null) return [];
  const { destination, knownRange, withinText } = verdict;
  const typed = text.trim();
  return [
    {
      kind: 'address',
      key: 'address',
      destination,
      knownRange,
      withinText,
      inField: typed === destination.display || typed === destination.address,
      nearly: lookAlikes.find(({ warn }) => warn)?.destination ?? null,
    },
  ];
}

function matchRows({ suggestions }: QueryReply, elsewhere: ReadonlySet<string>): readonly Row[] {
  const shown = suggestions.filter(({ destination }) => !elsewhere.has(destination.address));
  const seen = new Map<string, number>();
  return shown.map(({ destination, ...matches }): MatchRow => {
    // Several people can have one number.
    const nth = (seen.get(destination.address) ?? 0) + 1;
    seen.set(destination.address, nth);
    return { kind: 'match', key: `match-${destination.address}-${nth}`, destination, ...matches };
  });
}

function replySections(reply: QueryReply, text: string): readonly Section[] {
  const { verdict, lookAlikes } = reply;
  const lookAlikeRows = lookAlikes.map(({ destination, differs }): LookAlikeRow => {
    const key = `look-alike-${destination.address}`;
    return { kind: 'look-alike', key, destination, differs };
  });
  const elsewhere = new Set(lookAlikes.map(({ destination }) => destination.address));
  if (verdict.kind === 'complete') elsewhere.add(verdict.destination.address);
  const matching = matchRows(reply, elsewhere);
  const shownElsewhere = reply.suggestions.length - matching.length;
  return [
    section('address', addressRows(reply, text)),
    section('look-alikes', lookAlikeRows),
    section('directory', matching, Math.max(matching.length, reply.matches - shownElsewhere)),
  ];
}

/**
 * The list as it is shown: clipboard, favourites and recents, or what the text may mean. Empty
 * sections are left out.
 */
export function sectionsOf(state: PopupState, compose: Compose): readonly Section[] {
  const reply = currentReply(compose);
  const sections = reply === null ? idleSections(state) : replySections(reply, compose.text);
  return sections.filter(({ rows }) => rows.length > 0);
}

export function rowsOf(state: PopupState, compose: Compose): readonly Row[] {
  return sectionsOf(state, compose).flatMap(({ rows }) => rows);
}
