import type Database from 'libsql';

import { appendEntry } from './journal-chain';
import type {
  IntentBody,
  IntentEntry,
  OutcomeBody,
  OutcomeEntry,
  WordEntry,
} from './journal-entries';
import { searchText } from './journal-search';

/**
 * `attempts` is what the chain's entries come to, one row an attempt, kept for reading: each write
 * appends an entry and brings the row up to it, in one transaction. The functions of columns are
 * what the verification computes the row from again.
 */

/** Columns of a row when its intent is written. Its number is the entry's. */
export const intentColumns = (seq: number, id: string, body: IntentBody) => ({
  seq,
  id,
  started_at: body.startedAt,
  line_id: body.lineId,
  line_name: body.lineName,
  address: body.address,
  display: body.display,
  name: body.name,
  role: body.role,
});

/** Columns that an outcome fills; `outcome_seq` leads to the entry, which has the trace. */
export const outcomeColumns = (seq: number, body: OutcomeBody) => ({
  outcome: body.outcome,
  ended_at: body.endedAt,
  http_status: body.status,
  api_id: body.apiId,
  reason_json: JSON.stringify(body.reason),
  duration_ms: body.tookMs,
  outcome_seq: seq,
});

/** Columns that the agent's word fills; of several the last counts. */
export const wordColumns = (at: number, word: string) => ({
  agent_word: word,
  agent_word_at: at,
});

export function writeIntent(db: Database.Database, entry: IntentEntry, at: number): void {
  const seq = appendEntry(db, entry, at);
  db.prepare(
    `INSERT INTO attempts
       (seq, id, started_at, line_id, line_name, address, display, name, role, search)
     VALUES
       (:seq, :id, :started_at, :line_id, :line_name, :address, :display, :name, :role, :search)`,
  ).run({
    ...intentColumns(seq, entry.attemptId, entry.body),
    search: searchText(entry.body, null),
  });
}

const changedOne = (changes: number, otherwise: string) => {
  if (changes !== 1) throw new Error(otherwise);
};

/** @throws Error where no attempt without outcome has this id. */
export function writeOutcome(db: Database.Database, entry: OutcomeEntry, at: number): void {
  const seq = appendEntry(db, entry, at);
  const { changes } = db
    .prepare(
      `UPDATE attempts
          SET outcome = :outcome, ended_at = :ended_at, http_status = :http_status,
              api_id = :api_id, reason_json = :reason_json, duration_ms = :duration_ms,
              outcome_seq = :outcome_seq, search = search || :search
        WHERE id = :id AND outcome IS NULL`,
    )
    .run({
      ...outcomeColumns(seq, entry.body),
      search: searchText(null, entry.body),
      id: entry.attemptId,
    });
  changedOne(changes, 'No attempt without outcome has this id');
}

/** @throws Error where no ended attempt has this id. */
export function writeWord(db: Database.Database, entry: WordEntry, at: number): void {
  appendEntry(db, entry, at);
  const { changes } = db
    .prepare(
      `UPDATE attempts SET agent_word = :agent_word, agent_word_at = :agent_word_at
        WHERE id = :id AND outcome IS NOT NULL`,
    )
    .run({ ...wordColumns(Math.round(at), entry.body.word), id: entry.attemptId });
  changedOne(changes, 'No ended attempt has this id');
}
