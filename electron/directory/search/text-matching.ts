import { Matches, noMatch } from './matches';
import { classOfOverall, noBetterThan, overallOf } from './overall';
import { matchClass, type MatchClass } from './ranking';
import type { SearchText, Token } from './search-text';
import { wordField, type TermRange } from './term-index';
import {
  classOfCell,
  isFinished,
  matchAsTyped,
  matchWithErrors,
  type EntryIndexes,
} from './token-matches';
import { spellingsOf } from './words';

/** Once so many match as they were typed, nobody would see those with typing errors behind them. */
const enoughWithoutErrors = 50;

export interface MatchingParts {
  readonly indexes: EntryIndexes;
  /** Folded names of the entries. */
  readonly keys: readonly string[];
  /** The same with letters written out as two, of those where that differs. */
  readonly keysWrittenOut: ReadonlyMap<number, string>;
  readonly wordCounts: Uint8Array;
  readonly aliasesOf: (entry: number) => readonly string[];
}

/** Puts together what the tokens of a text match. */
export class TextMatching {
  readonly #parts: MatchingParts;
  readonly #overall: Matches;
  readonly #tokens: Matches[] = [];

  constructor(parts: MatchingParts) {
    this.#parts = parts;
    this.#overall = new Matches(parts.keys.length);
  }

  /**
   * How well the entries match a text, see `overallOf`; good until the next text is matched.
   * @param leftOut 1 for each entry that does not count.
   */
  understand(sought: SearchText, leftOut: Uint8Array | null): Matches {
    this.#match(sought, leftOut);
    for (const reading of sought.readings) this.#alsoAs(reading, matchClass.exact, leftOut);
    if (!this.#anyWithoutErrors()) {
      const split = this.#withForgottenSpace(sought);
      if (split !== null) this.#alsoAs(split, matchClass.oneError, leftOut);
    }
    return this.#overall;
  }

  #match(sought: SearchText, leftOut: Uint8Array | null): void {
    this.#matchTokens(sought.tokens);
    this.#combine(sought, leftOut);
    if (this.#overall.count >= enoughWithoutErrors) return;
    for (const [n, token] of sought.tokens.entries()) {
      matchWithErrors(this.#parts.indexes, token, this.#token(n));
    }
    this.#combine(sought, leftOut);
  }

  #matchTokens(tokens: readonly Token[]): void {
    for (const [n, token] of tokens.entries()) {
      matchAsTyped(this.#parts.indexes, token, tokens.length === 1, this.#token(n));
    }
  }

  #token(n: number): Matches {
    const known = this.#tokens[n];
    if (known !== undefined) return known;
    const made = new Matches(this.#parts.keys.length);
    this.#tokens[n] = made;
    return made;
  }

  /** An entry matches as well as its worst token. */
  #combine({ key, tokens }: SearchText, leftOut: Uint8Array | null): void {
    const overall = this.#overall;
    const all = tokens.map((_, n) => this.#token(n));
    const [fewest] = [...all].sort((a, b) => a.count - b.count);
    const nested = this.#nestedWords(tokens);
    overall.clear();
    if (fewest === undefined) return;
    for (let place = 0; place < fewest.count; place += 1) {
      const entry = fewest.entryAt(place);
      if (leftOut?.[entry] === 1) continue;
      let cell = 0;
      let looseness = this.#wordsLeft(entry, tokens.length);
      for (const matches of all) {
        const one = matches.at(entry);
        cell = Math.max(cell, one);
        looseness += one;
      }
      if (cell === noMatch) continue;
      const match =
        nested.length === 0 ? classOfCell(cell) : this.#withOwnWords(entry, nested, cell);
      if (match === null) continue;
      const better =
        all.length === 1 && !key.includes(' ')
          ? this.#oneWordClass(entry, key, cell)
          : this.#wholeNameClass(entry, key, match);
      overall.put(entry, overallOf(better, looseness));
    }
  }

  /** "ricci gabriel" means Gabriel Ricci rather than Gabriel King Ricci. */
  #wordsLeft(entry: number, tokens: number): number {
    if (tokens < 2) return 0;
    return Math.max(0, (this.#parts.wordCounts[entry] ?? 0) - tokens);
  }

  /** Words that other words of the text begin with, which one word of a name could satisfy twice. */
  #nestedWords(tokens: readonly Token[]): NestedWord[] {
    if (tokens.length < 2) return [];
    return tokens.flatMap(({ kind, text }) => {
      const needs = tokens.filter((other) => other.text.startsWith(text)).length;
      if (kind !== 'word' || needs < 2) return [];
      return [{ range: this.#parts.indexes.terms.beginnings(text), needs }];
    });
  }

  /** "maria m" means somebody with two words that begin with m: each token needs a word of its own. */
  #withOwnWords(entry: number, nested: readonly NestedWord[], cell: number): MatchClass | null {
    const { terms } = this.#parts.indexes;
    const match = classOfCell(cell);
    const enough = (beforeField: number) =>
      nested.every(({ range, needs }) => terms.countOf(entry, range, beforeField) >= needs);
    if (enough(wordField.around)) return match;
    if (!enough(Infinity)) return null;
    return match > matchClass.around ? match : matchClass.around;
  }

  #oneWordClass(entry: number, key: string, cell: number): MatchClass {
    const match = classOfCell(cell);
    const isName = match === matchClass.nameStart && isFinished(cell) && this.#isName(entry, key);
    return isName ? matchClass.exact : match;
  }

  #isName(entry: number, key: string): boolean {
    const { keys, keysWrittenOut } = this.#parts;
    return keys[entry] === key || keysWrittenOut.get(entry) === key;
  }

  #beginsName(entry: number, key: string): boolean {
    const { keys, keysWrittenOut } = this.#parts;
    if (keys[entry]?.startsWith(key) === true) return true;
    return keysWrittenOut.get(entry)?.startsWith(key) === true;
  }

  #wholeNameClass(entry: number, key: string, match: MatchClass): MatchClass {
    if (match > matchClass.wordStart || key === '') return match;
    if (this.#isName(entry, key)) return matchClass.exact;
    const aliases = this.#parts.aliasesOf(entry);
    if (aliases.some((alias) => isSpelling(alias, key))) return matchClass.exact;
    return this.#beginsName(entry, key) ? matchClass.nameStart : match;
  }

  #anyWithoutErrors(): boolean {
    for (let place = 0; place < this.#overall.count; place += 1) {
      const match = classOfOverall(this.#overall.at(this.#overall.entryAt(place)));
      if (match < matchClass.oneError) return true;
    }
    return false;
  }

  /** Adds what matches another reading of the text, in no better class than the one given. */
  #alsoAs(sought: SearchText, best: MatchClass, leftOut: Uint8Array | null): void {
    const before = Array.from({ length: this.#overall.count }, (_, place) => {
      const entry = this.#overall.entryAt(place);
      return { entry, match: this.#overall.at(entry) };
    });
    this.#matchTokens(sought.tokens);
    this.#combine(sought, leftOut);
    const now = Array.from({ length: this.#overall.count }, (_, place) => {
      const entry = this.#overall.entryAt(place);
      return { entry, match: noBetterThan(best, this.#overall.at(entry)) };
    });
    this.#overall.clear();
    for (const { entry, match } of [...before, ...now]) this.#overall.put(entry, match);
  }

  /** Two words may have been typed as one: the text with a space where both parts are known. */
  #withForgottenSpace({ tokens }: SearchText): SearchText | null {
    const { terms } = this.#parts.indexes;
    for (const [place, { kind, text }] of tokens.entries()) {
      if (kind !== 'word') continue;
      for (let at = text.length - 1; at >= 1; at -= 1) {
        const words = [text.slice(0, at), text.slice(at)] as const;
        if (!terms.has(words[0]) || !terms.hasBeginning(words[1])) continue;
        const parts = words.map((word): Token => ({ kind: 'word', text: word }));
        const split = [...tokens.slice(0, place), ...parts, ...tokens.slice(place + 1)];
        this.#matchTokens(split);
        if (this.#anyWithAll(split.length)) return { key: '', tokens: split, readings: [] };
      }
    }
    return null;
  }

  #anyWithAll(count: number): boolean {
    const all = Array.from({ length: count }, (_, n) => this.#token(n));
    const [fewest] = [...all].sort((a, b) => a.count - b.count);
    for (let place = 0; place < (fewest?.count ?? 0); place += 1) {
      const entry = fewest?.entryAt(place) ?? 0;
      if (all.every((matches) => matches.at(entry) !== noMatch)) return true;
    }
    return false;
  }
}

/** Whether a text is typed so, in one of its spellings. */
function isSpelling(text: string, key: string): boolean {
  const { plain, writtenOut } = spellingsOf(text);
  return plain.join(' ') === key || writtenOut?.join(' ') === key;
}

interface NestedWord {
  /** The words that begin with it. */
  readonly range: TermRange;
  /** So many tokens begin with it. */
  readonly needs: number;
}
