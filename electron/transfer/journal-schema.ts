import type Database from 'libsql';
import { z } from 'zod';

import { agentWords, outcomes, reasonSchema, roles, type EndedAttempt } from '../contract/transfer';

/**
 * The journal's schema, one step a version: the number of steps done is the file's `user_version`.
 * A step that has been released is never changed; a new one is put behind it.
 */
const migrations: readonly string[] = [
  `CREATE TABLE attempts (
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
   CREATE INDEX attempts_running ON attempts (seq) WHERE outcome IS NULL;`,
];

/** Sort of an unreadable file: not SQLite, damaged, or written by a later Baton. */
export class UnreadableJournal extends Error {}

const versionSchema = z.tuple([z.object({ user_version: z.number().int() })]);
const checkSchema = z.array(z.object({ quick_check: z.string() }));

/**
 * Brings a journal to the schema of this version, each step in a transaction of its own.
 * @throws UnreadableJournal where the file is damaged or of a later version; SqliteError where
 * it cannot be read or written.
 */
export function prepareSchema(db: Database.Database): void {
  // A page damaged in the middle would show only when an attempt needs it.
  const check = checkSchema.parse(db.pragma('quick_check(1)'));
  if (check[0]?.quick_check !== 'ok') {
    throw new UnreadableJournal(check[0]?.quick_check ?? 'quick_check gave no answer');
  }
  const [{ user_version: version }] = versionSchema.parse(db.pragma('user_version'));
  if (version > migrations.length) {
    throw new UnreadableJournal(`schema version ${version}, expected at most ${migrations.length}`);
  }
  for (const [index, step] of migrations.entries()) {
    if (index < version) continue;
    db.transaction(() => {
      db.exec(step);
      db.exec(`PRAGMA user_version = ${index + 1}`);
    }).immediate();
  }
}

const reasonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'expected JSON' });
    return z.NEVER;
  }
});

const endedRowSchema = z.object({
  id: z.string().max(64),
  started_at: z.number(),
  line_id: z.string().max(64),
  line_name: z.string().max(100),
  address: z.string().max(256),
  display: z.string().max(300),
  name: z.string().max(200).nullable(),
  role: z.enum(roles),
  outcome: z.enum(outcomes),
  http_status: z.number().int().nullable(),
  api_id: z.string().max(200).nullable(),
  reason_json: reasonText.pipe(reasonSchema),
  duration_ms: z.number().nonnegative().nullable(),
  agent_word: z.enum(agentWords).nullable(),
});

/** A row of an ended attempt; null where somebody else has changed it into nonsense. */
export function attemptOfRow(row: unknown): EndedAttempt | null {
  const read = endedRowSchema.safeParse(row);
  if (!read.success) return null;
  const { data } = read;
  return {
    id: data.id,
    lineId: data.line_id,
    lineName: data.line_name,
    destination: {
      address: data.address,
      display: data.display,
      name: data.name,
      note: null,
      country: null,
      role: null,
    },
    role: data.role,
    startedAt: data.started_at,
    // How long an attempt took that was cut off, nobody knows.
    tookMs: data.duration_ms ?? 0,
    outcome: data.outcome,
    reason: data.reason_json,
    status: data.http_status,
    apiId: data.api_id,
    agentWord: data.agent_word,
  };
}
