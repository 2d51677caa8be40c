import type Database from 'libsql';
import { z } from 'zod';

import { jsonOf } from './journal-entries';
import { writeIntent, writeOutcome, writeWord } from './journal-projection';

/** A row of the first journals, which had no chain. */
const rowSchema = z.object({
  id: z.string(),
  started_at: z.number(),
  ended_at: z.number().nullable(),
  line_id: z.string(),
  line_name: z.string(),
  address: z.string(),
  display: z.string(),
  name: z.string().nullable(),
  role: z.string(),
  outcome: z.string().nullable(),
  http_status: z.number().nullable(),
  api_id: z.string().nullable(),
  reason_json: z.string().nullable(),
  duration_ms: z.number().nullable(),
  agent_word: z.string().nullable(),
  agent_word_at: z.number().nullable(),
});

/**
 * Writes every attempt of a table of the first schema into the chain, as if its steps were made
 * now in their order. The chain covers them from here on; what was changed before, it cannot know.
 */
export function chainAttempts(db: Database.Database, table: 'unchained'): void {
  for (const found of db.prepare(`SELECT * FROM ${table} ORDER BY seq`).all()) {
    const row = rowSchema.parse(found);
    const attemptId = row.id;
    const intent = {
      startedAt: row.started_at,
      lineId: row.line_id,
      lineName: row.line_name,
      address: row.address,
      display: row.display,
      name: row.name,
      role: row.role,
    };
    writeIntent(db, { kind: 'intent', attemptId, body: intent }, row.started_at);
    if (row.outcome === null) continue;
    const outcome = {
      outcome: row.outcome,
      endedAt: row.ended_at,
      status: row.http_status,
      apiId: row.api_id,
      reason: jsonOf(row.reason_json ?? 'null'),
      tookMs: row.duration_ms,
      trace: null,
    };
    const endedAt = row.ended_at ?? row.started_at;
    writeOutcome(db, { kind: 'outcome', attemptId, body: outcome }, endedAt);
    if (row.agent_word === null) continue;
    const at = row.agent_word_at ?? endedAt;
    writeWord(db, { kind: 'word', attemptId, body: { word: row.agent_word } }, at);
  }
}
