import { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/**
 * Collects what a program prints from its first byte on. Playwright hands the process over only
 * once it has connected to it, and what was printed until then is lost to whoever listens later.
 * @param file the program, as it is spawned
 * @param print takes each piece, of stdout and of stderr
 * @returns stops looking out for the program; what was found is listened to for ever
 */
export function collectOutputOf(file: string, print: (text: string) => void): () => void {
  const onCreated = (message: unknown) => {
    if (typeof message !== 'object' || message === null || !('process' in message)) return;
    const child = message.process;
    if (!(child instanceof ChildProcess)) return;
    // Its file and its streams are there only when it has been spawned.
    child.once('spawn', () => {
      if (child.spawnfile !== file) return;
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on('data', (chunk: Buffer) => {
          print(chunk.toString());
        });
      }
    });
  };
  subscribe('child_process', onCreated);
  return () => unsubscribe('child_process', onCreated);
}
