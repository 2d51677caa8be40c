import { fold, foldWrittenOut } from './fold';

/** A run of letters and digits; vowel signs belong to their letters. */
const word = /[\p{L}\p{N}\p{M}]+/gu;

export interface WordAt {
  readonly text: string;
  readonly at: number;
}

/** The words of a text that is folded already. */
export const wordsOfFolded = (folded: string): string[] => folded.match(word) ?? [];

/** The words of a text in the two ways in which they may be typed. */
export interface Spellings {
  readonly plain: readonly string[];
  /** As many, with letters such as ö written out as two; null where no word has any. */
  readonly writtenOut: readonly string[] | null;
}

/** The words of a text, as they are compared. */
export function spellingsOf(text: string): Spellings {
  const folded = fold(text);
  const writtenOut = foldWrittenOut(text);
  return {
    plain: wordsOfFolded(folded),
    writtenOut: writtenOut === null ? null : wordsOfFolded(writtenOut),
  };
}

/** The words of a folded text with their places in it. */
export const wordsWithPlaces = (folded: string): WordAt[] =>
  Array.from(folded.matchAll(word), (match) => ({ text: match[0], at: match.index }));
