import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { autostartEntryFile, autostartFile } from '../../../electron/config/autostart-file';
import { withFolder } from '../../support/own-folder';

describe('the entry for the start at login', () => {
  it.each([
    [{}, '/home/a/.config/autostart/baton.desktop'],
    [{ XDG_CONFIG_HOME: '/elsewhere' }, '/elsewhere/autostart/baton.desktop'],
    [{ XDG_CONFIG_HOME: 'relative' }, '/home/a/.config/autostart/baton.desktop'],
    [{ XDG_CONFIG_HOME: '' }, '/home/a/.config/autostart/baton.desktop'],
  ])('lies where the specification has it, with %j', (environment, file) => {
    expect(autostartFile(environment, '/home/a')).toBe(file);
  });

  it('is written, found and removed, its folder made where it is missing', async () => {
    await withFolder((folder) => {
      const file = join(folder, 'new', 'autostart', 'baton.desktop');
      const items = autostartEntryFile(file, [process.execPath, '--hidden']);
      expect(items.find()).toEqual({ ok: true, value: null });
      expect(items.write()).toEqual({ ok: true, value: null });
      expect(statSync(file).mode & 0o777).toBe(0o600);
      const found = { on: true, ours: true, program: process.execPath, startable: true };
      expect(items.find()).toEqual({ ok: true, value: found });
      expect(items.remove()).toEqual({ ok: true, value: null });
      expect(existsSync(file)).toBe(false);
      return Promise.resolve();
    });
  });

  it('is outdated when its program is gone', async () => {
    await withFolder((folder) => {
      const file = join(folder, 'baton.desktop');
      autostartEntryFile(file, [join(folder, 'Baton-1.AppImage'), '--hidden']).write();
      const items = autostartEntryFile(file, [join(folder, 'Baton-2.AppImage'), '--hidden']);
      expect(items.find()).toMatchObject({ value: { on: true, ours: true, startable: false } });
      return Promise.resolve();
    });
  });

  it('stays a link where somebody keeps it elsewhere', async () => {
    await withFolder((folder) => {
      const kept = join(realpathSync(folder), 'kept.desktop');
      const file = join(folder, 'autostart', 'baton.desktop');
      mkdirSync(dirname(file));
      writeFileSync(kept, '');
      symlinkSync(kept, file);
      expect(autostartEntryFile(file, ['/opt/baton']).write().ok).toBe(true);
      expect(realpathSync(file)).toBe(kept);
      expect(readFileSync(kept, 'utf8')).toContain('Exec="/opt/baton"');
      return Promise.resolve();
    });
  });

  it('says why it cannot be written', async () => {
    await withFolder((folder) => {
      writeFileSync(join(folder, 'autostart'), 'a file, where a folder should be');
      const items = autostartEntryFile(join(folder, 'autostart', 'baton.desktop'), ['/opt/baton']);
      expect(items.write()).toMatchObject({
        ok: false,
        error: { cause: expect.stringMatching(/^E/) },
      });
      return Promise.resolve();
    });
  });
});
