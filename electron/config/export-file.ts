import { randomBytes } from 'node:crypto';
import { lstat, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { err, ok, type Result } from '../contract/result';

/** Where an export is written to. */
export interface ExportTarget {
  readonly file: string;
  /** False: a file that is there already is left alone. */
  readonly mayReplace: boolean;
}

export type ExportFileError =
  /** There is something at the name that is no plain file: a link, a folder, a device. */
  | { readonly code: 'export-no-plain-file' }
  | { readonly code: 'export-failed'; readonly cause: string };

/** What is at the name: nothing, a plain file, or something that must not be written to. */
async function occupantOf(file: string): Promise<'none' | 'file' | 'other'> {
  try {
    return (await lstat(file)).isFile() ? 'file' : 'other';
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'none';
    throw error;
  }
}

/** Why nothing is written to the target, or null. Throws what the system says. */
export async function exportRefusal({
  file,
  mayReplace,
}: ExportTarget): Promise<ExportFileError | null> {
  const occupant = await occupantOf(file);
  if (occupant === 'other') return { code: 'export-no-plain-file' };
  if (occupant === 'file' && !mayReplace) {
    return { code: 'export-failed', cause: `EEXIST: file already exists, '${file}'` };
  }
  return null;
}

/**
 * Writes a file of mode 600 beside the named one and then puts it in its place, so that at no moment
 * half of it is there and no link is followed. Throws what the system or `write` throws, and leaves
 * nothing behind.
 */
export async function writeInPlace<T>(
  file: string,
  write: (handle: FileHandle) => Promise<T>,
): Promise<T> {
  const suffix = randomBytes(6).toString('hex');
  const beside = join(dirname(file), `.${basename(file)}.${suffix}`);
  const handle = await open(beside, 'wx', 0o600);
  try {
    let written: T;
    try {
      written = await write(handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
    return written;
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** Writes a text as an export: whole or not at all. */
export async function exportText(
  target: ExportTarget,
  text: string,
): Promise<Result<null, ExportFileError>> {
  try {
    const refusal = await exportRefusal(target);
    if (refusal !== null) return err(refusal);
    await writeInPlace(target.file, (handle) => handle.writeFile(text));
    return ok(null);
  } catch (error) {
    return err({
      code: 'export-failed',
      cause: error instanceof Error ? error.message : String(error),
    });
  }
}
