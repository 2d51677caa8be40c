import type Database from 'libsql';
import { z } from 'zod';

import { attemptTraceSchema, type AttemptDetail } from '../contract/history';
import { agentWords, outcomes, reasonSchema, roles, type EndedAttempt } from '../contract/transfer';
import { jsonOf, readEntry } from './journal-entries';

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
  reason_json: z.string().transform(jsonOf).pipe(reasonSchema),
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

/** Rows of ended attempts; what is nonsense is left out. */
export const attemptsOfRows = (rows: readonly unknown[]): EndedAttempt[] =>
  rows.map(attemptOfRow).filter((attempt) => attempt !== null);

/** Whether an attempt has a row, whatever is in it. */
export const hasAttempt = (db: Database.Database, id: string): boolean =>
  db.prepare('SELECT 1 FROM attempts WHERE id = ?').all(id).length > 0;

const traceRowSchema = z.object({
  kind: z.string(),
  attempt_id: z.string().nullable(),
  body: z.string(),
});

/** The attempt of an id with its trace, or null where there is none. */
export function attemptDetail(db: Database.Database, id: string): AttemptDetail | null {
  const [row] = db.prepare('SELECT * FROM attempts WHERE id = ?').all(id);
  const attempt = row === undefined ? null : attemptOfRow(row);
  if (attempt === null) return null;
  const [found] = db
    .prepare(
      `SELECT kind, attempt_id, body FROM entries
        WHERE seq = (SELECT outcome_seq FROM attempts WHERE id = ?)`,
    )
    .all(id);
  const read = traceRowSchema.safeParse(found);
  const entry = read.success ? readEntry(read.data) : null;
  const trace =
    entry?.kind === 'outcome' ? attemptTraceSchema.safeParse(entry.body.trace) : undefined;
  return { attempt, trace: trace?.success === true ? trace.data : null };
}
