import type { HistoryCursor, HistoryFilter, HistoryPage } from '../../electron/contract/history';
import { ok, type Result } from '../../electron/contract/result';
import type { EndedAttempt } from '../../electron/contract/transfer';
import type { Journal, JournalError } from '../../electron/transfer/journal';
import { openHistory, type JournalReadError } from '../../electron/transfer/journal-reading';

const any: HistoryFilter = { text: '', outcome: null, lineId: null, from: null, to: null };

/** Everything that passes a filter, newest first. Throws where the history cannot be read. */
export function wholeHistory(
  journal: Pick<Journal, 'history'>,
  filter: Partial<HistoryFilter> = {},
): EndedAttempt[] {
  const attempts: EndedAttempt[] = [];
  let cursor: HistoryCursor = null;
  for (;;) {
    const page: Result<HistoryPage, JournalError> = journal.history(
      { ...any, ...filter },
      { cursor, limit: 1000 },
    );
    if (!page.ok) throw new Error(page.error.cause);
    const last = page.value.rows.at(-1);
    if (last === undefined) return attempts;
    cursor = { olderThan: last.seq };
    attempts.push(...page.value.rows.map(({ attempt }) => attempt));
  }
}

/** Every ended attempt of a journal that somebody else may be writing, newest first. */
export function readHistory(file: string): Result<EndedAttempt[], JournalReadError> {
  const opened = openHistory(file);
  if (!opened.ok) return opened;
  try {
    return ok(wholeHistory(opened.value));
  } finally {
    opened.value.close();
  }
}
