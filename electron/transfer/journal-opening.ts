import type Database from 'libsql';
import { z } from 'zod';

import { moveAside, openToWrite, saysUnreadable } from './journal-database';
import { interruptedEntry, type OutcomeEntry } from './journal-entries';
import { prepareSchema, UnreadableJournal } from './journal-schema';

function openPrepared(file: string): Database.Database {
  const db = openToWrite(file);
  try {
    prepareSchema(db);
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

/**
 * Opens the file in the schema of this version; one that cannot be read is set aside first.
 * @throws Error where there is no way to it, or no place for a new one.
 */
export function openOrReplace(
  file: string,
  now: number,
): { readonly db: Database.Database; readonly setAside: string | null } {
  try {
    return { db: openPrepared(file), setAside: null };
  } catch (error) {
    if (!(error instanceof UnreadableJournal) && !saysUnreadable(error)) throw error;
    const setAside = moveAside(file, now);
    return { db: openPrepared(file), setAside };
  }
}

const idsSchema = z.array(z.object({ id: z.string() }));

/**
 * What is to be written of attempts that a crash or power loss cut off: what became of them nobody
 * knows, and none is sent again.
 */
export function interruptions(db: Database.Database): readonly OutcomeEntry[] {
  const found = db.prepare('SELECT id FROM attempts WHERE outcome IS NULL ORDER BY seq').all();
  return idsSchema.parse(found).map(({ id }) => interruptedEntry(id));
}
