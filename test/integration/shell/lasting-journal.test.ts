import { existsSync, mkdirSync, renameSync, rmdirSync, statSync, writeFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { lastingJournal, type JournalNews } from '../../../electron/shell/lasting-journal';
import { HandClock } from '../../unit/kiosk/hand-clock';
import { running } from '../../unit/transfer/examples';
import { JournalFolder, valueOf } from '../transfer/journal-fixture';

let place: JournalFolder;
let clock: HandClock;
let isFree: boolean;
let news: JournalNews[];
beforeEach(() => {
  place = new JournalFolder();
  clock = new HandClock();
  isFree = true;
  news = [];
});
afterEach(() => place.remove());

const open = () =>
  lastingJournal({
    file: place.file,
    clock,
    isFree: () => isFree,
    told: (heard) => news.push(heard),
  });

describe('a journal that lasts', () => {
  it('takes nothing while there is no way to it, and everything once there is one', () => {
    mkdirSync(place.file);
    const journal = open();
    expect(news).toEqual([{ kind: 'unavailable', cause: expect.stringContaining('EISDIR') }]);
    clock.pass(60_000);
    expect(journal.begin(running())).toMatchObject({ ok: false });
    expect(news).toHaveLength(1);

    rmdirSync(place.file);
    clock.pass(5000);
    expect(news.slice(1)).toEqual([{ kind: 'open', aside: null }]);
    place.make(journal);
    expect(valueOf(journal.historyLines())).toHaveLength(1);
    expect(clock.waiting).toBe(0);
    journal.close();
  });

  it('comes back under no attempt that was checked without it', () => {
    const before = place.open().journal;
    valueOf(before.begin(running()));
    before.close();
    // The attempt was cut off, and then something lies where the file was.
    renameSync(place.file, `${place.file}.elsewhere`);
    mkdirSync(place.file);
    const journal = open();
    isFree = false;
    rmdirSync(place.file);
    renameSync(`${place.file}.elsewhere`, place.file);
    clock.pass(60_000);
    expect(journal.begin(running({ id: 'attempt-2' }))).toMatchObject({ ok: false });
    isFree = true;
    clock.pass(5000);
    expect(valueOf(journal.openQuestion('support'))).toMatchObject({ id: 'attempt-1' });
    journal.close();
  });

  it('says where the file lies that could not be read', () => {
    writeFileSync(place.file, 'no database '.repeat(1000));
    const journal = open();
    const [told] = news;
    expect(told?.kind).toBe('open');
    expect(told?.kind === 'open' && told.aside !== null && existsSync(told.aside)).toBe(true);
    place.make(journal);
    journal.close();
  });

  it('begins a new one where the file is damaged while it is in use', () => {
    const journal = open();
    place.make(journal);
    for (const end of ['', '-wal', '-shm']) {
      const file = place.file + end;
      const { size } = statSync(file);
      // In its place: whoever replaces the file leaves Baton the old one.
      writeFileSync(file, Buffer.alloc(size, 'x'), { flag: 'r+' });
    }
    expect(journal.begin(running({ id: 'attempt-2' }))).toMatchObject({ ok: false });
    expect(news.map(({ kind }) => kind)).toEqual(['open', 'unavailable']);
    clock.pass(5000);
    expect(news.at(-1)).toEqual({ kind: 'open', aside: expect.stringContaining('unreadable') });
    place.make(journal);
    journal.close();
  });

  it('looks no more once it is closed', () => {
    mkdirSync(place.file);
    const journal = open();
    journal.close();
    expect(clock.waiting).toBe(0);
  });
});
