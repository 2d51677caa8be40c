import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { outcomes } from '../../../electron/contract/transfer';
import { unavailableJournal, type Journal } from '../../../electron/transfer/journal';
import { openToWrite, transact } from '../../../electron/transfer/journal-database';
import { intentEntry, outcomeEntry } from '../../../electron/transfer/journal-entries';
import { writeIntent, writeOutcome } from '../../../electron/transfer/journal-projection';
import { accepted, maria, running } from '../../unit/transfer/examples';
import { JournalFolder, now, valueOf } from './journal-fixture';

const marcus = '+14155550161';
const priya = '+16285550119';

let home: JournalFolder;
let journal: Journal;
beforeEach(() => {
  home = new JournalFolder();
  journal = home.open().journal;
});
afterEach(() => home.remove());

const to = (address: string, startedAt = now, lineId = 'support') =>
  home.make(journal, { destination: { address }, startedAt, lineId });

describe('when a transfer to an address was last accepted', () => {
  const last = (address = maria.address) => valueOf(journal.lastAccepted(address));

  it('is the moment of the outcome, of that address and of no other', () => {
    expect(last()).toBeNull();
    home.make(journal, { startedAt: now - 9_000 });
    home.now = now + 4_000;
    to(marcus);
    expect(last()).toBe(now);
    expect(last(marcus)).toBe(now + 4_000);
    expect(last(priya)).toBeNull();
  });

  it('is that of the last acceptance, also where the clock was set back since', () => {
    home.now = now + 3_600_000;
    home.make(journal);
    home.now = now;
    home.make(journal);
    expect(last()).toBe(now);
  });

  it.each(outcomes.filter((outcome) => outcome !== 'accepted'))('is not that of %s', (outcome) => {
    home.make(journal);
    home.now = now + 5_000;
    home.make(journal, { outcome });
    expect(last()).toBe(now);
  });

  it('is not that of an attempt that is under way', () => {
    valueOf(journal.begin(running()));
    expect(last()).toBeNull();
  });

  it('survives a restart, and an end without one', () => {
    home.make(journal);
    // Not closed: as after a crash.
    expect(valueOf(home.open().journal.lastAccepted(maria.address))).toBe(now);
    journal.close();
    expect(valueOf(home.open().journal.lastAccepted(maria.address))).toBe(now);
  });

  it('is known as soon as an outcome is written that the disk did not take at first', () => {
    valueOf(journal.begin(running()));
    const other = openToWrite(home.file);
    other.exec('BEGIN IMMEDIATE');
    expect(journal.end('attempt-1', { ...accepted, endedAt: now }).ok).toBe(false);
    expect(last()).toBeNull();
    other.exec('ROLLBACK');
    other.close();
    expect(last()).toBe(now);
  });

  it('is not known any more when the history was cleared', () => {
    home.make(journal);
    valueOf(journal.clear());
    expect(last()).toBeNull();
  });

  it('is the start where a journal of before has no moment of the outcome', () => {
    home.make(journal, { startedAt: now - 700 });
    home.tamper('UPDATE attempts SET ended_at = NULL');
    expect(last()).toBe(now - 700);
  });

  it('is not known without a journal, and an error where it is closed', () => {
    expect(valueOf(unavailableJournal('no disk').lastAccepted(maria.address))).toBeNull();
    journal.close();
    expect(journal.lastAccepted(maria.address)).toMatchObject({ ok: false });
  });
});

describe('how addresses were used', () => {
  const used = (query: Partial<Parameters<Journal['usage']>[0]> = {}) =>
    valueOf(journal.usage({ practice: false, limit: 100, ...query }));

  it('is how often and when last, the one used last first', () => {
    to(maria.address, now - 3_000);
    to(marcus, now - 2_000);
    to(maria.address, now - 1_000);
    expect(used()).toEqual([
      { address: maria.address, count: 2, lastAt: now - 1_000 },
      { address: marcus, count: 1, lastAt: now - 2_000 },
    ]);
  });

  it('counts what was accepted, on any real line, and nothing else', () => {
    for (const outcome of outcomes) home.make(journal, { outcome });
    valueOf(journal.begin(running({ id: 'under-way' })));
    to(maria.address, now, 'sales');
    expect(used()).toEqual([{ address: maria.address, count: 2, lastAt: now }]);
  });

  it('keeps practice and real lines apart', () => {
    to(maria.address, now, 'practice');
    to(marcus);
    expect(used({ practice: true }).map(({ address }) => address)).toEqual([maria.address]);
    expect(used().map(({ address }) => address)).toEqual([marcus]);
  });

  it('keeps the order in which they were made, wherever the clock was set', () => {
    to(maria.address, now + 3_600_000);
    to(marcus, now);
    to(priya, now - 3_600_000);
    expect(used().map(({ address }) => address)).toEqual([priya, marcus, maria.address]);
  });

  it('is of as many addresses as are wanted', () => {
    for (const address of [maria.address, marcus, priya]) to(address);
    expect(used({ limit: 2 }).map(({ address }) => address)).toEqual([priya, marcus]);
    expect(used({ limit: 0 })).toEqual([]);
    expect(used({ limit: -1 })).toEqual([]);
  });

  it('is of no more than 10,000', () => {
    const db = openToWrite(home.file);
    transact(db, () => {
      for (let n = 0; n < 10_050; n += 1) {
        const id = `many-${n}`;
        const destination = { ...maria, address: `+1415${String(n).padStart(7, '0')}` };
        writeIntent(db, intentEntry(running({ id, destination })), now);
        writeOutcome(db, outcomeEntry(id, { ...accepted, endedAt: now }, null), now);
      }
    });
    db.close();
    const all = used({ limit: 1_000_000 });
    expect(all).toHaveLength(10_000);
    expect(all[0]).toMatchObject({ address: '+14150010049' });
  });

  it('is nothing without a journal', () => {
    expect(valueOf(unavailableJournal('no disk').usage({ practice: true, limit: 5 }))).toEqual([]);
  });
});
