import { existsSync } from 'node:fs';

import type Database from 'libsql';
import { z } from 'zod';

import { emptyHash, hashOf, lastNumberGiven } from './journal-chain';
import { openToRead } from './journal-database';
import { readEntry, type RemovedBody } from './journal-entries';
import { agrees, Replay } from './journal-replay';
import { checkReadable, schemaVersion } from './journal-schema';

/** What is wrong with a place of the journal. */
export type JournalFault =
  /** The entry, or the one before it, is not what was hashed. */
  | 'entry-changed'
  /** Entries before this one are missing. */
  | 'entries-missing'
  /** The last entries are missing, from this number on. */
  | 'end-missing'
  /** The attempt's row says something else than its entries; or there is none, or too many. */
  | 'attempt-changed'
  | 'attempt-missing'
  | 'attempt-invented';

export interface BrokenRow {
  /** The entry's number; an attempt has that of its intent. */
  readonly seq: number;
  readonly attemptId: string | null;
  readonly fault: JournalFault;
}

export type Verification =
  | {
      readonly kind: 'good';
      readonly attempts: number;
      readonly entries: number;
      /** The last entry: written down elsewhere, it shows later whether the end was cut off. */
      readonly head: { readonly seq: number; readonly hash: string } | null;
      /** What retention or clearing took away last, in epoch milliseconds. */
      readonly removed: (RemovedBody & { readonly at: number }) | null;
    }
  /** `goodAttempts`: attempts that were begun before the broken row. */
  | { readonly kind: 'broken'; readonly row: BrokenRow; readonly goodAttempts: number }
  | { readonly kind: 'absent' }
  /** Written by a Baton that made no chain, and not opened by this one since. */
  | { readonly kind: 'no-chain' }
  | { readonly kind: 'unreadable'; readonly cause: string };

const entryRowSchema = z.object({
  seq: z.number().int(),
  at: z.number(),
  kind: z.string(),
  attempt_id: z.string().nullable(),
  body: z.string(),
  hash: z.string(),
});

const rowSchema = z.record(z.string(), z.unknown());

interface Walk {
  readonly expected: Replay;
  readonly entries: number;
  readonly head: { readonly seq: number; readonly hash: string } | null;
  readonly broken: BrokenRow | null;
}

/** Rows that are read at once: some milliseconds. */
const sliceRows = 500;

/** Follows the chain to its end or to the first entry that does not fit. */
function* walk(db: Database.Database, removed: RemovedBody | null): Generator<void, Walk> {
  const expected = new Replay();
  let previous = { seq: removed?.throughSeq ?? 0, hash: removed?.throughHash ?? emptyHash };
  let entries = 0;
  let broken: BrokenRow | null = null;
  // The rows are taken to the end in any case: a statement left half-way holds the file.
  let read = 0;
  for (const found of db.prepare('SELECT * FROM entries ORDER BY seq').iterate()) {
    read += 1;
    if (read % sliceRows === 0) yield;
    if (broken !== null) continue;
    const row = entryRowSchema.parse(found);
    const entry = readEntry(row);
    const { seq, attempt_id: attemptId } = row;
    if (seq !== previous.seq + 1) broken = { seq, attemptId, fault: 'entries-missing' };
    else if (entry === null || row.hash !== hashOf(previous.hash, row)) {
      broken = { seq, attemptId, fault: 'entry-changed' };
    } else {
      expected.apply(entry, seq, row.at);
      previous = { seq, hash: row.hash };
      entries += 1;
    }
  }
  if (broken === null && lastNumberGiven(db) !== previous.seq) {
    broken = { seq: previous.seq + 1, attemptId: null, fault: 'end-missing' };
  }
  return { expected, entries, head: entries === 0 ? null : previous, broken };
}

/** The first row of `attempts` that is not what the entries make of it, before a break of theirs. */
function* firstWrongRow(
  db: Database.Database,
  expected: Replay,
  chainBreak: BrokenRow | null,
): Generator<void, BrokenRow | null> {
  const until = chainBreak?.seq ?? Number.POSITIVE_INFINITY;
  const left = new Map(expected.rows);
  let wrong: BrokenRow | null = null;
  let read = 0;
  for (const found of db.prepare('SELECT * FROM attempts ORDER BY seq').iterate()) {
    read += 1;
    if (read % sliceRows === 0) yield;
    const row = rowSchema.parse(found);
    const seq = Number(row['seq']);
    const should = left.get(seq);
    left.delete(seq);
    if (wrong !== null || seq >= until) continue;
    if (should === undefined) {
      wrong = { seq, attemptId: String(row['id']), fault: 'attempt-invented' };
    } else if (!agrees(row, should, chainBreak !== null)) {
      wrong = { seq, attemptId: String(should['id']), fault: 'attempt-changed' };
    }
  }
  const [missing] = left;
  if (missing !== undefined && missing[0] < (wrong?.seq ?? until)) {
    const [seq, row] = missing;
    return { seq, attemptId: String(row['id']), fault: 'attempt-missing' };
  }
  return wrong;
}

/** What was removed last, which is what the first entry that is left follows. */
function lastRemoved(db: Database.Database): (RemovedBody & { readonly at: number }) | null {
  const [found] = db
    .prepare("SELECT * FROM entries WHERE kind = 'removed' ORDER BY seq DESC LIMIT 1")
    .all();
  if (found === undefined) return null;
  const row = entryRowSchema.parse(found);
  const entry = readEntry(row);
  return entry?.kind === 'removed' ? { ...entry.body, at: row.at } : null;
}

function* verify(db: Database.Database): Generator<void, Verification> {
  const removed = lastRemoved(db);
  const { expected, entries, head, broken } = yield* walk(db, removed);
  const row = (yield* firstWrongRow(db, expected, broken)) ?? broken;
  if (row === null) {
    return { kind: 'good', attempts: expected.rows.size, entries, head, removed };
  }
  const goodAttempts = [...expected.rows.keys()].filter((seq) => seq < row.seq).length;
  return { kind: 'broken', row, goodAttempts };
}

/**
 * Checks the hash chain and that every attempt is what the chain says of it. The file is opened to
 * read only and may be in use. It finds every change that did not make the whole rest of the chain
 * anew. It cannot find that the file was replaced whole by an earlier one, or that somebody who
 * knows the scheme cut off the end together with SQLite's counter or made the rest anew: only a
 * `head` that was written down elsewhere shows that. The column `search` is not checked, because
 * it follows from the others by rules of Unicode that change.
 */
export function verifyJournal(file: string): Verification {
  const steps = verification(file);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in pieces, between which everything else that Baton does has its turn. */
export async function verifyJournalInTurns(file: string): Promise<Verification> {
  const steps = verification(file);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await new Promise(setImmediate);
  }
}

function* verification(file: string): Generator<void, Verification> {
  if (!existsSync(file)) return { kind: 'absent' };
  try {
    const db = openToRead(file);
    try {
      // One moment for all that is read, while Baton may be writing.
      db.exec('BEGIN');
      checkReadable(db);
      const version = schemaVersion(db);
      if (version === 0) throw new Error('it has no tables');
      return version === 1 ? { kind: 'no-chain' } : yield* verify(db);
    } finally {
      db.close();
    }
  } catch (error) {
    return { kind: 'unreadable', cause: error instanceof Error ? error.message : String(error) };
  }
}
