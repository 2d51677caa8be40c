import { fold } from './fold';

/** A run of letters and digits; vowel signs belong to their letters. */
const word = /[\p{L}\p{N}\p{M}]+/gu;

export interface WordAt {
  readonly text: string;
  readonly at: number;
}

/** The words of a text that is folded already. */
export const wordsOfFolded = (folded: string): string[] => folded.match(word) ?? [];

/** The words of a text, as they are compared. */
export const wordsOf = (text: string): string[] => wordsOfFolded(fold(text));

/** The words of a folded text with their places in it. */
export const wordsWithPlaces = (folded: string): WordAt[] =>
  Array.from(folded.matchAll(word), (match) => ({ text: match[0], at: match.index }));
