import type Database from 'libsql';
import { z } from 'zod';

import { transact } from './journal-database';
import { chainAttempts } from './journal-first-version';

/**
 * The journal's schema, one step a version: the number of steps done is the file's `user_version`.
 * A step that has been released is never changed; a new one is put behind it.
 */
const migrations: readonly ((db: Database.Database) => void)[] = [
  (db) =>
    db.exec(`
      CREATE TABLE attempts (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        started_at INTEGER NOT NULL,
        ended_at INTEGER,
        line_id TEXT NOT NULL,
        line_name TEXT NOT NULL,
        address TEXT NOT NULL,
        display TEXT NOT NULL,
        name TEXT,
        role TEXT NOT NULL,
        outcome TEXT,
        http_status INTEGER,
        api_id TEXT,
        reason_code TEXT,
        reason_json TEXT,
        duration_ms INTEGER,
        agent_word TEXT,
        agent_word_at INTEGER
      ) STRICT;
      CREATE INDEX attempts_by_address ON attempts (address, seq);
      CREATE INDEX attempts_running ON attempts (seq) WHERE outcome IS NULL;`),

  // The chain: what is written goes to `entries`, and `attempts` is what the entries come to.
  (db) => {
    db.exec(`
      ALTER TABLE attempts RENAME TO unchained;
      DROP INDEX attempts_by_address;
      DROP INDEX attempts_running;
      CREATE TABLE entries (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        attempt_id TEXT,
        body TEXT NOT NULL,
        hash TEXT NOT NULL
      ) STRICT;
      CREATE TABLE attempts (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        started_at INTEGER NOT NULL,
        ended_at INTEGER,
        line_id TEXT NOT NULL,
        line_name TEXT NOT NULL,
        address TEXT NOT NULL,
        display TEXT NOT NULL,
        name TEXT,
        role TEXT NOT NULL,
        outcome TEXT,
        http_status INTEGER,
        api_id TEXT,
        reason_json TEXT,
        duration_ms INTEGER,
        agent_word TEXT,
        agent_word_at INTEGER,
        outcome_seq INTEGER,
        search TEXT NOT NULL
      ) STRICT;
      CREATE INDEX attempts_by_address ON attempts (address, seq);
      CREATE INDEX attempts_by_outcome ON attempts (outcome, line_id, started_at);`);
    chainAttempts(db, 'unchained');
    db.exec('DROP TABLE unchained');
  },
];

/** Sort of an unreadable file: not SQLite, damaged, or written by a later Baton. */
export class UnreadableJournal extends Error {}

const versionSchema = z.tuple([z.object({ user_version: z.number().int() })]);
const checkSchema = z.array(z.object({ quick_check: z.string() }));

/** The schema's version; 0: a new, empty file. */
export function schemaVersion(db: Database.Database): number {
  return versionSchema.parse(db.pragma('user_version'))[0].user_version;
}

/** The version that this Baton writes, and the highest that it reads. */
export const currentVersion = migrations.length;

/** @throws UnreadableJournal where a page is damaged or the file is of a later version. */
export function checkReadable(db: Database.Database): void {
  // A page damaged in the middle would show only when an attempt needs it.
  const check = checkSchema.parse(db.pragma('quick_check(1)'));
  if (check[0]?.quick_check !== 'ok') {
    throw new UnreadableJournal(check[0]?.quick_check ?? 'quick_check gave no answer');
  }
  const version = schemaVersion(db);
  if (version > currentVersion) {
    throw new UnreadableJournal(`schema version ${version}, expected at most ${currentVersion}`);
  }
}

/**
 * Brings a journal to the schema of this version, each step in a transaction of its own.
 * @throws UnreadableJournal where the file is damaged or of a later version; SqliteError where
 * it cannot be read or written.
 */
export function prepareSchema(db: Database.Database): void {
  checkReadable(db);
  const version = schemaVersion(db);
  for (const [index, step] of migrations.entries()) {
    if (index < version) continue;
    transact(db, () => {
      step(db);
      db.exec(`PRAGMA user_version = ${index + 1}`);
    });
  }
}
