import { unreachable } from '../contract/result';
import type { Entry } from './journal-entries';
import { intentColumns, outcomeColumns, wordColumns } from './journal-projection';

/** A row of `attempts`, column by column. */
export type Row = Readonly<Record<string, unknown>>;

/** Columns of a row that no entry has filled yet. */
const unfilled: Row = {
  ended_at: null,
  outcome: null,
  http_status: null,
  api_id: null,
  reason_json: null,
  duration_ms: null,
  agent_word: null,
  agent_word_at: null,
  outcome_seq: null,
};

/** The rows of `attempts` as the entries make them, by number. */
export class Replay {
  readonly rows = new Map<number, Row>();
  readonly #numbers = new Map<string, number>();

  apply(entry: Entry, seq: number, at: number): void {
    switch (entry.kind) {
      case 'intent':
        this.#numbers.set(entry.attemptId, seq);
        this.rows.set(seq, { ...unfilled, ...intentColumns(seq, entry.attemptId, entry.body) });
        return;
      case 'outcome':
        return this.#fill(entry.attemptId, outcomeColumns(seq, entry.body));
      case 'word':
        return this.#fill(entry.attemptId, wordColumns(at, entry.body.word));
      case 'removed':
        return;
      default:
        return unreachable(entry);
    }
  }

  /** An attempt that is not known was removed: the chain has nothing missing behind that. */
  #fill(attemptId: string, columns: Row): void {
    const seq = this.#numbers.get(attemptId);
    const row = seq === undefined ? undefined : this.rows.get(seq);
    if (seq !== undefined && row !== undefined) this.rows.set(seq, { ...row, ...columns });
  }
}

/**
 * Whether a row is what the entries make of it. Where the chain is broken further on, an outcome or
 * a word may have come from entries that are behind the break: they are not held against the row.
 */
export function agrees(row: Row, should: Row, chainBroken: boolean): boolean {
  return Object.entries(should).every(([column, value]) => {
    const later = column.startsWith('agent_word') || should['outcome_seq'] === null;
    return row[column] === value || (chainBroken && later && Object.hasOwn(unfilled, column));
  });
}
