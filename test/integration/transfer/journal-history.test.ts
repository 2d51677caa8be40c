import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { outcomes } from '../../../electron/contract/transfer';
import type { Journal } from '../../../electron/transfer/journal';
import type { HistoryCursor, HistoryFilter } from '../../../electron/contract/history';
import type { Ending } from '../../../electron/transfer/machine';
import { accepted, maria, running, unknown } from '../../unit/transfer/examples';
import { day, JournalFolder, now, valueOf } from './journal-fixture';

let place: JournalFolder;
let journal: Journal;
beforeEach(() => {
  place = new JournalFolder();
  journal = place.open().journal;
});
afterEach(() => place.remove());

const any: HistoryFilter = { text: '', outcome: null, lineId: null, from: null, to: null };
const page = (filter: Partial<HistoryFilter> = {}, cursor: HistoryCursor = null, limit = 100) =>
  valueOf(journal.history({ ...any, ...filter }, { cursor, limit }));
const ids = (...asked: Parameters<typeof page>) =>
  page(...asked).rows.map(({ attempt }) => attempt.id);

describe('the history', () => {
  it('shows ended attempts, newest first, also when the clock was set back', () => {
    place.make(journal, { id: 'a' });
    place.make(journal, { id: 'b', startedAt: now - day, outcome: 'cancelled' });
    valueOf(journal.begin(running()));
    expect(ids()).toEqual(['b', 'a']);
    expect(page().rows[1]?.attempt).toEqual(valueOf(journal.attempt('a')));
  });

  it('is empty where there is nothing', () => {
    expect(page()).toEqual({
      rows: [],
      total: 0,
      counts: { cancelled: 0, 'not-sent': 0, refused: 0, accepted: 0, unknown: 0 },
    });
  });

  it('filters by outcome, and counts all outcomes of the rest of the filter', () => {
    for (const outcome of [...outcomes, 'refused'] as const) {
      place.make(journal, { outcome, destination: { name: outcome } });
    }
    place.make(journal, { lineId: 'sales' });
    const found = page({ outcome: 'refused', lineId: 'support' });
    expect(found.rows).toHaveLength(2);
    expect(found.total).toBe(2);
    expect(found.counts).toEqual({
      cancelled: 1,
      'not-sent': 1,
      refused: 2,
      accepted: 1,
      unknown: 1,
    });
    expect(page({ lineId: 'support' }).total).toBe(6);
  });

  it('filters by line and by day', () => {
    place.make(journal, { id: 'a', startedAt: now - day });
    place.make(journal, { id: 'b', startedAt: now, lineId: 'sales' });
    place.make(journal, { id: 'c', startedAt: now + day });
    expect(ids({ lineId: 'sales' })).toEqual(['b']);
    expect(ids({ from: now })).toEqual(['c', 'b']);
    expect(ids({ to: now })).toEqual(['a']);
    expect(ids({ from: now - day, to: now + day, lineId: 'support' })).toEqual(['a']);
  });

  it('finds text in name, number, api_id and reason', () => {
    place.make(journal, { id: 'a', destination: { name: 'José Müller' } });
    place.make(journal, { id: 'b', destination: { address: '+14155550199', display: '+1 415' } });
    valueOf(journal.begin(running({ id: 'c' })));
    const reason = { code: 'http-404', plivoReason: 'Node not found' } as const;
    const refused = { outcome: 'refused', reason, apiId: 'ab-12', status: 404, tookMs: 1 } as const;
    valueOf(journal.end('c', { ...refused, endedAt: now }));
    expect(ids({ text: 'jose mul' })).toEqual(['a']);
    expect(ids({ text: '(415) 555-0199' })).toEqual(['b']);
    expect(ids({ text: 'NODE NOT' })).toEqual(['c']);
    expect(ids({ text: 'ab-12' })).toEqual(['c']);
    expect(ids({ text: '404', outcome: 'refused' })).toEqual(['c']);
    expect(page({ text: 'mul' }).counts).toMatchObject({ accepted: 1, refused: 0 });
  });

  it('takes what people type for text and not for a pattern', () => {
    place.make(journal, { id: 'a', destination: { name: '100 % "Sales" \\_' } });
    place.make(journal, { id: 'b' });
    for (const text of ['%', '_', '"sales"', '\\']) expect(ids({ text })).toEqual(['a']);
    expect(ids({ text: "'; DROP TABLE attempts; --" })).toEqual([]);
    expect(ids({ text: 'x '.repeat(5000) })).toEqual([]);
    expect(ids()).toEqual(['b', 'a']);
  });

  it('counts a row that somebody changed into nonsense, and does not show it', () => {
    place.make(journal, { id: 'a' });
    place.make(journal, { id: 'b' });
    place.tamper("UPDATE attempts SET reason_json = '{' WHERE id = 'a'");
    expect(page()).toMatchObject({ rows: [{ attempt: { id: 'b' } }], total: 2 });
  });
});

describe('the pages of the history', () => {
  beforeEach(() => {
    for (let n = 1; n <= 9; n += 1) {
      place.make(journal, { id: `${n}`, lineId: n % 2 === 0 ? 'even' : 'odd' });
    }
  });

  it('follow each other downwards and upwards without a row twice or left out', () => {
    const first = page({}, null, 4);
    expect(first.rows.map(({ attempt }) => attempt.id)).toEqual(['9', '8', '7', '6']);
    const second = page({}, { olderThan: first.rows.at(-1)?.seq ?? 0 }, 4);
    expect(second.rows.map(({ attempt }) => attempt.id)).toEqual(['5', '4', '3', '2']);
    expect(second.total).toBe(9);
    place.make(journal, { id: '10' });
    expect(ids({}, { newerThan: second.rows[0]?.seq ?? 0 }, 3)).toEqual(['8', '7', '6']);
    expect(ids({}, { newerThan: first.rows[0]?.seq ?? 0 }, 3)).toEqual(['10']);
  });

  it('can begin anywhere, for a scroll bar', () => {
    expect(ids({}, { skip: 7 }, 4)).toEqual(['2', '1']);
    expect(ids({ lineId: 'even' }, { skip: 1 }, 2)).toEqual(['6', '4']);
    expect(ids({}, { skip: 9 }, 4)).toEqual([]);
  });

  it('have bounds', () => {
    expect(ids({}, { skip: -1 }, -5)).toEqual([]);
    expect(ids({}, null, Number.MAX_SAFE_INTEGER)).toHaveLength(9);
  });
});

describe('the lines of the history', () => {
  it('are those that attempts were made on, each once, under its last name', () => {
    place.make(journal, { lineId: 'b', lineName: 'Billing' });
    place.make(journal, { lineId: 's', lineName: 'Support' });
    place.make(journal, { lineId: 'b', lineName: 'Accounts' });
    expect(valueOf(journal.historyLines())).toEqual([
      { id: 'b', name: 'Accounts' },
      { id: 's', name: 'Support' },
    ]);
  });
});

describe('an attempt of which nothing was to be sent', () => {
  it('is recorded in one step, without a moment in which a crash makes it unknown', () => {
    const reason = { code: 'undone' } as const;
    const ending = {
      outcome: 'cancelled',
      reason,
      status: null,
      apiId: null,
      tookMs: 700,
    } as const;
    valueOf(journal.record(running(), { ...ending, endedAt: now }));
    expect(page()).toMatchObject({ rows: [{ attempt: { outcome: 'cancelled', reason } }] });
    expect(valueOf(journal.recents({ practice: false, limit: 5 }))).toEqual([]);
  });
});

describe('the open question of a line', () => {
  const question = (lineId = 'support') => valueOf(journal.openQuestion(lineId))?.id ?? null;
  const ended = (id: string, ending: Ending) => {
    valueOf(journal.begin(running({ id, destination: maria })));
    valueOf(journal.end(id, { ...ending, endedAt: now }));
  };

  it('is the last attempt where it ended unknown, until the agent has answered', () => {
    expect(question()).toBeNull();
    ended('a', unknown);
    expect(question()).toBe('a');
    expect(question('sales')).toBeNull();
    valueOf(journal.answer('a', 'still-on-call'));
    expect(question()).toBeNull();
  });

  it('is asked again after a restart, and after a crash', () => {
    ended('a', unknown);
    journal.close();
    journal = place.open().journal;
    expect(question()).toBe('a');
    valueOf(journal.answer('a', 'caller-gone'));
    valueOf(journal.begin(running({ id: 'b' })));
    journal = place.open().journal;
    expect(question()).toBe('b');
  });

  it('is not put aside by an attempt of which nothing left', () => {
    ended('a', unknown);
    place.make(journal, { outcome: 'not-sent' });
    place.make(journal, { outcome: 'cancelled' });
    expect(question()).toBe('a');
  });

  it('is none any more after a later attempt had an answer', () => {
    ended('a', unknown);
    ended('b', accepted);
    expect(question()).toBeNull();
  });
});
