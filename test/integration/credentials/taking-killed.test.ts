import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { buildProgram, KeyringSession } from './keyring-session';
import { takingSteps, type TakingStep } from './taking-steps';

const authId = 'MAFAKE0EXAMPLE0BATON';
const token = 'fake-token-for-tests-0001';
const withToken = `{ // all desks
  "version": 1,
  "credentials": {
    "authId": "${authId}", // ours
    "authToken": "${token}"
  }
}
`;
const withoutToken = `{ // all desks
  "version": 1,
  "credentials": {
    "authId": "${authId}" // ours
  }
}
`;

/** Where the token may be after a death at a step, and must be in one of them. */
const places: Readonly<Record<TakingStep, readonly ('file' | 'keychain')[]>> = {
  'before-store': ['file'],
  stored: ['file', 'keychain'],
  'read-back': ['file', 'keychain'],
  'before-write': ['file', 'keychain'],
  written: ['file', 'keychain'],
  renamed: ['keychain'],
  synced: ['keychain'],
};

let programs: string;
let program: string;
let session: KeyringSession;
let folder: string;
let file: string;

beforeAll(async () => {
  programs = await mkdtemp(join(tmpdir(), 'baton-taking-'));
  const source = fileURLToPath(new URL('./taking-program.ts', import.meta.url));
  program = await buildProgram(source, programs);
}, 60_000);

afterAll(() => rm(programs, { recursive: true }));

beforeEach(async () => {
  session = await KeyringSession.start();
  folder = await mkdtemp(join(tmpdir(), 'baton-taken-'));
  file = join(folder, 'config.json');
  await writeFile(file, withToken, { mode: 0o600 });
}, 60_000);

afterEach(async () => {
  await session.stop();
  await rm(folder, { recursive: true });
});

const take = async (last: TakingStep | '') => {
  const userData = join(folder, 'user-data');
  return await session.run(process.execPath, [program, file, userData, last]);
};

async function inKeychain(): Promise<boolean> {
  const attributes = ['service', 'Baton', 'account', `plivo:${authId}`];
  const { stdout } = await session.run('secret-tool', ['lookup', ...attributes]);
  return stdout.trim() === token;
}

/** Names of the files below the folder that hold the token. */
async function holders(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const content = await readFile(join(entry.parentPath, entry.name), 'utf8');
    if (content.includes(token)) found.push(entry.name);
  }
  return found;
}

async function whereItIs(): Promise<string[]> {
  return [...(await holders()), ...((await inKeychain()) ? ['keychain'] : [])];
}

describe('a Baton that takes the token of a file', () => {
  it('has it in the keychain alone in the end, having gone through every step', async () => {
    const { stdout, code } = await take('');
    expect(stdout.trim().split('\n')).toEqual([...takingSteps]);
    expect(code).toBe(0);
    expect(await whereItIs()).toEqual(['keychain']);
    expect(await readFile(file, 'utf8')).toBe(withoutToken);
  }, 60_000);

  it.each(takingSteps)(
    'killed at "%s" has not lost it, and the next one has it in the keychain alone',
    async (step) => {
      const killed = await take(step);
      expect(killed.code).toBeNull();
      expect(killed.stdout.trim().split('\n').at(-1)).toBe(step);
      const allowed = places[step].map((place) => (place === 'file' ? 'config.json' : place));
      expect(await whereItIs()).toEqual(allowed);

      const { code, stderr } = await take('');
      expect(stderr).toBe('');
      expect(code).toBe(0);
      expect(await whereItIs()).toEqual(['keychain']);
      expect(await readFile(file, 'utf8')).toBe(withoutToken);
      expect((await readdir(folder)).sort()).toEqual(['config.json', 'user-data']);
    },
    60_000,
  );
});
