import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { ExportFormat, HistoryFilter } from '../../../electron/contract/history';
import { calls } from '../../../electron/contract/schemas';
import { openHistoryDesk } from '../../../electron/shell/history-desk';
import type { Journal } from '../../../electron/transfer/journal';
import { unavailableJournal } from '../../../electron/transfer/journal';
import { accepted, running, trace } from '../../unit/transfer/examples';
import { JournalFolder, now, valueOf } from '../transfer/journal-fixture';
import { fillJournal } from '../transfer/many-attempts';

let place: JournalFolder;
let journal: Journal;
let clipboard: string[];
let asked: [name: string, format: ExportFormat][];
/** What the person chooses in the dialog. */
let choice: string | null;
beforeEach(() => {
  place = new JournalFolder();
  journal = place.open().journal;
  clipboard = [];
  asked = [];
  choice = null;
});
afterEach(() => place.remove());

const deskOn = (on: Journal) =>
  openHistoryDesk({
    journal: on,
    version: '0.1.0',
    now: () => new Date(2025, 2, 4, 23, 59).getTime(),
    chooseFile: (name, format) => {
      asked.push([name, format]);
      return Promise.resolve(choice);
    },
    writeClipboard: (text) => {
      clipboard.push(text);
      return Promise.resolve();
    },
  });
const desk = () => deskOn(journal);
const any: HistoryFilter = { text: '', outcome: null, lineId: null, from: null, to: null };

/** An attempt of which the request was kept. */
const traced = () => {
  valueOf(journal.begin(running({ id: 'traced' })));
  valueOf(journal.end('traced', { ...accepted, endedAt: now }, trace));
};

describe('the history desk', () => {
  it('gives pages, lines and details as the contract has them', () => {
    for (let n = 0; n < 3; n += 1) place.make(journal);
    traced();
    const page = desk().page({ filter: any, cursor: { skip: 1 }, limit: 2 });
    expect(page).toMatchObject({ ok: true, value: { total: 4, rows: [{ attempt: {} }, {}] } });
    if (page.ok) calls['history:page'].value.parse(page.value);
    const lines = desk().lines();
    expect(lines).toEqual({ ok: true, value: [{ id: 'support', name: 'Support line' }] });
    const detail = desk().detail('traced');
    expect(detail).toMatchObject({ ok: true, value: { attempt: { id: 'traced' }, trace } });
    if (detail.ok) calls['history:detail'].value.parse(detail.value);
    expect(desk().detail('gone')).toEqual({ ok: true, value: null });
  });

  it('gives at most 1000 lines', () => {
    const file = join(place.folder, 'many.sqlite');
    fillJournal(file, 1001, 1001);
    const lines = deskOn(place.open(file).journal).lines();
    expect(lines.ok && lines.value).toHaveLength(1000);
  });

  it('copies an attempt as details, as a command and as a Postman item', async () => {
    traced();
    for (const form of ['details', 'curl', 'postman'] as const) {
      expect(await desk().copy({ attemptId: 'traced', form })).toEqual({ ok: true, value: null });
    }
    expect(clipboard).toEqual([
      expect.stringMatching(/^Baton 0\.1\.0\n[^]*\nRequest\nPOST /),
      expect.stringMatching(/\ncurl /),
      expect.stringContaining('"schema"'),
    ]);
    const body = trace.request.body ?? '';
    for (const text of clipboard.slice(0, 2)) expect(text).toContain(body);
  });

  it('has details alone of an attempt without request, and nothing of one that is gone', async () => {
    const id = place.make(journal);
    expect((await desk().copy({ attemptId: id, form: 'details' })).ok).toBe(true);
    expect(clipboard).toHaveLength(1);
    for (const form of ['curl', 'postman'] as const) {
      const none = { ok: false, error: { code: 'no-request' } };
      expect(await desk().copy({ attemptId: id, form })).toEqual(none);
      const gone = { ok: false, error: { code: 'attempt-gone' } };
      expect(await desk().copy({ attemptId: 'gone', form })).toEqual(gone);
    }
    expect(clipboard).toHaveLength(1);
  });

  it('exports what the filter shows to the file that the person chose', async () => {
    place.make(journal);
    place.make(journal, { outcome: 'refused' });
    const file = join(place.folder, 'chosen.json');
    choice = file;
    const filter = { ...any, outcome: 'refused' } as const;
    expect(await desk().export({ filter, format: 'json' })).toEqual({
      ok: true,
      value: { kind: 'saved', file, attempts: 1 },
    });
    expect(asked).toEqual([['baton-history-2025-03-04.json', 'json']]);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject([{ outcome: 'refused' }]);
  });

  it('writes nothing where the person chose no file', async () => {
    place.make(journal);
    expect(await desk().export({ filter: any, format: 'csv' })).toEqual({
      ok: true,
      value: { kind: 'no-file-chosen' },
    });
    expect(asked).toEqual([['baton-history-2025-03-04.csv', 'csv']]);
  });

  it("gives a name without extension the format's, and replaces no file by that", async () => {
    choice = join(place.folder, 'plain');
    const file = `${choice}.csv`;
    const saved = { ok: true, value: { kind: 'saved', file, attempts: 0 } };
    expect(await desk().export({ filter: any, format: 'csv' })).toEqual(saved);
    expect(existsSync(choice)).toBe(false);
    expect(await desk().export({ filter: any, format: 'csv' })).toMatchObject({
      ok: false,
      error: { code: 'export-failed' },
    });
  });

  it('says that a name is of no format, and in bounded words why a file cannot be written', async () => {
    choice = join(place.folder, 'history.txt');
    const extension = { ok: false, error: { code: 'export-extension' } };
    expect(await desk().export({ filter: any, format: 'csv' })).toEqual(extension);
    choice = join(place.folder, 'missing'.repeat(60), 'h.csv');
    const failed = await desk().export({ filter: any, format: 'csv' });
    if (failed.ok) throw new Error('It was written');
    expect(calls['history:export'].error.parse(failed.error)).toMatchObject({
      code: 'export-failed',
    });
  });

  it('clears, and says how many went', () => {
    place.make(journal);
    place.make(journal);
    expect(desk().clear()).toEqual({ ok: true, value: { removed: 2 } });
    expect(desk().page({ filter: any, cursor: null, limit: 10 })).toMatchObject({
      value: { total: 0 },
    });
  });

  it('says in bounded words that the history is unavailable', async () => {
    choice = join(place.folder, 'h.csv');
    const broken = deskOn({
      ...unavailableJournal('x'.repeat(999)),
      detail: () => ({ ok: false, error: { cause: 'x'.repeat(999) } }),
      historyLines: () => ({ ok: false, error: { cause: 'x'.repeat(999) } }),
    });
    const unavailable = {
      ok: false,
      error: { code: 'history-unavailable', cause: 'x'.repeat(300) },
    };
    expect(broken.page({ filter: any, cursor: null, limit: 10 })).toEqual(unavailable);
    expect(broken.lines()).toEqual(unavailable);
    expect(broken.detail('a')).toEqual(unavailable);
    expect(broken.clear()).toEqual(unavailable);
    expect(await broken.copy({ attemptId: 'a', form: 'details' })).toEqual(unavailable);
    expect(await broken.export({ filter: any, format: 'csv' })).toEqual(unavailable);
  });
});
