import {
  MessageChannel,
  receiveMessageOnPort,
  Worker,
  type MessagePort,
} from 'node:worker_threads';

import type { CommandResult } from '../cli/history-commands';
import type { ThreadReplies, ThreadRole, ThreadWork } from './thread-work';

/** What the thread answers, or the words of the error that ended it. */
type Reply<R extends ThreadRole> =
  | { readonly ok: true; readonly value: ThreadReplies[R] }
  | { readonly ok: false; readonly cause: string };

/** What a thread is started with: its work, the way to answer, and what is set once it has. */
export interface ThreadStart {
  readonly work: ThreadWork;
  readonly port: MessagePort;
  readonly answered: Int32Array;
}

/**
 * Has work done in a thread and stops everything here until it is: a command without a window needs
 * this, because without a display Electron ends the program as soon as its main script has returned.
 * @param limitMs after which the work counts as failed, in milliseconds
 * @throws Error where the work failed, or took longer
 */
export function askThreadAndWait<R extends ThreadRole>(
  program: string,
  work: ThreadWork & { readonly role: R },
  limitMs: number,
): ThreadReplies[R] {
  const { port1, port2 } = new MessageChannel();
  const answered = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: ThreadStart = { work, port: port2, answered };
  const worker = new Worker(program, { workerData, transferList: [port2] });
  worker.unref();
  Atomics.wait(answered, 0, 0, limitMs);
  const reply: Reply<R> | undefined = receiveMessageOnPort(port1)?.message;
  if (reply === undefined) throw new Error(`no answer within ${limitMs} ms`);
  if (!reply.ok) throw new Error(reply.cause);
  return reply.value;
}

/** Carries out a command so, for as long as it takes. What it fails of is its result. */
export function commandInThread(
  program: string,
  work: Extract<ThreadWork, { readonly role: 'history-commands' | 'diagnose' }>,
): CommandResult<0 | 1 | 2> {
  try {
    return askThreadAndWait(program, work, Number.POSITIVE_INFINITY);
  } catch (error) {
    return { exitCode: 1, text: error instanceof Error ? error.message : String(error) };
  }
}
