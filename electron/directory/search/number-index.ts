import { getCountries, getCountryCallingCode } from 'libphonenumber-js/max';

import type { DigitsSought } from './search-text';

/** Longest number of E.164, in digits, and one unit between two numbers. */
const recordLength = 16;

/** Where in a number the digits were found. */
export interface DigitsPlace {
  readonly entry: number;
  readonly place: 'whole' | 'start' | 'end' | 'inside';
}

const callingCodes: ReadonlySet<string> = new Set(
  getCountries().map((country) => getCountryCallingCode(country)),
);

/** How many of an international number's digits are its country code. */
function callingCodeLength(digits: string): number {
  for (const length of [1, 2, 3]) {
    if (callingCodes.has(digits.slice(0, length))) return length;
  }
  return 0;
}

/**
 * The numbers of all entries as one text, each in a record of the same length: looking for digits in
 * it is one fast search, and the place says whose they are.
 */
export class NumberIndex {
  readonly #text: string;
  readonly #lengths: Uint8Array;
  readonly #codeLengths: Uint8Array;

  constructor(addresses: readonly string[]) {
    const count = addresses.length;
    this.#lengths = new Uint8Array(count);
    this.#codeLengths = new Uint8Array(count);
    const records = addresses.map((address, entry) => {
      const digits = address.startsWith('+') ? address.slice(1, recordLength) : '';
      this.#lengths[entry] = digits.length;
      this.#codeLengths[entry] = callingCodeLength(digits);
      return digits.padEnd(recordLength);
    });
    this.#text = records.join('');
  }

  /** Calls back for every number that has the digits; a number that has them twice comes twice. */
  find(sought: DigitsSought, found: (place: DigitsPlace) => void): void {
    const { digits, from } = sought;
    if (digits === '') return;
    let at = this.#text.indexOf(digits);
    while (at >= 0) {
      const entry = Math.floor(at / recordLength);
      const offset = at - entry * recordLength;
      const place = this.#placeOf(entry, offset, digits.length);
      const national = this.#codeLengths[entry] ?? 0;
      // One digit stands in nearly every number, and says nothing but at its beginning.
      const wanted =
        from === 'start'
          ? offset === 0
          : from === 'national'
            ? offset === national
            : digits.length > 1 || place === 'start' || place === 'whole';
      if (wanted) found({ entry, place });
      at = this.#text.indexOf(digits, at + 1);
    }
  }

  #placeOf(entry: number, offset: number, length: number): DigitsPlace['place'] {
    const begins = offset === 0 || offset === this.#codeLengths[entry];
    const ends = offset + length === this.#lengths[entry];
    if (begins) return ends ? 'whole' : 'start';
    return ends ? 'end' : 'inside';
  }
}
