import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';

import type { DirectoryFileError } from '../../contract/directory';
import { err, ok, type Result } from '../../contract/result';

/** Largest directory file that is read, in bytes: 100,000 contacts with everything but photographs. */
const largestFile = 64 * 1024 * 1024;

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

function openingError(error: unknown): DirectoryFileError {
  const cause = codeOf(error).slice(0, 300);
  if (cause === 'ENOENT' || cause === 'ENOTDIR') return { code: 'file-absent', cause };
  return { code: 'file-unreadable', cause };
}

/** What an open file holds; null where it grew past the limit while it was read. */
async function readBounded(
  handle: FileHandle,
  size: number,
  largest: number,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(chunks.length === 0 ? size + 1 : 64 * 1024);
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, null);
    if (bytesRead === 0) return Buffer.concat(chunks, length);
    length += bytesRead;
    if (length > largest) return null;
    chunks.push(chunk.subarray(0, bytesRead));
  }
}

/**
 * Reads a whole file that a person or the settings name, of at most 64 MB or `largest` bytes. A symbolic link is followed, since shared folders
 * are mounted through them; a folder, device or pipe is refused, and a pipe never holds it up.
 */
export async function readNamedFile(
  path: string,
  largest = largestFile,
): Promise<Result<Uint8Array, DirectoryFileError>> {
  let handle: FileHandle | null = null;
  try {
    // Before it is opened, too: opening a device may already do something.
    if (!(await stat(path)).isFile()) return err({ code: 'no-plain-file' });
    const nonBlocking = process.platform === 'win32' ? 0 : constants.O_NONBLOCK;
    handle = await open(path, constants.O_RDONLY | nonBlocking);
    const status = await handle.stat();
    if (!status.isFile()) return err({ code: 'no-plain-file' });
    if (status.size > largest) return err({ code: 'file-too-large' });
    const bytes = await readBounded(handle, status.size, largest);
    return bytes === null ? err({ code: 'file-too-large' }) : ok(bytes);
  } catch (error) {
    return err(openingError(error));
  } finally {
    await handle?.close();
  }
}
