import { InitialsIndex } from './initials-index';
import type { Matches } from './matches';
import { NumberIndex } from './number-index';
import { classOfOverall, loosenessOf } from './overall';
import { byName, weightOf, type AddressUse, type Ranked } from './ranking';
import { searchTextOf } from './search-text';
import { TermIndex, wordField, type AddWord, type WordField } from './term-index';
import { TextMatching } from './text-matching';
import type { EntryIndexes } from './token-matches';
import { topOf } from './top';
import { spellingsOf, type Spellings } from './words';

/** What somebody can be found by. */
export interface Findable {
  readonly name: string | null;
  readonly address: string;
  readonly aliases: readonly string[];
  readonly department: string | null;
  readonly company: string | null;
  readonly label: string | null;
}

/** Somebody who was found. */
export interface Hit<T> extends Ranked {
  readonly entry: T;
}

export interface Found<T> {
  readonly hits: readonly Hit<T>[];
  /** How many match, those beyond the hits included. */
  readonly total: number;
}

/**
 * Finds people by what was typed of them. Made once for a set of people; their order does not matter
 * (docs/behaviour.md, "Directory").
 */
export class SearchIndex<T extends Findable> {
  readonly #entries: readonly T[];
  readonly #keys: readonly string[];
  readonly #weights: Float64Array;
  readonly #byAddress = new Map<string, number[]>();
  readonly #matching: TextMatching;

  constructor(entries: readonly T[]) {
    const spellingsOnce = remembered(spellingsOf);
    // Written out key by key: objects that are spread from others take twice as long to sort.
    const sorted = entries
      .map((entry) => ({ entry, name: entry.name ?? '', keys: keysOf(entry.name ?? '') }))
      .map(({ entry, name, keys: { key, writtenOut } }) => ({
        entry,
        key,
        writtenOut,
        name,
        address: entry.address,
      }))
      .sort(byName);
    this.#entries = sorted.map(({ entry }) => entry);
    this.#keys = sorted.map(({ key }) => key);
    const keysWrittenOut = new Map<number, string>();
    for (const [n, { writtenOut }] of sorted.entries()) {
      if (writtenOut !== null) keysWrittenOut.set(n, writtenOut);
    }
    this.#weights = new Float64Array(sorted.length).fill(-Infinity);
    for (const [n, { address }] of sorted.entries()) {
      const same = this.#byAddress.get(address);
      if (same === undefined) this.#byAddress.set(address, [n]);
      else same.push(n);
    }
    const indexes: EntryIndexes = {
      initials: new InitialsIndex(this.#keys),
      numbers: new NumberIndex(sorted.map(({ address }) => address)),
      terms: new TermIndex(sorted.length, (n, add) => {
        addName(this.#keys[n] ?? '', keysWrittenOut.get(n) ?? null, add);
        const entry = this.#entries[n];
        if (entry === undefined) return;
        addAliases(entry, spellingsOnce, add);
        for (const text of [entry.department, entry.company, entry.label]) {
          if (text !== null) addAll(spellingsOnce(text), wordField.around, add);
        }
      }),
    };
    this.#matching = new TextMatching({
      indexes,
      keys: this.#keys,
      keysWrittenOut,
      wordCounts: Uint8Array.from(this.#keys, (key) => key.split(' ').length),
      aliasesOf: (n) => this.#entries[n]?.aliases ?? [],
    });
  }

  /** Everybody, by name. */
  get entries(): readonly T[] {
    return this.#entries;
  }

  /** Those of an address, by name. */
  at(address: string): T[] {
    return (this.#byAddress.get(address) ?? []).flatMap((n) => this.#entries[n] ?? []);
  }

  /** Weight of an address by its uses; see `weightOf`. */
  weightAt(address: string): number {
    const [first] = this.#byAddress.get(address) ?? [];
    return first === undefined ? -Infinity : (this.#weights[first] ?? -Infinity);
  }

  /** Takes what was used, in place of what it was told before. */
  setUses(uses: readonly AddressUse[]): void {
    this.#weights.fill(-Infinity);
    for (const use of uses) {
      for (const n of this.#byAddress.get(use.address) ?? []) this.#weights[n] = weightOf(use);
    }
  }

  /** Marks the entries of some addresses, for `find` to leave out. */
  marked(addresses: readonly string[]): Uint8Array {
    const marks = new Uint8Array(this.#entries.length);
    for (const address of addresses) {
      for (const n of this.#byAddress.get(address) ?? []) marks[n] = 1;
    }
    return marks;
  }

  /**
   * The first `limit` of those who match, best first.
   * @param leftOut entries that were `marked`, who are found elsewhere.
   */
  find(text: string, limit: number, leftOut: Uint8Array | null = null): Found<T> {
    const sought = searchTextOf(text);
    if (sought.tokens.length === 0 || this.#entries.length === 0) return { hits: [], total: 0 };
    const matches = this.#matching.understand(sought, leftOut);
    return { hits: this.#best(matches, limit), total: matches.count };
  }

  #best(overall: Matches, limit: number): Hit<T>[] {
    // Entries are in the order of names already: of equals, the lower number goes first.
    const order = (a: number, b: number): number => {
      const weight = (this.#weights[b] ?? 0) - (this.#weights[a] ?? 0);
      // Minus infinity from itself is no number: neither was ever used.
      return (Number.isNaN(weight) ? 0 : weight) || overall.at(a) - overall.at(b) || a - b;
    };
    return topOf(overall, limit, order).flatMap((n) => {
      const entry = this.#entries[n];
      if (entry === undefined) return [];
      const hit: Hit<T> = {
        entry,
        class: classOfOverall(overall.at(n)),
        weight: this.#weights[n] ?? -Infinity,
        looseness: loosenessOf(overall.at(n)),
        key: this.#keys[n] ?? '',
        name: entry.name ?? '',
        address: entry.address,
      };
      return [hit];
    });
  }
}

/** Departments and companies stand in many entries: their words are read once. */
function remembered(read: (text: string) => Spellings): (text: string) => Spellings {
  const known = new Map<string, Spellings>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const words = read(text);
    known.set(text, words);
    return words;
  };
}

function addAll({ plain, writtenOut }: Spellings, field: WordField, add: AddWord): void {
  for (const [n, word] of plain.entries()) add(word, field, writtenOut?.[n] ?? null);
}

/** A name as it is compared, its words with one space between them. */
function keysOf(name: string): { readonly key: string; readonly writtenOut: string | null } {
  const { plain, writtenOut } = spellingsOf(name);
  return { key: plain.join(' '), writtenOut: writtenOut?.join(' ') ?? null };
}

function addName(key: string, writtenOut: string | null, add: AddWord): void {
  const others = writtenOut?.split(' ');
  for (const [place, word] of key.split(' ').entries()) {
    const field = place === 0 ? wordField.firstOfName : wordField.name;
    if (word !== '') add(word, field, others?.[place] ?? null);
  }
}

/** What is one word can be all that was typed. */
const aliasField = ({ plain }: Spellings): WordField =>
  plain.length === 1 ? wordField.alias : wordField.inAlias;

function addAliases(
  entry: Findable,
  spellingsOnce: (text: string) => Spellings,
  add: AddWord,
): void {
  for (const alias of entry.aliases) {
    const words = spellingsOnce(alias);
    addAll(words, aliasField(words), add);
  }
  if (!entry.address.startsWith('sip:')) return;
  const [user = '', host = ''] = entry.address.slice(4).split('@');
  const words = spellingsOf(user);
  addAll(words, aliasField(words), add);
  addAll(spellingsOnce(host), wordField.host, add);
}
