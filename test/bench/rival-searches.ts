import uFuzzy from '@leeoniya/ufuzzy';
import Fuse from 'fuse.js';
import fuzzysort from 'fuzzysort';

import type { DirectoryEntry } from '../../electron/contract/directory';
import { SearchIndex } from '../../electron/directory/search/search-index';

/** Finds the addresses of the first so many for a text. */
export type Search = (text: string, limit: number) => readonly string[];

interface Rival {
  readonly name: string;
  readonly prepare: (directory: readonly DirectoryEntry[]) => Search;
}

const digitsOf = ({ address }: DirectoryEntry): string => address.replace(/^\+|^sip:/, '');

/** Everything that an entry is found by, as the libraries want it. */
const fieldsOf = (entry: DirectoryEntry) => ({
  address: entry.address,
  name: entry.name,
  aliases: entry.aliases.join(' '),
  team: [entry.department, entry.company, entry.label].filter((text) => text !== null).join(' '),
  number: digitsOf(entry),
});
const keys = ['name', 'aliases', 'team', 'number'];

/**
 * Baton's search and three libraries on the same entries. Each library is set up as its documents
 * advise for names: words in any order, errors allowed, accents ignored. Those that do not search
 * over several fields get them as one text.
 */
export const rivals: readonly Rival[] = [
  {
    name: 'Baton',
    prepare: (directory) => {
      const index = new SearchIndex(directory);
      return (text, limit) => index.find(text, limit).hits.map(({ address }) => address);
    },
  },
  {
    name: 'fuse.js',
    prepare: (directory) => {
      const fuse = new Fuse(directory.map(fieldsOf), {
        keys,
        ignoreDiacritics: true,
        ignoreLocation: true,
        threshold: 0.4,
      });
      return (text, limit) => fuse.search(text, { limit }).map(({ item }) => item.address);
    },
  },
  {
    name: 'fuse.js, token search',
    prepare: (directory) => {
      const fuse = new Fuse(directory.map(fieldsOf), {
        keys,
        ignoreDiacritics: true,
        useTokenSearch: true,
        threshold: 0.4,
      });
      return (text, limit) => fuse.search(text, { limit }).map(({ item }) => item.address);
    },
  },
  {
    name: 'fuzzysort',
    prepare: (directory) => {
      const snapshot = fuzzysort.snapshot(directory.map(fieldsOf), { keys });
      return (text, limit) =>
        fuzzysort.go(text, snapshot, { limit, threshold: 0.2 }).map(({ obj }) => obj.address);
    },
  },
  {
    name: 'uFuzzy',
    prepare: (directory) => {
      const fields = directory.map(fieldsOf);
      const haystack = uFuzzy.latinize(
        fields.map(({ name, aliases, team, number }) => `${name} ${aliases} ${team} ${number}`),
      );
      // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- its enum has no value to import
      const fuzzy = new uFuzzy({ unicode: true, intraMode: 1, interSplit: "[^\\p{L}\\d']+" });
      return (text, limit) => {
        const [indexes, info, order] = fuzzy.search(haystack, uFuzzy.latinize(text), 4, 10_000);
        const found = order === null ? indexes : order.map((place) => info.idx[place] ?? 0);
        return (found ?? []).slice(0, limit).flatMap((at) => fields[at]?.address ?? []);
      };
    },
  },
];
