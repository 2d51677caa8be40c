import { existsSync } from 'node:fs';

import { err, ok, type Result } from '../contract/result';
import type { Journal } from './journal';
import { openToRead } from './journal-database';
import { historyPage } from './journal-history';
import { checkReadable } from './journal-schema';

export type JournalReadError =
  | { readonly code: 'absent' }
  | { readonly code: 'unreadable'; readonly cause: string };

/** The history of a journal that somebody else may be writing. */
export type HistoryToRead = Pick<Journal, 'history' | 'close'>;

const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/**
 * Opens a journal of any version to read only. It may be in use; attempts that are under way are
 * not in its history.
 */
export function openHistory(file: string): Result<HistoryToRead, JournalReadError> {
  if (!existsSync(file)) return err({ code: 'absent' });
  try {
    const db = openToRead(file);
    try {
      checkReadable(db);
    } catch (error) {
      db.close();
      throw error;
    }
    return ok({
      history: (filter, { cursor, limit }) => {
        try {
          return ok(historyPage(db, filter, cursor, limit));
        } catch (error) {
          return err({ cause: textOf(error) });
        }
      },
      close: () => {
        db.close();
      },
    });
  } catch (error) {
    return err({ code: 'unreadable', cause: textOf(error) });
  }
}
