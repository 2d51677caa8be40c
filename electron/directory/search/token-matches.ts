import type { InitialsIndex } from './initials-index';
import type { DigitsPlace, NumberIndex } from './number-index';
import type { Matches } from './matches';
import { matchClass, type MatchClass } from './ranking';
import type { Token } from './search-text';
import { entryOfPlace, fieldOfPlace, wordField, type TermIndex } from './term-index';
import { TypingErrors } from './typing-errors';

export interface EntryIndexes {
  readonly terms: TermIndex;
  readonly initials: InitialsIndex;
  readonly numbers: NumberIndex;
}

const classes: readonly MatchClass[] = Object.values(matchClass);

/**
 * How well an entry matches one token: the class of the match and whether the word was finished, in
 * one number, so that better is less.
 */
const cellOf = (match: MatchClass, unfinished: boolean): number => match * 2 + (unfinished ? 1 : 0);
export const classOfCell = (cell: number): MatchClass =>
  classes[cell >>> 1] ?? matchClass.twoErrors;
export const isFinished = (cell: number): boolean => (cell & 1) === 0;

/** Class of a word that begins with the token. Alone, a token can be the whole name or alias. */
function beginningClass(field: number, whole: boolean, alone: boolean): MatchClass {
  switch (field) {
    case wordField.firstOfName:
      return alone ? matchClass.nameStart : matchClass.wordStart;
    case wordField.alias:
      return alone && whole ? matchClass.exact : matchClass.wordStart;
    case wordField.around:
      return matchClass.around;
    case wordField.host:
      return matchClass.inside;
    default:
      return matchClass.wordStart;
  }
}

function numberClass(place: DigitsPlace['place'], alone: boolean): MatchClass {
  switch (place) {
    case 'whole':
      return alone ? matchClass.exact : matchClass.wordStart;
    case 'start':
      return matchClass.wordStart;
    case 'end':
      return matchClass.around;
    default:
      return matchClass.inside;
  }
}

/** Shortest text that is looked for inside words: one letter stands in nearly all of them. */
const shortestInside = 2;

/**
 * Finds a token as it was typed, without typing errors.
 * @param alone it is all that was typed.
 */
export function matchAsTyped(
  indexes: EntryIndexes,
  token: Token,
  alone: boolean,
  matches: Matches,
): void {
  const { terms, numbers, initials } = indexes;
  matches.clear();
  terms.beginningWith(token.text, (term, whole) => {
    terms.eachPlace(term, (place) => {
      const match = beginningClass(fieldOfPlace(place), whole, alone);
      matches.put(entryOfPlace(place), cellOf(match, !whole));
    });
  });
  if (token.kind === 'digits') {
    for (const sought of token.sought) {
      numbers.find(sought, ({ entry, place }) => {
        matches.put(entry, cellOf(numberClass(place, alone), place !== 'whole'));
      });
    }
    return;
  }
  if (alone) {
    initials.beginningWith(token.text, (entry, whole) => {
      matches.put(entry, cellOf(matchClass.initials, !whole));
    });
  }
  if (token.text.length < shortestInside) return;
  terms.holding(token.text, (term) => {
    terms.eachPlace(term, (place) => {
      if (fieldOfPlace(place) !== wordField.host)
        matches.put(entryOfPlace(place), cellOf(matchClass.inside, true));
    });
  });
}

/** Adds to the matches of a token the entries that it means with typing errors. */
export function matchWithErrors({ terms }: EntryIndexes, token: Token, matches: Matches): void {
  if (token.kind === 'digits') return;
  terms.meantBy(new TypingErrors(token.text), (term, errors, whole) => {
    const match = errors === 1 ? matchClass.oneError : matchClass.twoErrors;
    terms.eachPlace(term, (place) => {
      if (fieldOfPlace(place) !== wordField.host)
        matches.put(entryOfPlace(place), cellOf(match, !whole));
    });
  });
}
