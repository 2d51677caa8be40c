import { createHash } from 'node:crypto';

import type Database from 'libsql';
import { z } from 'zod';

import type { Entry } from './journal-entries';

/** What the first entry of a journal follows. */
export const emptyHash = '0'.repeat(64);

export interface EntryRow {
  readonly seq: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly kind: string;
  readonly attempt_id: string | null;
  /** JSON, in the very characters that were hashed. */
  readonly body: string;
}

/**
 * The hash of an entry: SHA-256, in hexadecimal, over the hash of the entry before it and then the
 * entry itself as a JSON array, so that no two entries are made of the same bytes.
 */
export function hashOf(previous: string, row: EntryRow): string {
  const own = JSON.stringify([row.seq, row.at, row.kind, row.attempt_id, row.body]);
  return createHash('sha256').update(previous).update(own, 'utf8').digest('hex');
}

const headSchema = z.array(z.object({ seq: z.number().int(), hash: z.string() })).max(1);
const counterSchema = z.array(z.object({ seq: z.number().int() })).max(1);

/** The last entry; null: there is none. */
export function chainHead(db: Database.Database) {
  const rows = db.prepare('SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1').all();
  return headSchema.parse(rows)[0] ?? null;
}

/** The highest number that an entry ever had, also where that entry is gone. */
export function lastNumberGiven(db: Database.Database): number {
  const rows = db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'entries'").all();
  return counterSchema.parse(rows)[0]?.seq ?? 0;
}

/**
 * Puts an entry behind the last one; call it in the transaction that does what the entry says.
 * @param at Epoch milliseconds.
 * @returns the entry's number.
 */
export function appendEntry(db: Database.Database, entry: Entry, at: number): number {
  const previous = chainHead(db)?.hash ?? emptyHash;
  const row: EntryRow = {
    // Not the number after the last entry's: where somebody cut the end off, the gap stays.
    seq: lastNumberGiven(db) + 1,
    at: Math.round(at),
    kind: entry.kind,
    attempt_id: entry.attemptId,
    body: JSON.stringify(entry.body),
  };
  db.prepare(
    `INSERT INTO entries (seq, at, kind, attempt_id, body, hash)
     VALUES (:seq, :at, :kind, :attempt_id, :body, :hash)`,
  ).run({ ...row, hash: hashOf(previous, row) });
  return row.seq;
}
