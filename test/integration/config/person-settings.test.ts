import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openPersonSettings } from '../../../electron/config/person-settings';
import { noticeSchema } from '../../../electron/contract/notices';

const authId = 'MAFAKE0EXAMPLE0BATON';
const now = () => new Date('2026-03-04T05:06:07.008Z');

let parent: string;
let folder: string;
let file: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'baton-settings-'));
  folder = join(parent, 'Baton');
  file = join(folder, 'settings.json');
});

afterEach(() => rm(parent, { recursive: true }));

const open = () => openPersonSettings(folder, now);
const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

describe('the person’s settings', () => {
  it('are empty at the first start, and that is no notice', async () => {
    const { settings, notice } = await open();
    expect(notice).toBeNull();
    expect(settings.layer()).toEqual({});
    expect(settings.tokenSavedFor()).toBeNull();
    expect(await readdir(folder)).toEqual([]);
    expect(await modeOf(folder)).toBe(0o700);
  });

  it('are kept, with the marker, for the next start', async () => {
    const { settings } = await open();
    expect(await settings.change('region', 'GB')).toEqual({ ok: true, value: null });
    expect(await settings.change('network', { proxy: 'none' })).toEqual({ ok: true, value: null });
    expect(await settings.setTokenSavedFor(authId)).toEqual({ ok: true, value: null });

    const { settings: again, notice } = await open();
    expect(notice).toBeNull();
    expect(again.layer()).toEqual({ region: 'GB', network: { proxy: 'none' } });
    expect(again.tokenSavedFor()).toBe(authId);
  });

  it('are readable by nobody else, also where the file was before', async () => {
    await mkdir(folder);
    await writeFile(file, '{ "version": 1, "settings": {}, "tokenSavedFor": null }', {
      mode: 0o644,
    });
    const { settings } = await open();
    await settings.change('region', 'GB');
    expect(await modeOf(file)).toBe(0o600);
    expect(await readdir(folder)).toEqual(['settings.json']);
  });

  it('lose a key that is removed', async () => {
    const { settings } = await open();
    await settings.change('region', 'GB');
    await settings.removeKey('region');
    expect((await open()).settings.layer()).toEqual({});
  });

  it('keep every one of many changes made at once', async () => {
    const { settings } = await open();
    const changes = [
      settings.change('region', 'GB'),
      settings.change('theme', 'dark'),
      settings.setTokenSavedFor(authId),
      settings.change('region', 'DE'),
      settings.change('historyDays', 30),
    ];
    expect((await Promise.all(changes)).every((change) => change.ok)).toBe(true);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
      version: 1,
      settings: { region: 'DE', theme: 'dark', historyDays: 30 },
      tokenSavedFor: authId,
    });
  });

  it('stay as they were where a write fails', async () => {
    const { settings } = await open();
    await settings.change('region', 'GB');
    await rm(folder, { recursive: true });
    expect(await settings.change('region', 'DE')).toEqual({
      ok: false,
      error: { code: 'settings-unwritable', cause: 'ENOENT' },
    });
    expect(settings.layer()).toEqual({ region: 'GB' });

    await mkdir(folder);
    expect(await settings.change('theme', 'dark')).toEqual({ ok: true, value: null });
    expect(settings.layer()).toEqual({ region: 'GB', theme: 'dark' });
  });
});

describe('a settings file that cannot be read', () => {
  const aside = 'settings.set-aside-2026-03-04T05-06-07-008Z.json';

  it.each([
    ['garbage', '\u0000\u0001'],
    ['a cut file', '{ "version": 1, "settings": {'],
    [
      'a value that is not allowed',
      '{ "version": 1, "settings": { "region": 7 }, "tokenSavedFor": null }',
    ],
    ['another version', '{ "version": 2 }'],
  ])('(%s) is set aside with its date, and the person is told', async (_, content) => {
    await mkdir(folder);
    await writeFile(file, content);
    const { settings, notice } = await open();
    expect(settings.layer()).toEqual({});
    expect(noticeSchema.parse(notice)).toMatchObject({
      code: 'settings-set-aside',
      params: { file, aside: join(folder, aside) },
    });
    expect(await readFile(join(folder, aside), 'utf8')).toBe(content);

    expect(await settings.change('region', 'GB')).toEqual({ ok: true, value: null });
    expect((await readdir(folder)).sort()).toEqual(['settings.json', aside]);
  });

  it('replaces no other that was set aside before', async () => {
    await mkdir(folder);
    await writeFile(join(folder, aside), 'the first');
    await writeFile(file, 'the second');
    await open();
    expect(await readFile(join(folder, aside), 'utf8')).toBe('the first');
    const second = aside.replace('.json', '-2.json');
    expect(await readFile(join(folder, second), 'utf8')).toBe('the second');
  });

  it('is never replaced where it cannot even be set aside', async () => {
    await writeFile(folder, 'a file where the folder should be');
    const { settings, notice } = await open();
    expect(notice?.code).toBe('settings-unwritable');
    expect(await settings.change('region', 'GB')).toMatchObject({
      ok: false,
      error: { code: 'settings-unwritable' },
    });
    expect(settings.layer()).toEqual({});
    expect(await readFile(folder, 'utf8')).toBe('a file where the folder should be');
  });
});

describe('the welcome', () => {
  it('is seen once and for all, and leaves the settings alone', async () => {
    const first = await open();
    expect(first.settings.welcomeSeen()).toBe(false);
    await first.settings.change('region', 'GB');
    expect(await first.settings.setWelcomeSeen()).toEqual({ ok: true, value: null });
    const again = await open();
    expect(again.settings.welcomeSeen()).toBe(true);
    expect(again.settings.layer()).toEqual({ region: 'GB' });
  });

  it('was not seen by who has a file of before there was one', async () => {
    await mkdir(folder);
    await writeFile(file, JSON.stringify({ version: 1, settings: {}, tokenSavedFor: null }));
    const { settings, notice } = await open();
    expect(notice).toBeNull();
    expect(settings.welcomeSeen()).toBe(false);
  });
});
