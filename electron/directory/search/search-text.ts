import { normalised } from '../address';
import { spellingsOf, wordsOfFolded } from './words';

/** Digits that are looked for in a number, and where in it they must stand. */
export interface DigitsSought {
  readonly digits: string;
  /** From the country code on, from the number behind the country code on, or anywhere. */
  readonly from: 'start' | 'national' | 'anywhere';
}

export type Token =
  | { readonly kind: 'word'; readonly text: string }
  /** Digits in any formatting; they may be an extension or part of a name as well. */
  | { readonly kind: 'digits'; readonly text: string; readonly sought: readonly DigitsSought[] };

/** What is looked for: every token must be found, in any order. */
export interface SearchText {
  /** The words with one space between them: equal to it is an exact match. */
  readonly key: string;
  readonly tokens: readonly Token[];
  /** What else the text may mean. */
  readonly readings: readonly SearchText[];
}

/** More words than this narrow nothing down. */
const mostTokens = 8;
const longestToken = 64;

/** A number, or part of one, in any formatting. */
const numberOnly =
  /^\+?[\d\s().\-\u2010-\u2015/\u00a0\u202f]*\d[\d\s().\-\u2010-\u2015/\u00a0\u202f]*$/;

function soughtIn(digits: string, plus: boolean): DigitsSought[] {
  if (plus) return [{ digits, from: 'start' }];
  const sought: DigitsSought[] = [{ digits, from: 'anywhere' }];
  // How people dial abroad, from most of the world and from North America.
  const abroad = /^(?:00|011)(?=\d)/.exec(digits);
  if (abroad !== null) sought.push({ digits: digits.slice(abroad[0].length), from: 'start' });
  // Nearly everywhere a 0 stands before a number inside its country.
  if (/^0[1-9]/.test(digits)) sought.push({ digits: digits.slice(1), from: 'national' });
  return sought;
}

const digitsToken = (digits: string, plus: boolean): Token => ({
  kind: 'digits',
  text: digits,
  sought: soughtIn(digits, plus),
});

/** Digits with something between them can be the words of a name: "24/7". */
function asWords(clean: string): SearchText[] {
  const words = wordsOfFolded(clean).slice(0, mostTokens);
  if (words.length < 2) return [];
  const tokens = words.map((text): Token => ({ kind: 'word', text }));
  return [{ key: words.join(' '), tokens, readings: [] }];
}

/** Reads what was typed; no tokens where there is nothing to look for. */
export function searchTextOf(typed: string): SearchText {
  const clean = normalised(typed);
  if (numberOnly.test(clean)) {
    const digits = clean.replace(/\D/g, '').slice(0, longestToken);
    const tokens = [digitsToken(digits, clean.startsWith('+'))];
    return { key: digits, tokens, readings: asWords(clean) };
  }
  const { plain, writtenOut } = spellingsOf(clean.replace(/^sips?:/i, ''));
  // Typed Müller may be listed as Mueller, too.
  const readings = writtenOut === null ? [] : [textOfWords(writtenOut, [])];
  return textOfWords(plain, readings);
}

function textOfWords(words: readonly string[], readings: readonly SearchText[]): SearchText {
  const tokens: Token[] = [];
  let run = '';
  const endRun = () => {
    if (run !== '') tokens.push(digitsToken(run, false));
    run = '';
  };
  for (const word of words) {
    if (/^\d+$/.test(word)) run = `${run}${word}`.slice(0, longestToken);
    else {
      endRun();
      tokens.push({ kind: 'word', text: word.slice(0, longestToken) });
    }
  }
  endRun();
  return { key: words.join(' '), tokens: tokens.slice(0, mostTokens), readings };
}
