import type { MessagePort } from 'node:worker_threads';

import type { Answer, Question, ToWorker, WorkerCall } from './calls';
import { FileImport, importAgain, removeImport } from './import-file';
import { LoadedDirectory } from './loaded-directory';
import { loadSources, type KnownBefore, type LoadedSource } from './sources';

/** The other thread does not answer: it has ended, or it hangs. Milliseconds. */
const handOverTimeout = 10_000;

type Handlers = {
  readonly [C in WorkerCall]: (question: Question<C>) => Answer<C> | Promise<Answer<C>>;
};

/** The directory before it is loaded. */
const nobody = new LoadedDirectory([]);

/**
 * What runs in a thread of the directory. A thread loads its sources once and then answers; when they
 * change, main starts another one, and lets this one answer until that one is ready.
 */
export class DirectoryThread {
  #directory = nobody;
  #before: MessagePort | null = null;
  readonly #chosen = new FileImport();

  readonly #handlers: Handlers = {
    load: async (question) => {
      const { sources, fault } = await loadSources(question, this.#knownBefore);
      this.#directory = new LoadedDirectory(sources);
      this.#before?.close();
      // The first searches are slow until they are compiled: nobody should wait for that.
      for (const text of ['a', 'ma', 'mari', 'mraia', 'a m', '0134']) {
        this.#directory.search({ text, address: null, limit: 50 });
      }
      return {
        sources: sources.map(({ source }) => source),
        entries: this.#directory.size,
        fault,
      };
    },
    context: (question) => {
      this.#directory.setContext(question);
      return null;
    },
    search: (question) => this.#directory.search(question),
    owner: (question) => this.#directory.owner(question),
    page: (question) => this.#directory.page(question),
    rejected: (question) => this.#directory.rejected(question),
    preview: (question) => this.#chosen.preview(question),
    import: (question) => this.#chosen.take(question),
    'import-again': importAgain,
    remove: removeImport,
  };

  /** Takes a message of main's; answers go to `post`. */
  async receive(message: ToWorker, post: (answer: FromWorker) => void): Promise<void> {
    switch (message.kind) {
      case 'hand-over':
        this.#handOver(message.port);
        return;
      case 'take-over':
        this.#before = message.port;
        return;
      default:
        await this.#answer(message, post);
    }
  }

  async #answer(
    { id, call, question }: Extract<ToWorker, { kind: 'call' }>,
    post: (answer: FromWorker) => void,
  ): Promise<void> {
    try {
      // A call and its question belong together; TypeScript does not see it once both are variables.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const handler = this.#handlers[call] as (asked: unknown) => unknown;
      post({ id, ok: true, answer: await handler(question) });
    } catch (error) {
      const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
      post({ id, ok: false, cause });
    }
  }

  /** Gives the thread that comes after this one the sources that it cannot read. */
  #handOver(port: MessagePort): void {
    port.on('message', (id: string) => {
      port.postMessage(this.#directory.source(id));
    });
  }

  readonly #knownBefore: KnownBefore = async (id) => {
    const port = this.#before;
    if (port === null) return null;
    return await new Promise((resolve) => {
      const timer = setTimeout(() => resolve(null), handOverTimeout);
      port.once('message', (source: LoadedSource | null) => {
        clearTimeout(timer);
        resolve(source);
      });
      port.postMessage(id);
    });
  };
}

/** An answer, or why there is none: a fault of the thread itself. */
export type FromWorker =
  | { readonly id: number; readonly ok: true; readonly answer: unknown }
  | { readonly id: number; readonly ok: false; readonly cause: string };
