import {
  chmod,
  link,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { realScrubDisk, scrubAuthToken } from '../../../electron/config/scrub-file';

const token = 'fake-token-for-tests-0001';
const reader = { uid: process.getuid?.() ?? null, platform: process.platform };
const text = (value: string | null) =>
  [
    '{',
    '  // All desks',
    '  "version": 1,',
    '  "credentials": {',
    '    "authId": "MAFAKE0EXAMPLE0BATON", // ours',
    ...(value === null ? [] : [`    "authToken": "${value}",`]),
    '  },',
    '}',
    '',
  ].join('\r\n');

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-scrub-'));
  file = join(folder, 'config.json');
  await writeFile(file, text(token), { mode: 0o600 });
});

afterEach(() => rm(folder, { recursive: true }));

const scrub = (disk = realScrubDisk) => scrubAuthToken(file, token, reader, disk);
const done = (value: string) => ({ ok: true, value });
const content = () => readFile(file, 'utf8');

describe('a file whose token was stored', () => {
  it.each([0o600, 0o400, 0o700])(
    'loses the token and nothing else, and keeps mode %o and owner',
    async (mode) => {
      await chmod(file, mode);
      const before = await stat(file);
      expect(await scrub()).toEqual(done('scrubbed'));
      expect(await content()).toBe(text(null));
      const after = await stat(file);
      expect([after.mode, after.uid, after.gid]).toEqual([before.mode, before.uid, before.gid]);
      expect(await readdir(folder)).toEqual(['config.json']);
    },
  );

  it('keeps its byte order mark', async () => {
    await writeFile(file, `\uFEFF${text(token)}`);
    expect(await scrub()).toEqual(done('scrubbed'));
    expect(await content()).toBe(`\uFEFF${text(null)}`);
  });

  it('is replaced whole: a program that has it open reads on in the old one', async () => {
    const { ino } = await stat(file);
    await scrub();
    expect((await stat(file)).ino).not.toBe(ino);
  });

  it('is scrubbed though an earlier Baton was cut off while it wrote', async () => {
    await writeFile(join(folder, '.config.json.baton-scrub'), '{ half', { mode: 0o400 });
    expect(await scrub()).toEqual(done('scrubbed'));
    expect(await readdir(folder)).toEqual(['config.json']);
  });
});

describe('a file that is not what was read', () => {
  it.each([
    ['holds another token', text('fake-token-for-tests-0002'), 0o600],
    ['holds none', text(null), 0o600],
    ['is malformed', `{ "credentials": { "authToken": "${token}"`, 0o600],
    ['is read by others', text(token), 0o644],
  ])('is left where it %s by now', async (_, now, mode) => {
    await writeFile(file, now);
    await chmod(file, mode);
    expect(await scrub()).toEqual(done('other-content'));
    expect(await content()).toBe(now);
  });

  it('is left where it is gone', async () => {
    await rm(file);
    expect(await scrub()).toEqual(done('other-content'));
    expect(await readdir(folder)).toEqual([]);
  });

  it('is left where somebody saves it while the new one is written', async () => {
    const saved = text(token).replace('All desks', 'Desks of the first floor');
    const disk = {
      ...realScrubDisk,
      write: async (...written: Parameters<typeof realScrubDisk.write>) => {
        await realScrubDisk.write(...written);
        await writeFile(join(folder, 'saved'), saved, { mode: 0o600 });
        await rename(join(folder, 'saved'), file);
        await utimes(file, 0, 0);
      },
    };
    expect(await scrub(disk)).toEqual(done('other-content'));
    expect(await content()).toBe(saved);
    expect(await readdir(folder)).toEqual(['config.json']);
  });
});

describe('a file that cannot be rewritten', () => {
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });

  it.each(['write', 'rename'] as const)(
    'stays as it was where the disk refuses to %s, and nothing is left beside it',
    async (step) => {
      const disk = { ...realScrubDisk, [step]: () => Promise.reject(full) };
      expect(await scrub(disk)).toEqual({ ok: false, error: { cause: 'ENOSPC' } });
      expect(await content()).toBe(text(token));
      expect(await readdir(folder)).toEqual(['config.json']);
    },
  );

  it('is said to be so where it has a second name, which would keep the token', async () => {
    await link(file, join(folder, 'second.json'));
    expect(await scrub()).toEqual({ ok: false, error: { cause: 'EMLINK' } });
    expect(await content()).toBe(text(token));
  });
});
