import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { HistoryFilter } from '../../../electron/contract/history';
import { exportHistory } from '../../../electron/transfer/handover-export';
import { unavailableJournal, type Journal } from '../../../electron/transfer/journal';
import { exportCsv, exportJson } from '../../../electron/transfer/journal-export';
import { running } from '../../unit/transfer/examples';
import { wholeHistory } from '../../support/read-history';
import { JournalFolder, valueOf } from './journal-fixture';
import { fillJournal } from './many-attempts';

let place: JournalFolder;
let journal: Journal;
beforeEach(() => {
  place = new JournalFolder();
  journal = place.open().journal;
  mkdirSync(at('out'));
});
afterEach(() => place.remove());

const at = (name: string) => join(place.folder, name);
const any: HistoryFilter = { text: '', outcome: null, lineId: null, from: null, to: null };
const exported = (name: string, filter: Partial<HistoryFilter> = {}, mayReplace = true) =>
  exportHistory(journal, { ...any, ...filter }, { file: at(name), mayReplace });
const whole = (filter: Partial<HistoryFilter> = {}) => wholeHistory(journal, filter);

/** A journal of many attempts in place of the empty one. */
const filled = (attempts: number) => {
  journal.close();
  fillJournal(at('many.sqlite'), attempts);
  journal = place.open(at('many.sqlite')).journal;
};

describe('the export of a history', () => {
  it.each([
    ['out/h.csv', exportCsv],
    ['out/h.JSON', exportJson],
  ])('is in %s what the history has, however long', async (name, render) => {
    filled(2345);
    expect(await exported(name)).toEqual({ ok: true, value: 2345 });
    expect(readFileSync(at(name), 'utf8')).toBe(render(whole()));
    expect(statSync(at(name)).mode & 0o777).toBe(0o600);
    expect(readdirSync(at('out'))).toHaveLength(1);

    expect(await exported(name, { lineId: 'line-1' })).toEqual({ ok: true, value: 1172 });
    expect(readFileSync(at(name), 'utf8')).toBe(render(whole({ lineId: 'line-1' })));
  });

  it.each([
    ['h.csv', exportCsv([])],
    ['h.json', '[]\n'],
  ])('of nothing is a whole file %s too', async (name, text) => {
    expect(await exported(name)).toEqual({ ok: true, value: 0 });
    expect(readFileSync(at(name), 'utf8')).toBe(text);
  });

  it('lets others have a turn after each piece, and leaves out what comes meanwhile', async () => {
    filled(2500);
    const all = whole();
    let turn = 0;
    let counting = setImmediate(function count() {
      turn += 1;
      counting = setImmediate(count);
    });
    const turns: number[] = [];
    const history: Journal['history'] = (...asked) => {
      const page = journal.history(...asked);
      place.make(journal, { id: `later-${turns.length}` });
      turns.push(turn);
      return page;
    };
    const target = { file: at('h.csv'), mayReplace: true };
    expect(await exportHistory({ history }, any, target)).toEqual({ ok: true, value: 2500 });
    clearImmediate(counting);
    expect(turns.length).toBeGreaterThan(2);
    expect(new Set(turns).size).toBe(turns.length);
    expect(readFileSync(at('h.csv'), 'utf8')).toBe(exportCsv(all));
  });

  it('does not have an attempt that is under way', async () => {
    place.make(journal);
    valueOf(journal.begin(running()));
    expect(await exported('h.csv')).toEqual({ ok: true, value: 1 });
  });

  it.each(['h', 'h.txt', '.csv', 'h.csv.bak', 'journal.sqlite'])(
    'is not written to %s, which says neither',
    async (name) => {
      expect(await exported(`out/${name}`)).toEqual({
        ok: false,
        error: { code: 'export-extension' },
      });
      expect(readdirSync(at('out'))).toEqual([]);
    },
  );

  it('replaces a plain file where it may, and leaves it alone where it may not', async () => {
    writeFileSync(at('h.csv'), 'earlier', { mode: 0o644 });
    expect(await exported('h.csv', {}, false)).toMatchObject({
      ok: false,
      error: { code: 'export-failed', cause: expect.stringContaining('EEXIST') },
    });
    expect(readFileSync(at('h.csv'), 'utf8')).toBe('earlier');
    expect(await exported('h.csv')).toEqual({ ok: true, value: 0 });
    expect(readFileSync(at('h.csv'), 'utf8')).toBe(exportCsv([]));
    expect(statSync(at('h.csv')).mode & 0o777).toBe(0o600);
  });

  it('goes through no link and into no folder', async () => {
    writeFileSync(at('target.csv'), 'target');
    symlinkSync(at('target.csv'), at('link.csv'));
    symlinkSync(at('nowhere'), at('dangling.csv'));
    mkdirSync(at('folder.csv'));
    for (const name of ['link.csv', 'dangling.csv', 'folder.csv']) {
      expect(await exported(name)).toEqual({ ok: false, error: { code: 'export-no-plain-file' } });
    }
    expect(readFileSync(at('target.csv'), 'utf8')).toBe('target');
    expect(existsSync(at('nowhere'))).toBe(false);
  });

  it('says why where it cannot be written, and leaves nothing behind', async () => {
    expect(await exported('nowhere/h.csv')).toMatchObject({
      ok: false,
      error: { code: 'export-failed', cause: expect.stringContaining('ENOENT') },
    });
  });

  it('says that the history cannot be read, and leaves nothing behind', async () => {
    expect(
      await exportHistory(unavailableJournal('disk I/O error'), any, {
        file: at('out/h.csv'),
        mayReplace: true,
      }),
    ).toEqual({ ok: false, error: { code: 'history-unavailable', cause: 'disk I/O error' } });
    expect(readdirSync(at('out'))).toEqual([]);
  });
});
