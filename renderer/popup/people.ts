import type { Destination } from '../../electron/contract/transfer';

/** What a destination is called: its name, else its address as a person reads it. */
export function titleOf(destination: Destination): string {
  return destination.name ?? destination.display;
}

/** Characters of a name that fit a sentence. */
const sentenceLength = 60;

/** The title for use inside a sentence: a very long one is cut, so that the verb stays on screen. */
export function shortTitleOf(destination: Destination): string {
  // A number is not broken over two lines.
  const title = destination.name ?? destination.display.replaceAll(' ', '\u00A0');
  const characters = [...title];
  if (characters.length <= sentenceLength) return title;
  return `${characters
    .slice(0, sentenceLength - 1)
    .join('')
    .trimEnd()}…`;
}

export function isSip(destination: Destination): boolean {
  return /^sips?:/iu.test(destination.address);
}

const letters = /\p{L}|\p{N}/u;

/** One or two letters for the tile: of the first and the last word. Null where the name has none. */
export function initialsOf(name: string): string | null {
  const words = name.split(/[\s,&/.-]+/u).filter((word) => letters.test(word));
  const first = words[0]?.match(letters)?.[0];
  if (first === undefined) return null;
  const last = words.length > 1 ? words.at(-1)?.match(letters)?.[0] : undefined;
  return `${first}${last ?? ''}`.toLocaleUpperCase();
}

/** One of the five tile colours; the same name has the same one everywhere. */
export function tileColour(name: string): 1 | 2 | 3 | 4 | 5 {
  let hash = 7;
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 99_991;
  const colours = [1, 2, 3, 4, 5] as const;
  return colours[hash % colours.length] ?? 1;
}

/**
 * What to put into the field so that main reads the same address again: a SIP address as it is,
 * a number as it is shown.
 */
export function fieldTextOf(destination: Destination): string {
  return isSip(destination) ? destination.address : destination.display;
}
