/**
 * Numbers that are easily taken for one another: one or two digits differ, two neighbours are the
 * wrong way round, or one digit is missing (docs/behaviour.md, "Directory").
 */

const recordLength = 16;
const farthest = 2;

/** How far two numbers are apart: one slip, or two digits; null where they are further apart. */
export type SlipCount = 1 | 2;

export interface Neighbour {
  /** Index of the address among those that the index was made of. */
  readonly entry: number;
  readonly distance: SlipCount;
}

/** Digits of an E.164 address; null for any other. */
const digitsOf = (address: string): string | null =>
  /^\+\d{2,15}$/.test(address) ? address.slice(1) : null;

/** All numbers as digits in one block of memory: comparing one with all of them is a scan. */
export class LookAlikeIndex {
  readonly #digits: Uint8Array;
  readonly #lengths: Uint8Array;

  constructor(addresses: readonly string[]) {
    this.#digits = new Uint8Array(addresses.length * recordLength);
    this.#lengths = new Uint8Array(addresses.length);
    for (const [entry, address] of addresses.entries()) {
      const digits = digitsOf(address);
      if (digits === null) continue;
      this.#lengths[entry] = digits.length;
      for (let n = 0; n < digits.length; n += 1) {
        this.#digits[entry * recordLength + n] = digits.charCodeAt(n);
      }
    }
  }

  /** The numbers that look like an address, in no order; equal ones are not among them. */
  near(address: string): Neighbour[] {
    const digits = digitsOf(address);
    if (digits === null) return [];
    const wanted = Uint8Array.from(digits, (digit) => digit.charCodeAt(0));
    const found: Neighbour[] = [];
    for (let entry = 0; entry < this.#lengths.length; entry += 1) {
      const length = this.#lengths[entry] ?? 0;
      const distance =
        length === wanted.length
          ? this.#replaced(wanted, entry * recordLength)
          : this.#missing(wanted, entry * recordLength, length);
      if (distance !== null) found.push({ entry, distance });
    }
    return found;
  }

  /** Of numbers of one length. */
  #replaced(wanted: Uint8Array, at: number): SlipCount | null {
    let differing = 0;
    let first = -1;
    let last = -1;
    for (let n = 0; n < wanted.length; n += 1) {
      if (wanted[n] === this.#digits[at + n]) continue;
      differing += 1;
      if (differing > farthest) return null;
      if (first < 0) first = n;
      last = n;
    }
    if (differing === 0) return null;
    if (differing === 1) return 1;
    const swapped =
      last === first + 1 &&
      wanted[first] === this.#digits[at + last] &&
      wanted[last] === this.#digits[at + first];
    return swapped ? 1 : 2;
  }

  /** Of numbers one of which has a digit more. */
  #missing(wanted: Uint8Array, at: number, length: number): SlipCount | null {
    if (Math.abs(length - wanted.length) !== 1) return null;
    const shorter = Math.min(length, wanted.length);
    let same = 0;
    while (same < shorter && wanted[same] === this.#digits[at + same]) same += 1;
    const here = length > wanted.length ? 0 : 1;
    for (let n = same; n < shorter; n += 1) {
      if (wanted[n + here] !== this.#digits[at + n + 1 - here]) return null;
    }
    return 1;
  }
}

/**
 * Where a number as it is shown differs from a typed one, as ranges of UTF-16 units. Of a number
 * that lacks a digit, the digit before the gap is marked.
 */
export function differingDigits(display: string, typed: string): [number, number][] {
  const places = Array.from(display.matchAll(/\d/g), (match) => match.index);
  const shown = places.map((place) => display[place] ?? '');
  const digits = typed.replace(/\D/g, '');
  if (shown.length === digits.length) {
    return places.flatMap((place, n): [number, number][] =>
      shown[n] === digits[n] ? [] : [[place, place + 1]],
    );
  }
  let same = 0;
  while (same < shown.length && shown[same] === digits[same]) same += 1;
  const place = places[shown.length > digits.length ? same : Math.max(0, same - 1)];
  return place === undefined ? [] : [[place, place + 1]];
}
