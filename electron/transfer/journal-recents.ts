import type Database from 'libsql';

import type { Recent } from '../contract/popup';
import type { EndedAttempt } from '../contract/transfer';
import { attemptOfRow, attemptsOfRows } from './journal-rows';

const recentsQuery = `
  SELECT * FROM attempts AS a
   WHERE outcome IS NOT NULL AND outcome <> 'cancelled' AND (line_id = 'practice') = ?
     AND NOT EXISTS (
       SELECT 1 FROM attempts AS later
        WHERE later.address = a.address AND later.seq > a.seq
          AND later.outcome IS NOT NULL AND later.outcome <> 'cancelled'
          AND (later.line_id = 'practice') = (a.line_id = 'practice'))
   ORDER BY seq DESC LIMIT ?`;

export interface RecentsQuery {
  readonly practice: boolean;
  readonly limit: number;
}

/** The last destinations, newest first, each address once. */
export function recents(db: Database.Database, { practice, limit }: RecentsQuery): Recent[] {
  const attempts = attemptsOfRows(db.prepare(recentsQuery).all(practice ? 1 : 0, limit));
  return attempts.map(({ id, destination, outcome, startedAt }) => ({
    attemptId: id,
    destination,
    outcome,
    at: startedAt,
  }));
}

/**
 * The attempt of a line after which nobody has said yet where the caller is: the last one that may
 * have left, where it ended unknown and the agent has not answered.
 */
export function openQuestion(db: Database.Database, lineId: string): EndedAttempt | null {
  const [row] = db
    .prepare(
      `SELECT * FROM attempts
        WHERE line_id = ? AND outcome NOT IN ('cancelled', 'not-sent')
        ORDER BY seq DESC LIMIT 1`,
    )
    .all(lineId);
  const last = row === undefined ? null : attemptOfRow(row);
  return last?.outcome === 'unknown' && last.agentWord === null ? last : null;
}
