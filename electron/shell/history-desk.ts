import { extname } from 'node:path';

import type { AttemptDetail, CopyForm, ExportFormat } from '../contract/history';
import { err, ok, unreachable } from '../contract/result';
import type { HistoryDesk } from '../ipc/handlers';
import { attemptDetails } from '../transfer/details';
import { curlCommand } from '../transfer/handover-curl';
import { exportHistory } from '../transfer/handover-export';
import { postmanCollection } from '../transfer/handover-postman';
import type { Journal, JournalError } from '../transfer/journal';

const mostLines = 1000;
const longestCause = 300;

export interface HistoryDeskParts {
  readonly journal: Journal;
  /** Baton's own version. */
  readonly version: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Asks the person for a file to write; null: they chose none. */
  readonly chooseFile: (name: string, format: ExportFormat) => Promise<string | null>;
  readonly writeClipboard: (text: string) => Promise<void>;
}

const unavailable = ({ cause }: JournalError) =>
  err({ code: 'history-unavailable', cause: cause.slice(0, longestCause) } as const);

/** Null: no request was kept of the attempt. */
function copyOf(found: AttemptDetail, form: CopyForm, version: string): string | null {
  switch (form) {
    case 'details':
      return attemptDetails(found, version);
    case 'curl':
      return found.trace && curlCommand(found.trace);
    case 'postman':
      return found.trace && postmanCollection(found.attempt, found.trace);
    default:
      return unreachable(form);
  }
}

/** The day where the person is, as `YYYY-MM-DD`. */
function localDay(epochMs: number): string {
  const date = new Date(epochMs);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The history as the manager window asks for it. */
export function openHistoryDesk(parts: HistoryDeskParts): HistoryDesk {
  const { journal, version } = parts;
  return {
    page: ({ filter, cursor, limit }) => {
      const page = journal.history(filter, { cursor, limit });
      return page.ok ? page : unavailable(page.error);
    },
    lines: () => {
      const lines = journal.historyLines();
      return lines.ok ? ok(lines.value.slice(0, mostLines)) : unavailable(lines.error);
    },
    detail: (attemptId) => {
      const found = journal.detail(attemptId);
      return found.ok ? found : unavailable(found.error);
    },
    copy: async ({ attemptId, form }) => {
      const found = journal.detail(attemptId);
      if (!found.ok) return unavailable(found.error);
      if (found.value === null) return err({ code: 'attempt-gone' });
      const text = copyOf(found.value, form, version);
      if (text === null) return err({ code: 'no-request' });
      await parts.writeClipboard(text);
      return ok(null);
    },
    export: async ({ filter, format }) => {
      const name = `baton-history-${localDay(parts.now())}.${format}`;
      const chosen = await parts.chooseFile(name, format);
      if (chosen === null) return ok({ kind: 'no-file-chosen' });
      const named = extname(chosen) !== '';
      const file = named ? chosen : `${chosen}.${format}`;
      // The person was asked about replacing the name that they gave, and about no other.
      const written = await exportHistory(journal, filter, { file, mayReplace: named });
      if (written.ok) return ok({ kind: 'saved', file, attempts: written.value });
      const { error } = written;
      return err(
        'cause' in error ? { ...error, cause: error.cause.slice(0, longestCause) } : error,
      );
    },
    clear: () => {
      const removed = journal.clear();
      return removed.ok ? ok({ removed: removed.value }) : unavailable(removed.error);
    },
  };
}
