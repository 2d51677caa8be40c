/** Cell of an entry that does not match. */
export const noMatch = 0xffff;

/**
 * The entries that match something, each with how well in one number: better is less. It is as fast to
 * empty and to go over as few entries match, however many there are.
 */
export class Matches {
  readonly #cells: Uint16Array;
  readonly #entries: Uint32Array;
  #count = 0;

  constructor(size: number) {
    this.#cells = new Uint16Array(size).fill(noMatch);
    this.#entries = new Uint32Array(size);
  }

  get count(): number {
    return this.#count;
  }

  /** How well an entry matches. */
  at(entry: number): number {
    return this.#cells[entry] ?? noMatch;
  }

  /** The entry of this place among those that match, in no order. */
  entryAt(place: number): number {
    return this.#entries[place] ?? 0;
  }

  /** Takes a match of an entry, unless a better one is known. */
  put(entry: number, cell: number): void {
    const known = this.#cells[entry] ?? noMatch;
    if (cell >= known) return;
    if (known === noMatch) {
      this.#entries[this.#count] = entry;
      this.#count += 1;
    }
    this.#cells[entry] = cell;
  }

  clear(): void {
    for (let place = 0; place < this.#count; place += 1) {
      this.#cells[this.#entries[place] ?? 0] = noMatch;
    }
    this.#count = 0;
  }
}
