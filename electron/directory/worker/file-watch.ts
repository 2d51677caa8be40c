import { Worker } from 'node:worker_threads';

/** What the thread tells. */
export type FileWatchMessage = 'watching' | 'changed';

/** Milliseconds between two looks at the files. */
const every = 1_000;

/** What is told of the files that are watched. */
export interface FileWatchListeners {
  /** From now on no change is missed; or none can be seen. */
  readonly watching: () => void;
  /** A file was changed or replaced, or it came or went. */
  readonly changed: () => void;
}

/**
 * Watches files from a thread of its own.
 * @param program file of the thread's program.
 * @returns the function that stops watching.
 */
export function watchFiles(
  program: string,
  paths: readonly string[],
  { watching, changed }: FileWatchListeners,
): () => void {
  if (paths.length === 0) {
    watching();
    return () => undefined;
  }
  const worker = new Worker(program, { workerData: { role: 'watch', paths, every } });
  worker.unref();
  worker.on('message', (message: FileWatchMessage) => {
    if (message === 'watching') watching();
    else changed();
  });
  // Without it files are still read at the start and when the person asks for it.
  worker.on('error', watching);
  return () => {
    void worker.terminate();
  };
}
