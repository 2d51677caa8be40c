import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

import { err, ok, type Result } from '../contract/result';
import type { EndedAttempt } from '../contract/transfer';
import { exportCsv, exportJson } from './journal-export';

export type ExportError =
  /** The name ends neither in .csv nor in .json. */
  | { readonly code: 'export-extension' }
  /** There is something at the name that is no plain file: a link, a folder, a device. */
  | { readonly code: 'export-no-plain-file' }
  | { readonly code: 'export-failed'; readonly cause: string };

const writers: Readonly<Record<string, (attempts: readonly EndedAttempt[]) => string>> = {
  '.csv': exportCsv,
  '.json': exportJson,
};

/** Where a file may be written: at a free name, or in place of a plain file, never through a link. */
function isFreeOrPlain(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() ?? true;
}

/** Beside the file and then in its place, so that at no moment half of it is there. */
function writeInPlace(file: string, text: string): void {
  const suffix = randomBytes(6).toString('hex');
  const beside = join(dirname(file), `.${basename(file)}.${suffix}`);
  const handle = openSync(beside, 'wx', 0o600);
  try {
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/**
 * Writes attempts to a file of mode 600, as CSV or JSON by its extension. A plain file of that name
 * is replaced; anything else of that name is left alone.
 */
export function writeExport(
  file: string,
  attempts: readonly EndedAttempt[],
): Result<void, ExportError> {
  const write = writers[extname(file).toLowerCase()];
  if (write === undefined) return err({ code: 'export-extension' });
  try {
    if (!isFreeOrPlain(file)) return err({ code: 'export-no-plain-file' });
    writeInPlace(file, write(attempts));
    return ok(undefined);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return err({ code: 'export-failed', cause });
  }
}
