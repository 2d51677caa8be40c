import { foldWithOffsets, foldWrittenOut, type FoldedText } from './fold';
import { searchTextOf, type Token } from './search-text';
import { allowedErrors, meantLength } from './typing-errors';
import { wordsWithPlaces, type WordAt } from './words';

/** Half-open ranges [from, to) of UTF-16 units. */
export type Ranges = [number, number][];

/** What of a row matched what was typed. */
export interface Highlights {
  readonly name: Ranges;
  readonly display: Ranges;
  readonly note: Ranges;
}

/** A text in one of its spellings, which have their words, as many, and what is marked in common. */
interface ShownText {
  readonly folded: FoldedText;
  readonly words: readonly WordAt[];
  /** Numbers of the words that a token has taken, so that the next one takes another. */
  readonly taken: Set<number>;
  readonly ranges: Ranges;
}

function shown(text: string): {
  readonly ranges: Ranges;
  readonly spellings: readonly ShownText[];
} {
  const taken = new Set<number>();
  const ranges: Ranges = [];
  const foldings = [
    foldWithOffsets(text),
    ...(foldWrittenOut(text) === null ? [] : [foldWithOffsets(text, 'written-out')]),
  ];
  const spellings = foldings.map((folded): ShownText => ({
    folded,
    words: wordsWithPlaces(folded.text),
    taken,
    ranges,
  }));
  return { ranges, spellings };
}

/** Marks a part of the folded text where it stands in the shown one. */
function mark({ folded, ranges }: ShownText, at: number, length: number): void {
  const from = folded.starts[at];
  const to = folded.ends[at + length - 1];
  if (from !== undefined && to !== undefined) ranges.push([from, to]);
}

/** Marks the beginning of a word that is free. */
function take(text: ShownText, n: number, length: number): true {
  text.taken.add(n);
  mark(text, text.words[n]?.at ?? 0, length);
  return true;
}

function markBeginning(text: ShownText, token: string): boolean {
  const find = (fits: (word: string) => boolean) =>
    text.words.findIndex((word, n) => !text.taken.has(n) && fits(word.text));
  const whole = find((word) => word === token);
  const found = whole >= 0 ? whole : find((word) => word.startsWith(token));
  return found >= 0 && take(text, found, token.length);
}

function markInside(text: ShownText, token: string): boolean {
  if (token.length < 2) return false;
  const at = text.folded.text.indexOf(token);
  if (at >= 0) mark(text, at, token.length);
  return at >= 0;
}

function markMeant(text: ShownText, token: string): boolean {
  if (allowedErrors(token) === 0) return false;
  for (const [n, word] of text.words.entries()) {
    const length = text.taken.has(n) ? null : meantLength(token, word.text);
    if (length !== null) return take(text, n, length);
  }
  return false;
}

function markInitials(text: ShownText, token: string): boolean {
  const initials = text.words.map(({ text: word }) => word[0] ?? '').join('');
  if (token.length < 2 || !initials.startsWith(token)) return false;
  for (const { at } of text.words.slice(0, token.length)) mark(text, at, 1);
  return true;
}

/** Place of `digits` in a formatted number, separators between them included. */
function markDigits(display: string, token: Token, ranges: Ranges): boolean {
  if (token.kind !== 'digits' || !display.startsWith('+')) return false;
  const places = Array.from(display.matchAll(/\d/g), (match) => match.index);
  const all = places.map((place) => display[place]).join('');
  for (const { digits, from: where } of token.sought) {
    // The first place is where the country code ends at the latest, where it must be behind one.
    const at = where === 'start' ? (all.startsWith(digits) ? 0 : -1) : all.indexOf(digits);
    const from = at < 0 ? undefined : places[at];
    const last = places[at + digits.length - 1];
    if (from === undefined || last === undefined) continue;
    ranges.push([from, last + 1]);
    return true;
  }
  return false;
}

/** Ranges in order, those that touch as one. */
function merged(ranges: Ranges): Ranges {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const result: Ranges = [];
  for (const [from, to] of sorted) {
    const last = result.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

/** How a token is looked for, best first: what found it is what is marked. */
const ways = [markBeginning, markInside, markMeant] as const;

/**
 * What of a row is marked for what was typed. It is read off the row alone, so that it can be done
 * for the few rows that are shown.
 */
export function highlightsOf(
  text: string,
  row: { readonly name: string | null; readonly display: string; readonly note: string | null },
): Highlights {
  const { tokens, readings } = searchTextOf(text);
  const spelt = readings.filter((reading) => reading.tokens.length === tokens.length);
  const name = shown(row.name ?? '');
  const note = shown(row.note ?? '');
  const display = shown(row.display);
  const isSip = !row.display.startsWith('+');
  // The longer of two words finds its own before the shorter takes it.
  const longestFirst = [...tokens.entries()].sort(([, a], [, b]) => b.text.length - a.text.length);
  const texts = (isSip ? [name, note, display] : [name, note]).flatMap(
    ({ spellings }) => spellings,
  );
  for (const [n, token] of longestFirst) {
    const inNumber = markDigits(row.display, token, display.ranges);
    const written = [token, ...spelt.flatMap((reading) => reading.tokens[n] ?? [])];
    const way = ways.find((marks) =>
      written.some((one) => texts.some((shownText) => marks(shownText, one.text))),
    );
    const isFound = way !== undefined || inNumber;
    const [plain] = name.spellings;
    if (!isFound && tokens.length === 1 && plain !== undefined) markInitials(plain, token.text);
  }
  return {
    name: merged(name.ranges),
    display: merged(display.ranges),
    note: merged(note.ranges),
  };
}
