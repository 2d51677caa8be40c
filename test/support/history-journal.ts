import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { AttemptTrace } from '../../electron/contract/history';
import type { Outcome, Reason } from '../../electron/contract/transfer';
import { openToWrite, transact } from '../../electron/transfer/journal-database';
import { intentEntry, outcomeEntry } from '../../electron/transfer/journal-entries';
import { writeIntent, writeOutcome } from '../../electron/transfer/journal-projection';
import { prepareSchema } from '../../electron/transfer/journal-schema';

/** A transfer as it is to stand in a journal. Times are epoch milliseconds. */
export interface PastTransfer {
  readonly startedAt: number;
  readonly name: string | null;
  readonly address: string;
  readonly display: string;
  readonly line: string;
  readonly role?: 'agent' | 'customer';
  readonly outcome: Outcome;
  readonly reason: Reason;
  readonly status: number | null;
  readonly apiId: string | null;
  readonly tookMs: number;
  readonly trace?: AttemptTrace | null;
}

/** Id of the nth transfer of a journal, the oldest first. */
export const pastId = (n: number): string =>
  `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Writes the journal that Baton finds at its next start, the oldest transfer first. */
export function writeJournal(userData: string, transfers: Iterable<PastTransfer>): void {
  mkdirSync(userData, { recursive: true, mode: 0o700 });
  const db = openToWrite(join(userData, 'journal.sqlite'));
  try {
    prepareSchema(db);
    transact(db, () => {
      let n = 0;
      for (const past of transfers) {
        const { name, address, display, line, startedAt, role = 'agent' } = past;
        const id = pastId(n);
        const destination = { address, display, name, note: null, country: null, role: null };
        const lineId = line
          .toLowerCase()
          .replaceAll(/[^a-z]+/gu, '-')
          .slice(0, 64);
        const running = { id, lineId, lineName: line, destination, role, startedAt };
        const { outcome, reason, status, apiId, tookMs } = past;
        const endedAt = startedAt + tookMs;
        const ending = { outcome, reason, status, apiId, tookMs, endedAt };
        writeIntent(db, intentEntry(running), startedAt);
        writeOutcome(db, outcomeEntry(id, ending, past.trace ?? null), endedAt);
        n += 1;
      }
    });
  } finally {
    db.close();
  }
}
