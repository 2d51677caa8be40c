/**
 * Typing errors: a letter too many, too few or wrong, and two letters the wrong way round, each of
 * them one error. A word of four letters may hold one, a word of eight two (docs/behaviour.md,
 * "Directory").
 */

/** Longest word that errors are looked for in, in UTF-16 units: one bit of a number for each. */
const longestWord = 31;

/** How many typing errors a typed word may hold and still be understood. */
export function allowedErrors(typed: string): 0 | 1 | 2 {
  if (typed.length < 4 || typed.length > longestWord) return 0;
  return typed.length < 8 ? 1 : 2;
}

export interface ErrorCount {
  /** Fewest errors by which the typed word differs from the beginning of the other. */
  readonly errors: number;
  /** Whether that beginning is all of the other word. */
  readonly whole: boolean;
}

const firstLetter = 97;

/** The letters of a word as bits; a word that lacks a letter of another differs from it. */
export function letterMask(word: string): number {
  let mask = 0;
  for (let n = 0; n < word.length; n += 1) {
    const unit = word.charCodeAt(n);
    const letter = unit - firstLetter;
    // A bit for each of a to z; digits and other scripts share the six that are left.
    mask |= 1 << (letter >= 0 && letter < 26 ? letter : 26 + (unit % 6));
  }
  return mask;
}

function bitCount(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** For each UTF-16 unit, at which places of the typed word it stands; zero between two uses. */
const places = new Int32Array(65_536);

/**
 * Compares one typed word with many. The comparison is Hyyrö's bit-parallel one for the
 * Damerau-Levenshtein distance of restricted transpositions ("A bit-vector algorithm for computing
 * Levenshtein and Damerau edit distances", 2003): some ten operations for each letter.
 */
export class TypingErrors {
  readonly #typed: string;
  readonly #mask: number;
  readonly allowed: number;

  constructor(typed: string) {
    this.#typed = typed;
    this.#mask = letterMask(typed);
    this.allowed = allowedErrors(typed);
  }

  /** Whether a word of these letters can be meant at all: an error adds one foreign letter at most. */
  possible(mask: number): boolean {
    return bitCount(this.#mask & ~mask) <= this.allowed;
  }

  /** Calls back for each word that is meant within the errors allowed. */
  compareAll(
    count: number,
    wordAt: (n: number) => string | null,
    found: (n: number, errors: ErrorCount) => void,
  ): void {
    if (this.allowed === 0) return;
    const typed = this.#typed;
    for (let n = 0; n < typed.length; n += 1) places[typed.charCodeAt(n)] = 0;
    for (let n = 0; n < typed.length; n += 1) {
      const unit = typed.charCodeAt(n);
      places[unit] = (places[unit] ?? 0) | (1 << n);
    }
    try {
      for (let n = 0; n < count; n += 1) {
        const word = wordAt(n);
        const errors = word === null ? null : this.#compare(word);
        if (errors !== null) found(n, errors);
      }
    } finally {
      for (let n = 0; n < typed.length; n += 1) places[typed.charCodeAt(n)] = 0;
    }
  }

  #compare(word: string): ErrorCount | null {
    const { length } = this.#typed;
    const lastBit = 1 << (length - 1);
    const end = Math.min(word.length, length + this.allowed);
    if (end < length - this.allowed) return null;
    let vp = -1;
    let vn = 0;
    let d0 = 0;
    let before = 0;
    let errors = length;
    let fewest = length;
    for (let n = 0; n < end; n += 1) {
      const at = places[word.charCodeAt(n)] ?? 0;
      const swapped = ((~d0 & at) << 1) & before;
      d0 = (((at & vp) + vp) ^ vp) | at | vn | swapped;
      let hp = vn | ~(d0 | vp);
      const hn = d0 & vp;
      if ((hp & lastBit) !== 0) errors += 1;
      if ((hn & lastBit) !== 0) errors -= 1;
      if (errors < fewest) fewest = errors;
      hp = (hp << 1) | 1;
      vp = (hn << 1) | ~(d0 | hp);
      vn = d0 & hp;
      before = at;
    }
    if (fewest > this.allowed) return null;
    return { errors: fewest, whole: end === word.length && errors === fewest };
  }
}

/**
 * How much of a word the typed one means: the length of the beginning that it differs least from,
 * of equals the one that is nearest to what was typed; null where it differs by more than the errors allowed.
 */
export function meantLength(typed: string, word: string): number | null {
  const allowed = allowedErrors(typed);
  let twoBefore: number[] = [];
  let row = Array.from({ length: typed.length + 1 }, (_, n) => n);
  let fewest = allowed + 1;
  let length: number | null = null;
  for (let n = 1; n <= word.length; n += 1) {
    const next = [n];
    for (let m = 1; m <= typed.length; m += 1) {
      const same = typed[m - 1] === word[n - 1] ? 0 : 1;
      let errors = Math.min((row[m] ?? 0) + 1, (next[m - 1] ?? 0) + 1, (row[m - 1] ?? 0) + same);
      const swapped = typed[m - 1] === word[n - 2] && typed[m - 2] === word[n - 1];
      if (m > 1 && n > 1 && swapped) errors = Math.min(errors, (twoBefore[m - 2] ?? 0) + 1);
      next.push(errors);
    }
    const errors = next[typed.length] ?? fewest;
    const nearer = Math.abs(n - typed.length) < Math.abs((length ?? 0) - typed.length);
    if (errors < fewest || (errors === fewest && length !== null && nearer)) {
      fewest = errors;
      length = n;
    }
    twoBefore = row;
    row = next;
  }
  return length;
}
