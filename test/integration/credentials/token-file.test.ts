import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { err, ok } from '../../../electron/contract/result';
import { locateTokenFile, readTokenFile } from '../../../electron/credentials/token-file';

const authId = 'MAFAKE0EXAMPLE0BATON';
const token = 'fake-token-for-tests-0001';
const reader = { uid: process.getuid?.() ?? null, platform: process.platform };

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-token-'));
  file = join(folder, 'token');
  await writeFile(file, `${token}\n`, { mode: 0o600 });
});

afterEach(() => rm(folder, { recursive: true }));

const read = (path = file, byService = false) =>
  readTokenFile({ authId, file: path, byService }, reader);
const expected = (path: string, words: string) =>
  err({ file: path, expected: expect.stringContaining(words) });

describe('a file with the Auth token', () => {
  it('gives it without the line end that an editor leaves', () => {
    expect(read()).toEqual(ok(token));
  });

  it('is refused where others may read it', async () => {
    await chmod(file, 0o640);
    expect(read()).toEqual(expected(file, 'chmod 600'));
  });

  it('is not reached through a symbolic link', async () => {
    const link = join(folder, 'link');
    await symlink('token', link);
    expect(read(link)).toEqual(expected(link, 'symbolic link'));
  });

  it('is missed where there is none, and named', () => {
    const none = join(folder, 'none');
    expect(read(none)).toEqual(expected(none, 'there is none'));
    expect(read(join(file, 'below'))).toEqual(expected(join(file, 'below'), 'ENOTDIR'));
  });

  it.each([
    ['empty', ''],
    ['blank', ' \n'],
    ['two lines', 'fake-token\nfor-tests'],
    ['JSON', '{ "authToken": "fake-token-for-tests" }'],
    ['too large', 'x'.repeat(2 * 1024 * 1024)],
  ])('holds nothing else: %s', async (_, content) => {
    await writeFile(file, content);
    const answer = read();
    expect(answer).toEqual(expected(file, 'nothing else'));
    expect(JSON.stringify(answer)).not.toContain('fake-token');
  });

  it('of systemd may be readable by the group, which is how its right for the user shows', async () => {
    await chmod(file, 0o440);
    expect(read()).toMatchObject({ ok: false });
    expect(read(file, true)).toEqual(ok(token));
    await chmod(file, 0o444);
    expect(read(file, true)).toEqual(expected(file, 'mode 444'));
  });
});

describe('the value of authTokenFile', () => {
  const locate = (tokenFile: string, environment: Record<string, string> = {}) =>
    locateTokenFile({ authId, tokenFile }, '/etc/baton', environment);

  it('is a path, taken from the folder of the configuration file', () => {
    expect(locate('/home/agent/token')).toMatchObject({ value: { file: '/home/agent/token' } });
    expect(locate('token')).toEqual(ok({ authId, file: '/etc/baton/token', byService: false }));
  });

  it('is a credential of systemd after its prefix', () => {
    expect(locate('systemd:baton-token', { CREDENTIALS_DIRECTORY: '/run/credentials/b' })).toEqual(
      ok({ authId, file: '/run/credentials/b/baton-token', byService: true }),
    );
  });

  it('cannot be one where Baton is no service', () => {
    expect(locate('systemd:token')).toEqual(expected('systemd:token', 'LoadCredential='));
    expect(locate('systemd:token', { CREDENTIALS_DIRECTORY: 'relative' })).toMatchObject({
      ok: false,
    });
  });

  it.each(['systemd:', 'systemd:../../etc/shadow', 'systemd:a/b', 'systemd:..'])(
    'cannot leave the folder of the credentials: %s',
    (tokenFile) => {
      const located = locate(tokenFile, { CREDENTIALS_DIRECTORY: '/run/credentials/b' });
      expect(located).toEqual(expected(tokenFile, 'the name of a credential'));
    },
  );
});
