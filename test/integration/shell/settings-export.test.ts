import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { builtInSettings } from '../../../electron/config/built-in';
import { exportManaged } from '../../../electron/config/export-managed';
import { readManagedFile } from '../../../electron/config/managed-file';
import type { Settings } from '../../../electron/contract/settings';
import { openSettingsExport } from '../../../electron/shell/settings-export';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-settings-export-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const currentReader = { uid: process.getuid?.() ?? null, platform: process.platform };
const at = (name: string) => join(folder, name);
const folders = { directory: '/etc/baton', caFile: '/etc/baton' };
const exportTo = (name: string | null, settings: Settings = builtInSettings) =>
  openSettingsExport({
    settings: () => settings,
    folders: () => folders,
    chooseFile: () => Promise.resolve(name === null ? null : at(name)),
  })();

describe('the file of exported settings', () => {
  it('is of mode 600, whole, and one that Baton takes', async () => {
    expect(await exportTo('config.json')).toEqual({
      ok: true,
      value: { kind: 'saved', file: at('config.json') },
    });
    expect(statSync(at('config.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['config.json']);
    const text = exportManaged(builtInSettings, folders);
    expect(readFileSync(at('config.json'), 'utf8')).toBe(text.ok && text.value);
    expect(readManagedFile(at('config.json'), currentReader).ok).toBe(true);
  });

  it('takes the place of the one that the person was asked about, and of no other', async () => {
    writeFileSync(at('config.json'), 'old');
    writeFileSync(at('other.json'), 'old');
    expect((await exportTo('config.json')).ok).toBe(true);
    expect(readFileSync(at('config.json'), 'utf8')).not.toBe('old');
    // Without an ending it gets one, and that name nobody was asked about.
    expect(await exportTo('other')).toMatchObject({ error: { code: 'export-failed' } });
    expect(readFileSync(at('other.json'), 'utf8')).toBe('old');
    expect(await exportTo('new')).toMatchObject({ value: { file: at('new.json') } });
  });

  it('is never written through a link, or over a folder', async () => {
    writeFileSync(at('target'), 'mine');
    symlinkSync(at('target'), at('link.json'));
    mkdirSync(at('folder.json'));
    for (const name of ['link.json', 'folder.json']) {
      expect(await exportTo(name)).toEqual({ ok: false, error: { code: 'export-no-plain-file' } });
    }
    expect(readFileSync(at('target'), 'utf8')).toBe('mine');
  });

  it('is none where there is no folder, or no file was chosen', async () => {
    expect(await exportTo('gone/config.json')).toMatchObject({
      error: { code: 'export-failed', cause: expect.stringContaining('ENOENT') },
    });
    expect(await exportTo(null)).toEqual({ ok: true, value: { kind: 'no-file-chosen' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not asked for where another Baton would refuse it', async () => {
    const shortcut = '';
    const refused = await exportTo('config.json', { ...builtInSettings, shortcut });
    expect(refused).toMatchObject({
      error: { code: 'settings-not-exportable', key: 'defaults.shortcut' },
    });
    expect(existsSync(at('config.json'))).toBe(false);
  });
});
