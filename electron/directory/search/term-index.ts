import { letterMask, type TypingErrors } from './typing-errors';

/** Where a word stands in an entry. */
export const wordField = {
  firstOfName: 0,
  name: 1,
  /** All of an alias. */
  alias: 2,
  /** A word of a longer alias. */
  inAlias: 3,
  /** Department, company or label. */
  around: 4,
  /** Of a SIP address: the domain, which many share. */
  host: 5,
} as const;
export type WordField = (typeof wordField)[keyof typeof wordField];

/**
 * An entry and a field in one number: what a list of places is made of. One more bit says that it is
 * the word before once more, written in another way.
 */
const fieldBits = 3;
const otherSpelling = 1 << fieldBits;
const fieldMask = (otherSpelling << 1) - 1;
const placeOf = (entry: number, field: number): number => (entry << (fieldBits + 1)) | field;
export const entryOfPlace = (place: number): number => place >>> (fieldBits + 1);
export const fieldOfPlace = (place: number): number => place & (otherSpelling - 1);

/** Takes a word of an entry; `other` is how it may be written too, or null. */
export type AddWord = (word: string, field: WordField, other: string | null) => void;

/** Terms that follow one another: half-open. */
export interface TermRange {
  readonly from: number;
  readonly to: number;
}

/** Every word of the directory once, in order, with the entries and fields in which it stands. */
export class TermIndex {
  readonly #terms: readonly string[];
  readonly #masks: Int32Array;
  readonly #from: Uint32Array;
  readonly #places: Uint32Array;
  /** The words of each entry, as numbers of terms with their fields. */
  readonly #entryFrom: Uint32Array;
  readonly #entryTerms: Uint32Array;

  constructor(count: number, wordsOfEntry: (entry: number, add: AddWord) => void) {
    const numbers = new Map<string, number>();
    const terms: number[] = [];
    const places: number[] = [];
    this.#entryFrom = new Uint32Array(count + 1);
    const take = (word: string, place: number) => {
      let number = numbers.get(word);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(word, number);
      }
      terms.push(number);
      places.push(place);
    };
    for (let entry = 0; entry < count; entry += 1) {
      this.#entryFrom[entry] = terms.length;
      wordsOfEntry(entry, (word, field, other) => {
        take(word, placeOf(entry, field));
        if (other !== null && other !== word) take(other, placeOf(entry, field | otherSpelling));
      });
    }
    this.#entryFrom[count] = terms.length;

    this.#terms = [...numbers.keys()].sort();
    const sorted = new Uint32Array(numbers.size);
    for (const [at, term] of this.#terms.entries()) sorted[numbers.get(term) ?? 0] = at;
    this.#masks = Int32Array.from(this.#terms, letterMask);
    this.#entryTerms = Uint32Array.from(terms, (number, n) =>
      placeOf(sorted[number] ?? 0, (places[n] ?? 0) & fieldMask),
    );

    this.#from = new Uint32Array(this.#terms.length + 1);
    for (const number of terms) {
      const after = (sorted[number] ?? 0) + 1;
      this.#from[after] = (this.#from[after] ?? 0) + 1;
    }
    for (let n = 1; n < this.#from.length; n += 1) {
      this.#from[n] = (this.#from[n] ?? 0) + (this.#from[n - 1] ?? 0);
    }
    const next = this.#from.slice();
    this.#places = new Uint32Array(terms.length);
    for (const [n, number] of terms.entries()) {
      const term = sorted[number] ?? 0;
      const at = next[term] ?? 0;
      this.#places[at] = places[n] ?? 0;
      next[term] = at + 1;
    }
  }

  /** The places of a term, between which and which. */
  eachPlace(term: number, found: (place: number) => void): void {
    const end = this.#from[term + 1] ?? 0;
    for (let at = this.#from[term] ?? 0; at < end; at += 1) found(this.#places[at] ?? 0);
  }

  /** Calls back for every word that begins so. */
  beginningWith(text: string, found: (term: number, whole: boolean) => void): void {
    for (let term = this.#firstFrom(text); term < this.#terms.length; term += 1) {
      const word = this.#terms[term] ?? '';
      if (!word.startsWith(text)) return;
      found(term, word.length === text.length);
    }
  }

  has(word: string): boolean {
    return this.#terms[this.#firstFrom(word)] === word;
  }

  /** Whether any word begins so. */
  hasBeginning(text: string): boolean {
    return this.#terms[this.#firstFrom(text)]?.startsWith(text) ?? false;
  }

  /** Calls back for every word that has the text inside, not at its beginning. */
  holding(text: string, found: (term: number) => void): void {
    const mask = letterMask(text);
    for (let term = 0; term < this.#terms.length; term += 1) {
      if ((mask & ~(this.#masks[term] ?? 0)) !== 0) continue;
      if ((this.#terms[term] ?? '').indexOf(text, 1) > 0) found(term);
    }
  }

  /** Calls back for every word that the typed one means with typing errors. */
  meantBy(
    typed: TypingErrors,
    found: (term: number, errors: number, whole: boolean) => void,
  ): void {
    typed.compareAll(
      this.#terms.length,
      (term) => (typed.possible(this.#masks[term] ?? 0) ? (this.#terms[term] ?? null) : null),
      (term, { errors, whole }) => {
        if (errors > 0) found(term, errors, whole);
      },
    );
  }

  /** The words that begin so: from which term on, and before which. */
  beginnings(text: string): TermRange {
    return { from: this.#firstFrom(text), to: this.#firstFrom(`${text}\uffff`) };
  }

  /** How many words of an entry are in a range, in one spelling or the other, in the fields before one. */
  countOf(entry: number, { from, to }: TermRange, beforeField: number): number {
    const end = this.#entryFrom[entry + 1] ?? 0;
    let count = 0;
    let isCounted = false;
    for (let at = this.#entryFrom[entry] ?? 0; at < end; at += 1) {
      const coded = this.#entryTerms[at] ?? 0;
      const term = entryOfPlace(coded);
      const isOneMore = term >= from && term < to && fieldOfPlace(coded) < beforeField;
      if (isOneMore && !(isCounted && (coded & otherSpelling) !== 0)) count += 1;
      isCounted = isOneMore;
    }
    return count;
  }

  #firstFrom(text: string): number {
    let low = 0;
    let high = this.#terms.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#terms[middle] ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
