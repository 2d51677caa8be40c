import { existsSync } from 'node:fs';

import { err, ok, type Result } from '../contract/result';
import type { EndedAttempt } from '../contract/transfer';
import { openToRead } from './journal-database';
import { wholeHistory } from './journal-history';
import { checkReadable } from './journal-schema';

export type JournalReadError =
  | { readonly code: 'absent' }
  | { readonly code: 'unreadable'; readonly cause: string };

/**
 * Every ended attempt of a journal of any version, newest first. The file is opened to read only
 * and may be in use; attempts that are under way are not among them.
 */
export function readJournal(file: string): Result<readonly EndedAttempt[], JournalReadError> {
  if (!existsSync(file)) return err({ code: 'absent' });
  try {
    const db = openToRead(file);
    try {
      checkReadable(db);
      const all = { text: '', outcome: null, lineId: null, from: null, to: null };
      return ok(wholeHistory(db, all));
    } finally {
      db.close();
    }
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return err({ code: 'unreadable', cause });
  }
}
