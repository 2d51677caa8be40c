import type Database from 'libsql';
import { z } from 'zod';

import type { HistoryCursor, HistoryFilter, HistoryLine, HistoryPage } from '../contract/history';
import { outcomes, type Outcome } from '../contract/transfer';
import { attemptOfRow } from './journal-rows';
import { searchNeedles } from './journal-search';

/** Most rows in a page, and most words that a text is looked for by. */
const mostRows = 1000;
const mostNeedles = 12;

interface Condition {
  /** The table, and how it is gone through. */
  readonly from: string;
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** Everything of the filter but the outcome. */
function conditionOf({ text, lineId, from, to }: HistoryFilter): Condition {
  const parts: [sql: string, value: string | number][] = [];
  if (lineId !== null) parts.push(['line_id = ?', lineId]);
  if (from !== null) parts.push(['started_at >= ?', from]);
  if (to !== null) parts.push(['started_at < ?', to]);
  // A scan of 100,000 rows takes no longer than an index of trigrams (test/bench/history.bench.ts).
  const needles = searchNeedles(text).slice(0, mostNeedles);
  for (const needle of needles) parts.push(['instr(search, ?) > 0', needle]);
  const all = ['outcome IS NOT NULL', ...parts.map(([sql]) => sql)];
  // A text must be looked for in every row, and row after row is quicker than by an index.
  const table = needles.length === 0 ? 'attempts' : 'attempts NOT INDEXED';
  return { from: table, sql: all.join(' AND '), values: parts.map(([, value]) => value) };
}

function withOutcome(condition: Condition, outcome: Outcome | null): Condition {
  if (outcome === null) return condition;
  const { from, sql, values } = condition;
  return { from, sql: `${sql} AND outcome = ?`, values: [...values, outcome] };
}

const countSchema = z.array(z.object({ outcome: z.string(), n: z.number() }));

function countsOf(
  db: Database.Database,
  { from, sql, values }: Condition,
): Record<Outcome, number> {
  const found = db
    .prepare(`SELECT outcome, count(*) AS n FROM ${from} WHERE ${sql} GROUP BY outcome`)
    .all(...values);
  const counts = countSchema.parse(found);
  const numberOf = (outcome: Outcome) => counts.find((row) => row.outcome === outcome)?.n ?? 0;
  return {
    cancelled: numberOf('cancelled'),
    'not-sent': numberOf('not-sent'),
    refused: numberOf('refused'),
    accepted: numberOf('accepted'),
    unknown: numberOf('unknown'),
  };
}

const seqSchema = z.object({ seq: z.number().int() });

function rowsOf(
  db: Database.Database,
  { from, sql, values }: Condition,
  cursor: HistoryCursor,
  limit: number,
): readonly unknown[] {
  // The numbers are found first, so that rows that are skipped are not read.
  const page = (where: string, order: 'ASC' | 'DESC', ...more: readonly number[]) =>
    db
      .prepare(
        `SELECT * FROM attempts
          WHERE seq IN (SELECT seq FROM ${from} WHERE ${where} ORDER BY seq ${order} LIMIT ? OFFSET ?)
          ORDER BY seq DESC`,
      )
      .all(...values, ...more);
  const most = Math.min(Math.max(0, Math.trunc(limit)), mostRows);
  if (cursor === null) return page(sql, 'DESC', most, 0);
  if ('olderThan' in cursor) return page(`${sql} AND seq < ?`, 'DESC', cursor.olderThan, most, 0);
  if ('newerThan' in cursor) return page(`${sql} AND seq > ?`, 'ASC', cursor.newerThan, most, 0);
  return page(sql, 'DESC', most, Math.max(0, Math.trunc(cursor.skip)));
}

/** A page of the history, and how much there is. Rows that are nonsense are counted, not shown. */
export function historyPage(
  db: Database.Database,
  filter: HistoryFilter,
  cursor: HistoryCursor,
  limit: number,
): HistoryPage {
  const any = conditionOf(filter);
  const counts = countsOf(db, any);
  const total =
    filter.outcome === null
      ? outcomes.reduce((sum, outcome) => sum + counts[outcome], 0)
      : counts[filter.outcome];
  if (total === 0) return { rows: [], counts, total };
  const rows = rowsOf(db, withOutcome(any, filter.outcome), cursor, limit).flatMap((row) => {
    const attempt = attemptOfRow(row);
    return attempt === null ? [] : [{ seq: seqSchema.parse(row).seq, attempt }];
  });
  return { rows, counts, total };
}

const lineSchema = z.array(z.object({ id: z.string(), name: z.string() }));

/** The lines that there are attempts of, by name. */
export function historyLines(db: Database.Database): HistoryLine[] {
  // SQLite takes the name from the row that has the highest number.
  const found = db
    .prepare(
      `SELECT line_id AS id, line_name AS name, max(seq) FROM attempts
        WHERE outcome IS NOT NULL GROUP BY line_id ORDER BY line_name`,
    )
    .all();
  return lineSchema.parse(found);
}
