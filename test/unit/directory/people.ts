import type { DirectoryEntry } from '../../../electron/contract/directory';
import { PeopleSearch, type KnownPerson } from '../../../electron/directory/search/people';
import { SearchIndex } from '../../../electron/directory/search/search-index';

type SomeOf<T> = { readonly [K in keyof T]?: T[K] };

export const entry = (
  name: string,
  address: string,
  more: SomeOf<DirectoryEntry> = {},
): DirectoryEntry => ({
  name,
  address,
  aliases: [],
  department: null,
  company: null,
  label: null,
  role: null,
  ...more,
});

export const known = (
  name: string | null,
  address: string,
  more: SomeOf<KnownPerson> = {},
): KnownPerson => ({ name, address, note: null, role: null, recorded: false, ...more });

export const searchOf = (entries: readonly DirectoryEntry[]): PeopleSearch =>
  new PeopleSearch(new SearchIndex(entries));

/** Names that are found in a directory, best first. */
export const namesIn = (entries: readonly DirectoryEntry[], text: string): string[] =>
  new SearchIndex(entries).find(text, 50).hits.map(({ name }) => name);
