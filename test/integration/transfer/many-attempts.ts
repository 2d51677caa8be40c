import { openToWrite, transact } from '../../../electron/transfer/journal-database';
import { intentEntry, outcomeEntry } from '../../../electron/transfer/journal-entries';
import { writeIntent, writeOutcome } from '../../../electron/transfer/journal-projection';
import { prepareSchema } from '../../../electron/transfer/journal-schema';
import { accepted, running } from '../../unit/transfer/examples';
import { now } from './journal-fixture';

/**
 * Makes a journal of many attempts at once, each of a minute after the one before; ids and lines
 * are numbered. One at a time, each would be synced to the disk.
 */
export function fillJournal(file: string, attempts: number, lines = 2): void {
  const db = openToWrite(file);
  try {
    prepareSchema(db);
    transact(db, () => {
      for (let n = 0; n < attempts; n += 1) {
        const line = String(n % lines);
        const startedAt = now + n * 60_000;
        const made = running({ id: `id-${n}`, lineId: `line-${line}`, lineName: line, startedAt });
        writeIntent(db, intentEntry(made), startedAt);
        const ending = { ...accepted, endedAt: startedAt + 123 };
        writeOutcome(db, outcomeEntry(made.id, ending, null), ending.endedAt);
      }
    });
  } finally {
    db.close();
  }
}
