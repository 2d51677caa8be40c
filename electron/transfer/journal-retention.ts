import type Database from 'libsql';
import { z } from 'zod';

import { appendEntry, chainHead } from './journal-chain';
import {
  readEntry,
  type IntentEntry,
  type OutcomeEntry,
  type RemovedBody,
} from './journal-entries';
import { writeIntent, writeOutcome } from './journal-projection';
import { openQuestion } from './journal-recents';

const dayMs = 86_400_000;

const seqSchema = z.tuple([z.object({ seq: z.number().int().nullable() })]);

/** A number of the journal that a query gives in one row as `seq`; null where it finds none. */
const seqOf = (db: Database.Database, query: string, ...values: readonly number[]) =>
  seqSchema.parse(db.prepare(query).all(...values))[0].seq;

/** Everything before this entry may go; null: nothing may. */
type Cut = number | null;

const behindLast = (db: Database.Database): Cut => {
  const head = chainHead(db);
  return head === null ? null : head.seq + 1;
};

/**
 * Where the old attempts end. A chain loses its beginning and nothing else, so an attempt goes when
 * all before it go. A start in the future is a clock that was wrong: such an attempt holds nothing
 * back, and goes with the old ones around it. One that was set back goes later, never earlier.
 */
function cutByAge(db: Database.Database, now: number, before: number): Cut {
  const firstKept = seqOf(
    db,
    `SELECT min(seq) AS seq FROM attempts
      WHERE outcome IS NULL OR (started_at >= ? AND started_at <= ?)`,
    before,
    now,
  );
  const lastOld = seqOf(
    db,
    'SELECT max(seq) AS seq FROM attempts WHERE started_at < ? AND seq < ?',
    before,
    firstKept ?? Number.MAX_SAFE_INTEGER,
  );
  if (lastOld === null) return null;
  const next = seqOf(db, 'SELECT min(seq) AS seq FROM attempts WHERE seq > ?', lastOld);
  return next ?? behindLast(db);
}

const throughSchema = z.array(z.object({ seq: z.number().int(), hash: z.string() })).max(1);

/** Removes the beginning of the chain, and appends the entry that the rest is checked against. */
function removeBefore(
  db: Database.Database,
  cut: Cut,
  why: RemovedBody['why'],
  at: number,
): number {
  if (cut === null) return 0;
  const { changes } = db.prepare('DELETE FROM attempts WHERE seq < ?').run(cut);
  const [through] = throughSchema.parse(
    db.prepare('SELECT seq, hash FROM entries WHERE seq < ? ORDER BY seq DESC LIMIT 1').all(cut),
  );
  if (changes === 0 || through === undefined) return 0;
  // First the appending: it follows the hash of an entry that may be among those that go.
  const body = { why, throughSeq: through.seq, throughHash: through.hash, attempts: changes };
  appendEntry(db, { kind: 'removed', attemptId: null, body }, at);
  db.prepare('DELETE FROM entries WHERE seq < ?').run(cut);
  return changes;
}

/**
 * Removes attempts that are older than so many days. Call it in a transaction.
 * @returns how many went.
 */
export function removeOld(db: Database.Database, now: number, days: number): number {
  return removeBefore(db, cutByAge(db, now, now - days * dayMs), 'retention', now);
}

/** An attempt that the agent is still to be asked about, as its entries say it. */
interface Unanswered {
  readonly intent: IntentEntry;
  readonly outcome: OutcomeEntry;
}

const lineSchema = z.array(z.object({ line_id: z.string() }));
const entrySchema = z.array(
  z.object({ kind: z.string(), attempt_id: z.string().nullable(), body: z.string() }),
);

function unansweredOf(db: Database.Database, id: string): Unanswered | null {
  const rows = entrySchema.parse(
    db.prepare('SELECT kind, attempt_id, body FROM entries WHERE attempt_id = ?').all(id),
  );
  const entries = rows.map(readEntry);
  const intent = entries.find((entry): entry is IntentEntry => entry?.kind === 'intent');
  const outcome = entries.find((entry): entry is OutcomeEntry => entry?.kind === 'outcome');
  return intent === undefined || outcome === undefined ? null : { intent, outcome };
}

/** Of each line the attempt whose question is open. */
function unanswered(db: Database.Database): Unanswered[] {
  const lines = lineSchema.parse(
    db.prepare("SELECT DISTINCT line_id FROM attempts WHERE outcome = 'unknown'").all(),
  );
  return lines.flatMap(({ line_id: lineId }) => {
    const open = openQuestion(db, lineId);
    const entries = open === null ? null : unansweredOf(db, open.id);
    return entries === null ? [] : [entries];
  });
}

/**
 * Removes every attempt but one that is under way and those that the agent is still to be asked
 * about: without the question, the next transfer of the line could be a second one. A chain loses
 * only its beginning, so these are written again behind it. Call it in a transaction.
 * @returns how many went.
 */
export function removeAll(db: Database.Database, now: number): number {
  const running = seqOf(db, 'SELECT min(seq) AS seq FROM attempts WHERE outcome IS NULL');
  const kept = unanswered(db);
  const ended = seqOf(db, 'SELECT count(*) AS seq FROM attempts WHERE outcome IS NOT NULL') ?? 0;
  // Once more for those alone would only make the chain longer.
  if (ended === kept.length) return 0;
  const removed = removeBefore(db, running ?? behindLast(db), 'cleared', now);
  const isGone = db.prepare('SELECT 1 FROM attempts WHERE id = ?');
  const again = kept.filter(({ intent }) => isGone.all(intent.attemptId).length === 0);
  for (const { intent, outcome } of again) {
    writeIntent(db, intent, now);
    writeOutcome(db, outcome, now);
  }
  return removed - again.length;
}
