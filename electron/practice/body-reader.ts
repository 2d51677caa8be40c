import type { IncomingMessage } from 'node:http';

import { err, ok, type Result } from '../contract/result';

/** Bytes of a body that are taken; an action's body is some 150. */
export const maxBodyBytes = 64 * 1024;
/** Bytes that are read and thrown away, so that a client which still sends can read its 413. */
const maxDiscardedBytes = 1024 * 1024;

/**
 * Reads a body to its end. `too-large`: it was read to its end and is not kept. `cut`: it never
 * ended, or went on beyond reason; there is nobody to answer.
 */
export function readBody(request: IncomingMessage): Promise<Result<string, 'too-large' | 'cut'>> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= maxBodyBytes) chunks.push(chunk);
      if (bytes > maxDiscardedBytes) request.destroy();
    });
    request.on('end', () =>
      resolve(bytes > maxBodyBytes ? err('too-large') : ok(Buffer.concat(chunks).toString('utf8'))),
    );
    request.on('error', () => resolve(err('cut')));
    request.on('close', () => resolve(err('cut')));
  });
}
