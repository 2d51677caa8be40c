import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { outcomes } from '../../electron/contract/transfer';
import { openJournal } from '../../electron/transfer/journal';
import { openToWrite, transact } from '../../electron/transfer/journal-database';
import { intentEntry, outcomeEntry } from '../../electron/transfer/journal-entries';
import { exportHistory } from '../../electron/transfer/handover-export';
import type { HistoryCursor, HistoryFilter } from '../../electron/contract/history';
import { writeIntent, writeOutcome } from '../../electron/transfer/journal-projection';
import { prepareSchema } from '../../electron/transfer/journal-schema';
import { verifyJournal } from '../../electron/transfer/journal-verify';
import { trace } from '../unit/transfer/examples';

/**
 * How long the history takes at 100,000 attempts, in milliseconds, the median of eleven; run by
 * `npm run bench`. It prints and asserts nothing.
 */
const attempts = 100_000;
const start = Date.parse('2025-01-01T00:00:00Z');
const first = ['Maria', 'José', 'Ann', 'Bob', 'Wei', 'Olga', 'Nadia', 'Tom', 'Ute', 'Chloé'];
const last = ['Alvarez', 'Smith', 'Müller', 'Okafor', 'Tanaka', 'Novak', 'Rossi', 'Khan', 'Silva'];

function fill(file: string): void {
  const db = openToWrite(file);
  prepareSchema(db);
  transact(db, () => {
    for (let n = 0; n < attempts; n += 1) {
      const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
      const name = `${first[n % 10]} ${last[n % 9]} ${n % 977}`;
      const address = `+1415555${String(n % 10_000).padStart(4, '0')}`;
      const startedAt = start + n * 60_000;
      const destination = { address, display: address, name, note: null, country: null };
      const line = { lineId: `line-${n % 4}`, lineName: `Line ${n % 4}` };
      const attempt = { id, ...line, role: 'agent', startedAt } as const;
      const outcome = outcomes[n % 11] ?? 'accepted';
      const ending = { outcome, reason: { code: 'accepted' }, status: 201, tookMs: 180 } as const;
      const endedAt = startedAt + 200;
      writeIntent(
        db,
        intentEntry({ ...attempt, destination: { ...destination, role: null } }),
        endedAt,
      );
      writeOutcome(db, outcomeEntry(id, { ...ending, apiId: id, endedAt }, trace), endedAt);
    }
  });
  db.close();
}

function measure(what: string, work: () => unknown, times = 11): void {
  const took: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const from = performance.now();
    work();
    took.push(performance.now() - from);
  }
  took.sort((a, b) => a - b);
  const median = took[Math.floor(times / 2)] ?? 0;
  process.stdout.write(`${what.padEnd(44)}${median.toFixed(1).padStart(9)} ms\n`);
}

const folder = mkdtempSync(join(tmpdir(), 'baton-bench-'));
try {
  const file = join(folder, 'journal.sqlite');
  measure(`write ${attempts} attempts (one transaction)`, () => fill(file), 1);
  measure(
    'open',
    () => {
      const opened = openJournal(file, { now: Date.now });
      if (opened.ok) opened.value.journal.close();
    },
    3,
  );
  const opened = openJournal(file, { now: Date.now });
  if (!opened.ok) throw new Error(opened.error.cause);
  const { journal } = opened.value;
  const any: HistoryFilter = { text: '', outcome: null, lineId: null, from: null, to: null };
  const page = (what: string, filter: Partial<HistoryFilter>, cursor: HistoryCursor = null) =>
    measure(what, () => journal.history({ ...any, ...filter }, { cursor, limit: 100 }));
  page('first page', {});
  page('page 90,000 rows down', {}, { skip: 90_000 });
  page('page by cursor', {}, { olderThan: 20_000 });
  page('one outcome', { outcome: 'unknown' });
  page('one outcome, 8,000 rows down', { outcome: 'unknown' }, { skip: 8_000 });
  page('one line, one month', { lineId: 'line-1', from: start, to: start + 30 * 86_400_000 });
  page('text: a letter', { text: 'a' });
  page('text: a name', { text: 'alvarez' });
  page('text: two words', { text: 'maria alv' });
  page('text: a number', { text: '(415) 555-01' });
  page('text: found nowhere', { text: 'zzz' });
  measure('recents', () => journal.recents({ practice: false, limit: 20 }));
  measure('lines', () => journal.historyLines());
  measure('an attempt with its trace', () =>
    journal.detail('00000000-0000-4000-8000-000000050000'),
  );
  const target = { file: join(folder, 'history.csv'), mayReplace: true };
  const from = performance.now();
  await exportHistory(journal, any, target);
  const took = performance.now() - from;
  process.stdout.write(`${'export as CSV'.padEnd(44)}${took.toFixed(1).padStart(9)} ms\n`);
  measure('verify the chain', () => verifyJournal(file), 3);
  measure(
    'prune half',
    () => {
      const days = (Date.now() - start) / 86_400_000 - 35;
      return journal.prune(days);
    },
    1,
  );
  measure('clear', () => journal.clear(), 1);
  journal.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
