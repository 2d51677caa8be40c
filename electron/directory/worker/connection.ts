import { MessageChannel, Worker } from 'node:worker_threads';

import { err, ok, type Result } from '../../contract/result';
import { workerCalls, type Answer, type Question, type ToWorker, type WorkerCall } from './calls';
import type { FromWorker } from './thread';

/** The thread is gone, or it failed. */
export interface ThreadError {
  readonly code: 'thread-failed';
  readonly cause: string;
}

const longestCause = 300;
const failure = (cause: string) =>
  err({ code: 'thread-failed', cause: cause.slice(0, longestCause) } as const);

/** Main's end of a thread that holds the directory. */
export class DirectoryConnection {
  readonly #worker: Worker;
  readonly #pending = new Map<number, (answer: Result<unknown, ThreadError>) => void>();
  #calls = 0;
  #gone: string | null = null;
  #closing = false;

  /**
   * @param program file of the thread's program.
   * @param lost called when the thread ends without being closed.
   */
  constructor(program: string, lost: (cause: string) => void) {
    this.#worker = new Worker(program, { workerData: { role: 'directory' } });
    // Baton quits without waiting for it.
    this.#worker.unref();
    this.#worker.on('message', (message: FromWorker) => {
      const pending = this.#pending.get(message.id);
      this.#pending.delete(message.id);
      pending?.(message.ok ? ok(message.answer) : failure(message.cause));
    });
    this.#worker.on('error', (error: unknown) => {
      this.#gone = error instanceof Error ? (error.stack ?? error.message) : String(error);
    });
    this.#worker.on('exit', (code) => {
      const cause = this.#gone ?? `ended with code ${code}`;
      this.#gone = cause;
      for (const pending of this.#pending.values()) pending(failure(cause));
      this.#pending.clear();
      if (!this.#closing) lost(cause);
    });
  }

  /** Asks the thread. Never rejects; a thread that ends answers with the cause. */
  async ask<C extends WorkerCall>(
    call: C,
    question: Question<C>,
  ): Promise<Result<Answer<C>, ThreadError>> {
    if (this.#gone !== null) return failure(this.#gone);
    this.#calls += 1;
    const id = this.#calls;
    const answered = new Promise<Result<unknown, ThreadError>>((resolve) => {
      this.#pending.set(id, resolve);
    });
    this.#worker.postMessage({ kind: 'call', id, call, question }, []);
    const answer = await answered;
    if (!answer.ok) return answer;
    const checked = workerCalls[call].answer.safeParse(answer.value);
    if (!checked.success) return failure(`an answer to ${call} that does not fit`);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema is the one of the call
    return ok(checked.data as Answer<C>);
  }

  /** Lets this thread take over from another one what it cannot read itself. */
  takeOverFrom(before: DirectoryConnection): void {
    if (before.#gone !== null) return;
    const { port1, port2 } = new MessageChannel();
    before.#worker.postMessage({ kind: 'hand-over', port: port1 } satisfies ToWorker, [port1]);
    this.#worker.postMessage({ kind: 'take-over', port: port2 } satisfies ToWorker, [port2]);
  }

  async close(): Promise<void> {
    this.#closing = true;
    await this.#worker.terminate();
  }
}
