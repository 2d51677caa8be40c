import type { DirectoryEntry } from '../../contract/directory';
import { PeopleSearch, personOf } from '../search/people';
import { SearchIndex } from '../search/search-index';
import type { Answer, AddressOwner, FoundInDirectory, Question } from './calls';
import { findPeople, ownerOf, rowOf } from './find-people';
import { distinctEntries, type LoadedSource } from './sources';

/** The directory as it was when its sources were last read. It never changes: a new one replaces it. */
export class LoadedDirectory {
  readonly #sources: readonly LoadedSource[];
  readonly #index: SearchIndex<DirectoryEntry>;
  readonly #people: PeopleSearch;
  /** The page that is turned over most likely comes from the text of the last one. */
  #lastPage: { readonly text: string; readonly entries: readonly DirectoryEntry[] } | null = null;

  constructor(sources: readonly LoadedSource[]) {
    this.#sources = sources;
    this.#index = new SearchIndex(distinctEntries(sources));
    this.#people = new PeopleSearch(this.#index);
  }

  /** How many entries there are, each name and address counted once. */
  get size(): number {
    return this.#index.entries.length;
  }

  source(id: string): LoadedSource | null {
    return this.#sources.find(({ source }) => source.id === id) ?? null;
  }

  setContext({ known, uses }: Question<'context'>): void {
    this.#people.setContext(known, uses);
  }

  search(question: Question<'search'>): FoundInDirectory {
    return findPeople(this.#people, question);
  }

  owner({ address }: Question<'owner'>): AddressOwner {
    return ownerOf(this.#people, address);
  }

  /** A page of everybody by name, or of those who match a text, best first. */
  page({ text, skip, limit }: Question<'page'>): Answer<'page'> {
    const entries = this.#matching(text.trim());
    const rows = entries.slice(skip, skip + limit).map((entry) => rowOf(personOf(entry)));
    return { rows, total: entries.length };
  }

  rejected({ sourceId, skip, limit }: Question<'rejected'>): Answer<'rejected'> {
    const source = this.source(sourceId);
    if (source === null) return null;
    const { rejected } = source;
    return { rows: rejected.slice(skip, skip + limit), total: rejected.length };
  }

  #matching(text: string): readonly DirectoryEntry[] {
    if (text === '') return this.#index.entries;
    if (this.#lastPage?.text === text) return this.#lastPage.entries;
    const { hits } = this.#index.find(text, Infinity);
    const entries = hits.map(({ entry }) => entry);
    this.#lastPage = { text, entries };
    return entries;
  }
}
