import { readSync } from 'node:fs';

/** Largest document that is read, in bytes. */
export const largestDocument = 1024 * 1024;

/** Reads an open file; null where it holds more than `largestDocument` bytes. */
export function readBounded(descriptor: number): Uint8Array | null {
  const buffer = Buffer.alloc(largestDocument + 1);
  let length = 0;
  while (length < buffer.length) {
    const read = readSync(descriptor, buffer, length, buffer.length - length, null);
    if (read === 0) return buffer.subarray(0, length);
    length += read;
  }
  return null;
}

/** The code of a system error, such as ENOENT; the message of any other. */
export function systemErrorCode(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
