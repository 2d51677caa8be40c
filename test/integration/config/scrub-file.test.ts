import {
  chmod,
  copyFile,
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
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { runProgram } from '../../../build/run-program.mjs';
import { realScrubDisk, scrubAuthToken } from '../../../electron/config/scrub-file';
import { bundle } from '../../crash/bundle';

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
let programs: string;
let file: string;

beforeEach(async () => {
  programs = await mkdtemp(join(tmpdir(), 'baton-scrubbing-'));
  folder = await mkdtemp(join(tmpdir(), 'baton-scrub-'));
  file = join(folder, 'config.json');
  await writeFile(file, text(token), { mode: 0o600 });
});

afterEach(async () => {
  await rm(folder, { recursive: true });
  await rm(programs, { recursive: true });
});

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
  it.each([
    ['is read-only', 'mount -o bind "$2" "$2" && mount -o remount,ro,bind "$2"', 'EROFS'],
    [
      'is full',
      'mount -t tmpfs -o size=16k none "$2" && cp -p "$3" "$2" && dd if=/dev/zero of="$2/rest" bs=4k 2>/dev/null || true',
      'ENOSPC',
    ],
    ['is mounted file by file', 'mount --bind "$2/config.json" "$2/config.json"', 'EBUSY'],
  ])(
    'stays as it was where its file system %s, and nothing is left beside it',
    async (_, mount, cause) => {
      const source = fileURLToPath(new URL('./scrubbing-program.ts', import.meta.url));
      const program = await bundle(source, programs);
      const copy = join(programs, 'config.json');
      await copyFile(file, copy);
      // A mount namespace of its own, so that nothing of it is left on this computer.
      const script = `set -eu
      ${mount}
      "$0" "$1" "$2/config.json" ${token}
      printf ' '
      ls -A "$2" | grep -v rest
      cmp "$3" "$2/config.json"`;
      const args = ['-rm', 'sh', '-c', script, process.execPath, program, folder, copy];
      const { stdout, stderr, code } = await runProgram('unshare', args);
      expect({ stdout, stderr, code }).toEqual({
        stdout: `${cause} config.json\n`,
        stderr: '',
        code: 0,
      });
    },
  );

  it('is said to be so where it has a second name, which would keep the token', async () => {
    await link(file, join(folder, 'second.json'));
    expect(await scrub()).toEqual({ ok: false, error: { cause: 'EMLINK' } });
    expect(await content()).toBe(text(token));
  });
});
