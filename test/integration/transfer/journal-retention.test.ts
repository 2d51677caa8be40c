import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Journal } from '../../../electron/transfer/journal';
import { verifyJournal } from '../../../electron/transfer/journal-verify';
import { accepted, maria, running } from '../../unit/transfer/examples';
import { wholeHistory } from '../../support/read-history';
import { day, JournalFolder, now, valueOf } from './journal-fixture';

let place: JournalFolder;
let journal: Journal;
beforeEach(() => {
  place = new JournalFolder();
  journal = place.open().journal;
});
afterEach(() => place.remove());

/** Attempts that were started so many days ago, in this order; their ids are the days. */
function startedDaysAgo(...days: readonly number[]): void {
  for (const ago of days) place.make(journal, { id: `${ago}`, startedAt: now - ago * day });
}

const left = () => wholeHistory(journal).map(({ id }) => id);

const verified = () => verifyJournal(place.file);

/** All bytes of the journal's files. */
const bytes = () =>
  Buffer.concat(readdirSync(place.folder).map((name) => readFileSync(join(place.folder, name))));

describe('keeping attempts for so many days', () => {
  it('removes the older ones, and the rest of the chain stays good', () => {
    startedDaysAgo(100, 91, 90, 5, 0);
    const through = place.entries()[3];
    expect(journal.prune(90)).toEqual({ ok: true, value: 2 });
    expect(left()).toEqual(['0', '5', '90']);
    expect(verified()).toMatchObject({
      kind: 'good',
      attempts: 3,
      entries: 7,
      removed: {
        why: 'retention',
        attempts: 2,
        throughSeq: 4,
        throughHash: through?.hash,
        at: now,
      },
    });
  });

  it('does nothing where nothing is old, and leaves no word of it', () => {
    startedDaysAgo(89, 1);
    expect(valueOf(journal.prune(90))).toBe(0);
    expect(verified()).toMatchObject({ attempts: 2, entries: 4, removed: null });
  });

  it('can be done day after day, and everything can go', () => {
    startedDaysAgo(3, 2, 1);
    for (const [days, attempts] of [
      [1, 3],
      [2, 2],
      [3, 1],
      [4, 0],
    ] as const) {
      place.now = now + days * day;
      valueOf(journal.prune(4));
      expect(verified()).toMatchObject({ kind: 'good', attempts });
    }
    expect(left()).toEqual([]);
    place.make(journal);
    expect(verified()).toMatchObject({ kind: 'good', attempts: 1 });
  });

  it('keeps a word that was said later good, also when its attempt is gone', () => {
    startedDaysAgo(100, 1);
    valueOf(journal.answer('100', 'caller-gone'));
    valueOf(journal.prune(90));
    expect(verified()).toMatchObject({ kind: 'good', attempts: 1 });
  });

  it('is not held up by an attempt that a wrong clock put into the future', () => {
    startedDaysAgo(100, -3650, 95, 1);
    valueOf(journal.prune(90));
    expect(left()).toEqual(['1']);
  });

  it('takes no attempt with it because a later one has a date long past', () => {
    startedDaysAgo(80, 20_000, 1);
    expect(valueOf(journal.prune(90))).toBe(0);
    expect(left()).toEqual(['1', '20000', '80']);
  });

  it('removes nothing when the clock is wrong now and everything lies in its future', () => {
    startedDaysAgo(2, 1);
    place.now = 0;
    expect(valueOf(journal.prune(90))).toBe(0);
  });

  it('takes a question that is still open with its attempt, and asks about no call of days ago', () => {
    const unknown = { outcome: 'unknown', lineId: 'support' } as const;
    place.make(journal, { id: 'old', startedAt: now - 3 * day, ...unknown });
    expect(valueOf(journal.prune(3))).toBe(0);
    expect(valueOf(journal.openQuestion('support'))).toMatchObject({ id: 'old' });
    expect(valueOf(journal.prune(2))).toBe(1);
    expect(valueOf(journal.openQuestion('support'))).toBeNull();
  });

  it('leaves an attempt that is under way, however old it looks', () => {
    startedDaysAgo(100);
    valueOf(journal.begin(running({ startedAt: now - 95 * day })));
    startedDaysAgo(94);
    expect(valueOf(journal.prune(90))).toBe(1);
    valueOf(journal.end('attempt-1', { ...accepted, endedAt: now }));
    expect(left()).toEqual(['94', 'attempt-1']);
    expect(verified()).toMatchObject({ kind: 'good', attempts: 2 });
  });

  it('does not hide that somebody took out more than was removed', () => {
    startedDaysAgo(100, 5, 4);
    valueOf(journal.prune(90));
    place.tamper("DELETE FROM attempts WHERE id = '5'", 'DELETE FROM entries WHERE seq IN (3, 4)');
    expect(verified()).toMatchObject({ row: { seq: 5, fault: 'entries-missing' } });
  });

  it('does not hide that the word of the removing was taken out', () => {
    startedDaysAgo(100, 5);
    valueOf(journal.prune(90));
    place.make(journal);
    place.tamper("DELETE FROM entries WHERE kind = 'removed'");
    expect(verified()).toMatchObject({ kind: 'broken' });
  });
});

describe('clearing the history', () => {
  it('removes every attempt, and says so in the chain', () => {
    startedDaysAgo(2, 1, 0);
    expect(valueOf(journal.clear())).toBe(3);
    expect(left()).toEqual([]);
    expect(valueOf(journal.recents({ practice: false, limit: 5 }))).toEqual([]);
    expect(verified()).toMatchObject({
      kind: 'good',
      attempts: 0,
      entries: 1,
      removed: { why: 'cleared', attempts: 3 },
    });
  });

  it('keeps what the agent is still to be asked about, and the question with it', () => {
    const unknown = { outcome: 'unknown', lineId: 'support' } as const;
    place.make(journal, { id: 'answered', ...unknown });
    valueOf(journal.answer('answered', 'caller-gone'));
    place.make(journal, { id: 'open', ...unknown });
    place.make(journal, { id: 'other-line', lineId: 'sales' });
    const before = valueOf(journal.detail('open'));
    expect(valueOf(journal.clear())).toBe(2);
    expect(left()).toEqual(['open']);
    expect(verified()).toMatchObject({ kind: 'good', attempts: 1, entries: 3 });
    // Nothing is left to remove.
    expect(valueOf(journal.clear())).toBe(0);
    expect(verified()).toMatchObject({ entries: 3 });

    journal.close();
    journal = place.open().journal;
    expect(valueOf(journal.detail('open'))).toEqual(before);
    expect(valueOf(journal.openQuestion('support'))).toMatchObject({ id: 'open' });
    valueOf(journal.answer('open', 'still-on-call'));
    expect(valueOf(journal.openQuestion('support'))).toBeNull();
    expect(valueOf(journal.clear())).toBe(1);
    expect(left()).toEqual([]);
  });

  it('leaves nothing of them in the files', () => {
    place.make(journal, {
      destination: { ...maria, name: 'Quetzalcoatl', address: '+14155550199' },
    });
    expect(bytes().includes('Quetzalcoatl')).toBe(true);
    valueOf(journal.clear());
    for (const text of ['Quetzalcoatl', 'quetzalcoatl', '4155550199']) {
      expect(bytes().includes(text)).toBe(false);
    }
  });

  it('leaves the attempt that is under way, which then gets its outcome', () => {
    startedDaysAgo(1);
    valueOf(journal.begin(running()));
    expect(valueOf(journal.clear())).toBe(1);
    valueOf(journal.end('attempt-1', { ...accepted, endedAt: now }));
    expect(left()).toEqual(['attempt-1']);
    expect(verified()).toMatchObject({ kind: 'good', attempts: 1 });
  });

  it('does nothing where there is nothing, also twice', () => {
    expect(valueOf(journal.clear())).toBe(0);
    startedDaysAgo(1);
    valueOf(journal.clear());
    expect(valueOf(journal.clear())).toBe(0);
    expect(verified()).toMatchObject({ kind: 'good', entries: 1 });
  });

  it('can be followed by attempts, after a restart too', () => {
    startedDaysAgo(1);
    valueOf(journal.clear());
    journal.close();
    journal = place.open().journal;
    startedDaysAgo(0);
    expect(left()).toEqual(['0']);
    expect(verified()).toMatchObject({ kind: 'good', attempts: 1, entries: 3 });
  });
});
