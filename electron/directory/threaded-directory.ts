import { existsSync } from 'node:fs';

import type { DirectorySource, DirectorySummary } from '../contract/directory';
import type { Result } from '../contract/result';
import { DirectoryImports, type DirectoryImporting } from './directory-imports';
import type { DirectoryParts, DirectoryService } from './directory-service';
import { LatestSearch } from './latest-search';
import { PeopleSearch } from './search/people';
import { SearchIndex } from './search/search-index';
import { sourceId } from './source-id';
import type { AddressOwner, Answer, FoundInDirectory, Question } from './worker/calls';
import type { ThreadError } from './worker/connection';
import { watchFiles } from './worker/file-watch';
import { findPeople, ownerOf } from './worker/find-people';
import { ServingThread } from './worker/serving-thread';

/** Milliseconds without another change after which changed files are read. */
const calmAfterChange = 300;
/** Milliseconds for which the first reading waits for the files to be watched. */
const watchingPatience = 2_000;
/** Milliseconds after which people are found without a thread that does not answer. */
const patience = 1_000;
/** Milliseconds for which an attempt waits for a directory that is being read. */
const loadingPatience = 5_000;

/** Opens the directory and begins to read it. */
export function openDirectory(parts: DirectoryParts): DirectoryService {
  return new ThreadedDirectory(parts);
}

class ThreadedDirectory implements DirectoryService {
  readonly #parts: DirectoryParts;
  readonly #thread: ServingThread;
  readonly #imports: DirectoryImports;
  readonly #searches: LatestSearch<Question<'search'>, FoundInDirectory>;
  /** Finds those whom the line knows where no thread is ready. */
  readonly #knownPeople = new PeopleSearch(new SearchIndex([]));
  #context: Question<'context'> = { known: [], uses: [] };
  #sources: readonly DirectorySource[] = [];
  #entries = 0;
  readonly #faults = new Map<string, DirectorySource>();
  #ready = false;
  readonly #waiting: (() => void)[] = [];
  #read: string;
  #stopWatching: () => void;
  #stopCalming: () => void = () => undefined;

  constructor(parts: DirectoryParts) {
    this.#parts = parts;
    this.#thread = new ServingThread({
      program: parts.program,
      clock: parts.clock,
      wanted: () => this.#wanted(),
      context: () => this.#context,
      loaded: (answer) => {
        this.#loaded(answer);
      },
      fault: parts.fault,
    });
    this.#imports = new DirectoryImports({ ...parts, reload: () => this.reload() });
    this.#searches = new LatestSearch(
      (question) => this.#ask(question),
      (question) => this.#findKnown(question),
    );
    this.#read = this.#whatIsRead();
    this.#stopWatching = this.#watch();
  }

  search(question: Question<'search'>): Promise<FoundInDirectory> {
    if (this.#thread.current === null) return Promise.resolve(this.#findKnown(question));
    return this.#searches.ask(question);
  }

  async owner(address: string, mustKnow: boolean): Promise<AddressOwner> {
    if (mustKnow && this.#thread.current === null && !this.#isEmpty()) {
      await this.#within(loadingPatience, this.#nextReading());
    }
    const asked = this.#thread.current?.ask('owner', { address });
    const answer = asked === undefined ? undefined : await this.#within(patience, asked);
    if (answer?.ok === true) return answer.value;
    return { ...ownerOf(this.#knownPeople, address), listed: this.#isEmpty() ? false : null };
  }

  setContext(context: Question<'context'>): void {
    this.#context = context;
    this.#knownPeople.setContext(context.known, context.uses);
    void this.#thread.current?.ask('context', context);
  }

  page(question: Question<'page'>): Promise<Result<Answer<'page'>, ThreadError>> {
    const thread = this.#thread.current;
    if (thread !== null) return thread.ask('page', question);
    return Promise.resolve({ ok: true, value: { rows: [], total: 0 } });
  }

  rejected(question: Question<'rejected'>): Promise<Result<Answer<'rejected'>, ThreadError>> {
    const thread = this.#thread.current;
    if (thread !== null) return thread.ask('rejected', question);
    return Promise.resolve({ ok: true, value: null });
  }

  choose(...chosen: Parameters<DirectoryImporting['choose']>) {
    return this.#imports.choose(...chosen);
  }

  import(...wanted: Parameters<DirectoryImporting['import']>) {
    return this.#imports.import(...wanted);
  }

  importAgain(id: string) {
    return this.#imports.importAgain(id);
  }

  async remove(id: string): ReturnType<DirectoryImporting['remove']> {
    if (this.#faults.delete(id)) {
      this.#parts.changed();
      return { ok: true, value: null };
    }
    return await this.#imports.remove(id);
  }

  reload(): Promise<void> {
    return this.#thread.reload();
  }

  settingsChanged(): void {
    const read = this.#whatIsRead();
    if (read === this.#read) return;
    this.#read = read;
    this.#stopWatching();
    this.#stopWatching = this.#watch();
  }

  summary(): DirectorySummary {
    const sources = [...this.#faults.values(), ...this.#sources];
    return { ready: this.#ready, entries: this.#entries, sources };
  }

  async close(): Promise<void> {
    this.#stopCalming();
    this.#stopWatching();
    await this.#imports.close();
    await this.#thread.close();
  }

  #whatIsRead(): string {
    return JSON.stringify([this.#parts.region(), this.#parts.files()]);
  }

  #wanted(): Question<'load'> | null {
    const { store, files, region, clock } = this.#parts;
    const watched = files().map((path) => ({ id: sourceId('watched', path), path }));
    if (watched.length === 0 && !existsSync(store)) return null;
    return { store, files: watched, region: region(), now: clock.now() };
  }

  #loaded({ sources, entries, fault }: Answer<'load'>): void {
    this.#sources = sources;
    this.#entries = entries;
    if (fault !== null) this.#faults.set(fault.id, fault);
    this.#ready = true;
    for (const done of this.#waiting.splice(0)) done();
    this.#parts.changed();
  }

  /** Reads the files once they are watched, so that no change is missed, and after each change. */
  #watch(): () => void {
    const { program, files, clock } = this.#parts;
    const read = () => {
      stopWaiting();
      void this.reload();
    };
    // A drive that does not answer keeps the watching thread, and must not keep the rest.
    const stopWaiting = clock.after(watchingPatience, read);
    const stopWatching = watchFiles(program, files(), {
      watching: read,
      changed: () => {
        this.#stopCalming();
        this.#stopCalming = clock.after(calmAfterChange, read);
      },
    });
    return () => {
      stopWaiting();
      stopWatching();
    };
  }

  async #ask(question: Question<'search'>): Promise<FoundInDirectory> {
    const asked = this.#thread.current?.ask('search', question);
    const answer = asked === undefined ? undefined : await this.#within(patience, asked);
    return answer?.ok === true ? answer.value : this.#findKnown(question);
  }

  #findKnown(question: Question<'search'>): FoundInDirectory {
    const found = findPeople(this.#knownPeople, question);
    return { ...found, listed: this.#isEmpty() ? false : null };
  }

  async #nextReading(): Promise<void> {
    await new Promise<void>((done) => {
      this.#waiting.push(done);
    });
  }

  #isEmpty(): boolean {
    return this.#ready && this.#sources.length === 0;
  }

  /** Undefined: it took longer. */
  async #within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
    return await new Promise((resolve) => {
      const stop = this.#parts.clock.after(ms, () => resolve(undefined));
      void work.then((value) => {
        stop();
        resolve(value);
      });
    });
  }
}
