import { workerData } from 'node:worker_threads';

import { runHistoryCommands } from '../cli/history-commands';
import { unreachable } from '../contract/result';
import type { ThreadStart } from './ask-thread';
import { diagnose } from './diagnose';
import { readDisplay } from './doctor-desktop';
import type { ThreadReplies, ThreadRole, ThreadWork } from './thread-work';

/** The program of a thread that does one piece of work. Knows no Electron. */
async function done(work: ThreadWork): Promise<ThreadReplies[ThreadRole]> {
  switch (work.role) {
    case 'history-commands':
      return await runHistoryCommands(work.options, work.journal);
    case 'read-display':
      return await readDisplay();
    case 'diagnose':
      return await diagnose(work.request);
    default:
      return unreachable(work);
  }
}

const { work, port, answered }: ThreadStart = workerData;

function answer(reply: unknown): void {
  port.postMessage(reply);
  Atomics.store(answered, 0, 1);
  Atomics.notify(answered, 0);
  // Stays until the program ends: a thread that goes at the same time as the program, and has loaded
  // native modules, can abort it (seen with libsql 0.5 on Electron 25).
  Atomics.wait(answered, 0, 1);
}

const failed = (error: unknown) => {
  answer({ ok: false, cause: error instanceof Error ? error.message : String(error) });
};

// Whoever waits for this thread would not notice that it has died.
process.on('uncaughtException', failed);
done(work).then((value) => answer({ ok: true, value }), failed);
