import type { Answer, Question } from './calls';
import { DirectoryConnection } from './connection';

/** Milliseconds until a thread that was lost is replaced: doubled each time it is lost again. */
const firstDelay = 500;
const longestDelay = 30_000;
/** Milliseconds after which a thread counts as one that works. */
const steadyAfter = 60_000;

export interface Clock {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Calls back after so many milliseconds; returns the function that prevents it. */
  readonly after: (ms: number, done: () => void) => () => void;
}

interface ServingParts {
  readonly program: string;
  readonly clock: Clock;
  /** What is to be loaded; null: there is nothing, and no thread is needed. */
  readonly wanted: () => Question<'load'> | null;
  readonly context: () => Question<'context'>;
  readonly loaded: (answer: Answer<'load'>) => void;
  readonly fault: (cause: string) => void;
}

/**
 * The thread that answers for the directory. It is never changed: when the sources change, another
 * one loads them while this one goes on answering. One that is lost is replaced, later and later.
 */
export class ServingThread {
  readonly #parts: ServingParts;
  #serving: DirectoryConnection | null = null;
  #loading: Promise<void> | null = null;
  #again: Promise<void> | null = null;
  #servingSince = 0;
  #losses = 0;
  #stopWaiting: () => void = () => undefined;
  #closed = false;

  constructor(parts: ServingParts) {
    this.#parts = parts;
  }

  /** Null: none is ready. */
  get current(): DirectoryConnection | null {
    return this.#serving;
  }

  /** Loads the sources as they are now. Resolves when that is done, or has failed. */
  reload(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    this.#stopWaiting();
    if (this.#loading === null) {
      this.#loading = this.#load().finally(() => {
        this.#loading = null;
      });
      return this.#loading;
    }
    // What is being loaded may be what was there before the change.
    this.#again ??= this.#loading.then(() => {
      this.#again = null;
      return this.reload();
    });
    return this.#again;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#stopWaiting();
    await this.#serving?.close();
    this.#serving = null;
  }

  async #load(): Promise<void> {
    const { wanted, context, loaded, program } = this.#parts;
    const question = wanted();
    if (question === null) {
      await this.#replaceWith(null);
      loaded({ sources: [], entries: 0, fault: null });
      return;
    }
    const next = new DirectoryConnection(program, (cause) => {
      if (next === this.#serving) this.#lost(cause);
    });
    if (this.#serving !== null) next.takeOverFrom(this.#serving);
    const answer = await next.ask('load', question);
    if (this.#closed) {
      await next.close();
      return;
    }
    if (!answer.ok) {
      await next.close();
      this.#parts.fault(answer.error.cause);
      this.#retry();
      return;
    }
    // Asked before anything else: threads answer in the order of their messages.
    void next.ask('context', context());
    await this.#replaceWith(next);
    loaded(answer.value);
  }

  async #replaceWith(next: DirectoryConnection | null): Promise<void> {
    const before = this.#serving;
    this.#serving = next;
    this.#servingSince = this.#parts.clock.now();
    await before?.close();
  }

  #lost(cause: string): void {
    this.#serving = null;
    if (this.#parts.clock.now() - this.#servingSince >= steadyAfter) this.#losses = 0;
    this.#parts.fault(cause);
    this.#retry();
  }

  #retry(): void {
    const delay = Math.min(firstDelay * 2 ** this.#losses, longestDelay);
    this.#losses += 1;
    this.#stopWaiting();
    this.#stopWaiting = this.#parts.clock.after(delay, () => {
      void this.reload();
    });
  }
}
