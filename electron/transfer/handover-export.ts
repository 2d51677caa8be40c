import type { FileHandle } from 'node:fs/promises';
import { extname } from 'node:path';

import {
  exportRefusal,
  writeInPlace,
  type ExportFileError,
  type ExportTarget,
} from '../config/export-file';
import type { HistoryFilter } from '../contract/history';
import { err, ok, type Result } from '../contract/result';
import type { EndedAttempt } from '../contract/transfer';
import type { Journal, JournalError } from './journal';
import { exportCsv, exportJson } from './journal-export';

/** Attempts that are read and written at once: some milliseconds, between which others have a turn. */
const sliceRows = 1000;

type ExportError =
  /** The name ends neither in .csv nor in .json. */
  { readonly code: 'export-extension' } | ExportFileError;

export type HistoryExportFault =
  | ExportError
  | ({ readonly code: 'history-unavailable' } & JournalError);

/** Text of an export that grows: each piece of attempts, then the end. */
interface GrowingText {
  readonly more: (attempts: readonly EndedAttempt[]) => string;
  readonly end: () => string;
}

function growingCsv(): GrowingText {
  const heading = exportCsv([]);
  let before = heading;
  return {
    more: (attempts) => {
      const text = before + exportCsv(attempts).slice(heading.length);
      before = '';
      return text;
    },
    end: () => before,
  };
}

function growingJson(): GrowingText {
  const [open_, close] = ['[\n', '\n]\n'];
  let before = open_;
  return {
    more: (attempts) => {
      if (attempts.length === 0) return '';
      const text = before + exportJson(attempts).slice(open_.length, -close.length);
      before = ',\n';
      return text;
    },
    end: () => (before === open_ ? exportJson([]) : close),
  };
}

const texts: Readonly<Record<string, () => GrowingText>> = {
  '.csv': growingCsv,
  '.json': growingJson,
};

class Unreadable extends Error {}

/** The attempts of a filter, newest first, piece by piece; those that come meanwhile are left out. */
async function* slices(
  journal: Pick<Journal, 'history'>,
  filter: HistoryFilter,
): AsyncGenerator<readonly EndedAttempt[]> {
  let cursor: { readonly olderThan: number } | null = null;
  for (;;) {
    const page = journal.history(filter, { cursor, limit: sliceRows });
    if (!page.ok) throw new Unreadable(page.error.cause);
    const { rows } = page.value;
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ attempt }) => attempt);
    cursor = { olderThan: last.seq };
    await new Promise(setImmediate);
  }
}

/** Writes the attempts as they come; gives how many they were. */
async function writePieces(
  handle: FileHandle,
  text: GrowingText,
  pieces: AsyncIterable<readonly EndedAttempt[]>,
): Promise<number> {
  let attempts = 0;
  for await (const piece of pieces) {
    await handle.appendFile(text.more(piece));
    attempts += piece.length;
  }
  await handle.appendFile(text.end());
  return attempts;
}

/**
 * Writes what a filter shows to a file of mode 600, as CSV or JSON by its extension, in pieces, so
 * that Baton answers meanwhile however long the history is. A plain file of that name is replaced
 * where that is allowed; anything else of that name is left alone.
 * @returns how many attempts were written.
 */
export async function exportHistory(
  journal: Pick<Journal, 'history'>,
  filter: HistoryFilter,
  target: ExportTarget,
): Promise<Result<number, HistoryExportFault>> {
  const { file } = target;
  const text = texts[extname(file).toLowerCase()];
  if (text === undefined) return err({ code: 'export-extension' });
  try {
    const refusal = await exportRefusal(target);
    if (refusal !== null) return err(refusal);
    const write = (handle: FileHandle) => writePieces(handle, text(), slices(journal, filter));
    return ok(await writeInPlace(file, write));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return err({
      code: error instanceof Unreadable ? 'history-unavailable' : 'export-failed',
      cause,
    });
  }
}
