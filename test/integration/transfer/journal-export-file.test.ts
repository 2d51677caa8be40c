import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { exportCsv, exportJson } from '../../../electron/transfer/journal-export';
import { writeExport } from '../../../electron/transfer/journal-export-file';
import { accepted, running } from '../../unit/transfer/examples';

const attempts = [{ ...running(), ...accepted, agentWord: null }];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-export-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

describe('an exported history', () => {
  it('is CSV or JSON by its extension, for its owner alone, and nothing lies beside it', () => {
    const umask = process.umask(0o000);
    try {
      expect(writeExport(at('history.csv'), attempts)).toEqual({ ok: true, value: undefined });
      expect(writeExport(at('history.JSON'), attempts).ok).toBe(true);
    } finally {
      process.umask(umask);
    }
    expect(readFileSync(at('history.csv'), 'utf8')).toBe(exportCsv(attempts));
    expect(readFileSync(at('history.JSON'), 'utf8')).toBe(exportJson(attempts));
    expect(statSync(at('history.csv')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual(['history.JSON', 'history.csv']);
  });

  it('takes the place of an earlier one, also of one that others could read', () => {
    writeFileSync(at('h.csv'), 'earlier and longer '.repeat(100), { mode: 0o644 });
    expect(writeExport(at('h.csv'), attempts).ok).toBe(true);
    expect(readFileSync(at('h.csv'), 'utf8')).toBe(exportCsv(attempts));
    expect(statSync(at('h.csv')).mode & 0o777).toBe(0o600);
  });

  it.each(['history', 'history.txt', 'history.csv.bak', '.csv', 'journal.sqlite'])(
    'is not written as %s, which says neither CSV nor JSON',
    (name) => {
      expect(writeExport(at(name), attempts)).toEqual({
        ok: false,
        error: { code: 'export-extension' },
      });
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it('is not written through a link, wherever that leads', () => {
    writeFileSync(at('settings.json'), '{}');
    symlinkSync(at('settings.json'), at('a.json'));
    symlinkSync(at('nowhere'), at('b.json'));
    for (const name of ['a.json', 'b.json']) {
      expect(writeExport(at(name), attempts)).toEqual({
        ok: false,
        error: { code: 'export-no-plain-file' },
      });
    }
    expect(readFileSync(at('settings.json'), 'utf8')).toBe('{}');
    expect(readlinkSync(at('b.json'))).toBe(at('nowhere'));
    expect(existsSync(at('nowhere'))).toBe(false);
  });

  it('is not written over a folder', () => {
    mkdirSync(at('h.csv'));
    expect(writeExport(at('h.csv'), attempts)).toMatchObject({
      error: { code: 'export-no-plain-file' },
    });
  });

  it('names the cause where the folder is not there, and leaves nothing behind', () => {
    expect(writeExport(at('none/h.csv'), attempts)).toMatchObject({
      error: { code: 'export-failed', cause: expect.stringContaining('ENOENT') },
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});
