import { parentPort, workerData } from 'node:worker_threads';

import { z } from 'zod';

import { fileState } from './watch-files';
import type { ToWorker } from './worker/calls';
import type { FileWatchMessage } from './worker/file-watch';

/**
 * The program of the directory's threads: one that watches files, or one that holds the directory.
 * Watching has a thread of its own, because a file on a drive that does not answer stops whoever asks
 * for it.
 */
const workerDataSchema = z.discriminatedUnion('role', [
  z.object({ role: z.literal('directory') }),
  z.object({
    role: z.literal('watch'),
    paths: z.array(z.string()),
    /** Milliseconds between two looks. */
    every: z.number(),
  }),
]);

async function serve(): Promise<void> {
  const { DirectoryThread } = await import('./worker/thread');
  const thread = new DirectoryThread();
  parentPort?.on('message', (message: ToWorker) => {
    void thread.receive(message, (answer) => parentPort?.postMessage(answer, []));
  });
}

/**
 * Looks at the files again and again. That sees what notifications of the system do not tell of:
 * changes on network drives, and a drive that is mounted late.
 */
function watch(paths: readonly string[], every: number): void {
  const tell = (message: FileWatchMessage) => {
    parentPort?.postMessage(message, []);
  };
  let before = paths.map(fileState);
  tell('watching');
  setInterval(() => {
    const now = paths.map(fileState);
    if (now.some((state, n) => state !== before[n])) tell('changed');
    before = now;
  }, every);
}

const role = workerDataSchema.parse(workerData);
if (role.role === 'watch') watch(role.paths, role.every);
else void serve();
