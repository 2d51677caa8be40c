/** Fewest and most letters that are taken for initials. */
const shortest = 2;
const longest = 5;

/** The first letters of a name's words: "mal" of "maria alvarez lopez". */
const initialsOf = (key: string): string =>
  key
    .split(' ')
    .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 32))
    .join('')
    .trim();

/** The initials of all names, each once, with the entries that have them. */
export class InitialsIndex {
  readonly #entries = new Map<string, number[]>();

  /** @param keys folded names, their words with one space between them. */
  constructor(keys: readonly string[]) {
    for (const [entry, key] of keys.entries()) {
      if (!key.includes(' ')) continue;
      const initials = initialsOf(key);
      const same = this.#entries.get(initials);
      if (same === undefined) this.#entries.set(initials, [entry]);
      else same.push(entry);
    }
  }

  /** Calls back for every name whose initials begin so. */
  beginningWith(text: string, found: (entry: number, whole: boolean) => void): void {
    if (text.length < shortest || text.length > longest) return;
    for (const [initials, entries] of this.#entries) {
      if (!initials.startsWith(text)) continue;
      for (const entry of entries) found(entry, initials.length === text.length);
    }
  }
}
