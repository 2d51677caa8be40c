/**
 * How names and texts are compared: without case, accents and other differences that people do not
 * type. Letters of other scripts stay what they are (docs/behaviour.md, "Directory").
 */

/** A folded text that still knows where each of its UTF-16 units came from. */
export interface FoldedText {
  readonly text: string;
  /** For each folded unit, where its letter begins in the source. */
  readonly starts: readonly number[];
  /** For each folded unit, where its letter ends in the source, the accents behind it included. */
  readonly ends: readonly number[];
}

/** Letters that carry no accent that Unicode could take away, and what is typed for them. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'ng',
  ς: 'σ',
  // Arabic and Persian forms of one letter
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
};

/**
 * Letters that people write out as two where they have no key for them, and leave the accent of where
 * they do not care: Jörg is typed jorg and joerg, Đorđe dorde and djordje.
 */
const writtenOut: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  å: 'aa',
  ø: 'oe',
  đ: 'dj',
};
const anyWrittenOut = /[äöüåøđ]/gi;
/** The same where the accent may stand behind its letter as a character of its own. */
const maybeWrittenOut = /[äöüåøđ]|[aou]\u0308|a\u030a/i;

/**
 * Accents of Latin, Greek and Cyrillic letters; Hebrew points; Arabic vowel marks, hamza and
 * tatweel; the Devanagari dot below. Vowel signs that are letters of their own are not among them.
 */
// oxlint-disable no-misleading-character-class -- the marks are meant one by one
const marks =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u093c]/g;
// oxlint-enable no-misleading-character-class
/** Left out of a word as people leave it out: O'Brien, Joe’s. Zero-width characters too. */
const silent = /['’‘`´ʼʻ\u200b-\u200f\u2060\ufeff\u00ad]/g;
// oxlint-disable-next-line no-control-regex -- the range is that of ASCII
const asciiOnly = /^[\0-&(-_a-\u007f]*$/;

function foldLetter(character: string): string {
  return character
    .replace(silent, '')
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replace(/[\u00df-\ufb00]/g, (letter) => letters[letter] ?? letter)
    .replace(marks, '');
}

/** The text as it is compared. */
export function fold(text: string): string {
  return asciiOnly.test(text) ? text.toLowerCase() : foldLetter(text);
}

const writeOut = (text: string): string =>
  text
    .normalize('NFC')
    .replace(anyWrittenOut, (letter) => writtenOut[letter.toLowerCase()] ?? letter);

/** The other way in which the text may be typed, with its letters written out; null: there is none. */
export function foldWrittenOut(text: string): string | null {
  return maybeWrittenOut.test(text) ? fold(writeOut(text)) : null;
}

/** A letter with the accents that stand behind it as characters of their own. */
const letterWithAccents = /[^][\u0300-\u036f]*/gu;

/**
 * The text as it is compared, with the way back to what is shown.
 * @param spelling whether letters that can be written out as two are.
 */
export function foldWithOffsets(
  text: string,
  spelling: 'plain' | 'written-out' = 'plain',
): FoldedText {
  if (asciiOnly.test(text)) {
    const starts = Array.from(text, (_, at) => at);
    return { text: text.toLowerCase(), starts, ends: starts.map((at) => at + 1) };
  }
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const [character] of text.matchAll(letterWithAccents)) {
    const unit = foldLetter(spelling === 'plain' ? character : writeOut(character));
    const end = at + character.length;
    if (unit === '' && ends.length > 0) ends[ends.length - 1] = end;
    for (let n = 0; n < unit.length; n += 1) {
      starts.push(at);
      ends.push(end);
    }
    folded += unit;
    at = end;
  }
  return { text: folded, starts, ends };
}
