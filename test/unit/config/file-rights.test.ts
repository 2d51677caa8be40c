import { describe, expect, it } from 'vitest';

import { complaintText, faultComplaint } from '../../../electron/config/config-error';
import {
  secretRefusal,
  tokenFileExpectation,
  unsafeFile,
  type FileReader,
} from '../../../electron/config/file-rights';
import { judgeManagedFile } from '../../../electron/config/managed-file';

const agent: FileReader = { uid: 1000, platform: 'linux' };
const onWindows: FileReader = { uid: null, platform: 'win32' };
const file = (uid: number, mode: number) => ({ uid, mode, isFile: () => true });
const folder = { uid: 1000, mode: 0o700, isFile: () => false };

const reasonOf = (uid: number, mode: number, reader = agent) => {
  const error = unsafeFile('/f', file(uid, mode), reader);
  return error?.code === 'config-unsafe' ? error.reason : error;
};

describe('a configuration file', () => {
  it.each([
    [0, 0o644],
    [0, 0o600],
    [1000, 0o644],
    [1000, 0o600],
    [1000, 0o400],
  ])('of user %i and mode %o is taken', (uid, mode) => {
    expect(reasonOf(uid, mode)).toBeNull();
  });

  it.each([0o644, 0o600, 0o444])('of a third user is refused whole at mode %o', (mode) => {
    expect(reasonOf(1001, mode)).toBe('other-owner');
  });

  it.each([
    [0, 0o664],
    [0, 0o646],
    [1000, 0o620],
    [1000, 0o777],
  ])('of user %i that others may write is refused whole at mode %o', (uid, mode) => {
    expect(reasonOf(uid, mode)).toBe('writable-by-others');
  });

  it('is a file on every system', () => {
    for (const reader of [agent, onWindows]) {
      expect(unsafeFile('/f', folder, reader)).toMatchObject({ reason: 'not-a-file' });
    }
  });

  it('is not judged by owner and mode where the system does not tell them', () => {
    expect(reasonOf(0, 0o666, onWindows)).toBeNull();
  });
});

describe('a token in it', () => {
  it.each([
    [1000, 0o600, agent, null],
    [1000, 0o400, agent, null],
    [1000, 0o640, agent, 'readable-by-others'],
    [1000, 0o604, agent, 'readable-by-others'],
    [0, 0o600, agent, 'other-owner'],
    [0, 0o644, agent, 'other-owner'],
    [0, 0o600, { uid: 0, platform: 'linux' }, null],
    [1000, 0o600, onWindows, 'rights-unknown'],
  ] as const)('of user %i and mode %o, read by %o: %s', (uid, mode, reader, refusal) => {
    expect(secretRefusal(file(uid, mode), reader)).toBe(refusal);
  });

  it('of the administrator is refused alone, with its place and what to do in its place', () => {
    const token = 'fake-token-for-tests-0001';
    const content = Buffer.from(
      `{ "version": 1, "enforced": { "region": "GB" },\n  "credentials": { "authId": "MAFAKE0EXAMPLE0BATON",\n    "authToken": "${token}" } }`,
    );
    const judged = judgeManagedFile('/etc/baton/config.json', file(0, 0o644), () => content, agent);
    if (!judged.ok) throw new Error('the rest was not taken');
    expect(judged.value.config.enforced).toEqual({ region: 'GB' });
    expect(judged.value.token).toBeNull();
    const { secretRefused } = judged.value.config;
    if (secretRefused === null) throw new Error('it was not refused');
    const text = complaintText(faultComplaint(secretRefused.file, secretRefused.fault));
    expect(text).toBe(
      '/etc/baton/config.json:3:18: credentials.authToken: expected a token only in a file that ' +
        'the user who runs Baton owns: name an "authTokenFile" in its place (a file of the user ' +
        'who runs Baton, of mode 600, or a systemd credential), or give that user a file of ' +
        'their own with --config',
    );
  });
});

describe('a file for the token alone', () => {
  const expectation = (uid: number, mode: number, byService = false) =>
    tokenFileExpectation(file(uid, mode), agent, byService);

  it('is the user’s and nobody else’s to read', () => {
    expect(expectation(1000, 0o600)).toBeNull();
    expect(expectation(1000, 0o400)).toBeNull();
    expect(expectation(1000, 0o640)).toContain('chmod 600');
    expect(expectation(1000, 0o604)).toContain('mode 604');
    expect(expectation(0, 0o600)).toContain('not of user 0');
    expect(tokenFileExpectation(folder, agent, false)).toContain('regular file');
    expect(tokenFileExpectation(file(1000, 0o600), onWindows, false)).toContain('system');
  });

  it('may be root’s where systemd gave it, with the user’s right shown as the group’s', () => {
    expect(expectation(1000, 0o400, true)).toBeNull();
    expect(expectation(0, 0o440, true)).toBeNull();
    expect(expectation(0, 0o444, true)).toContain('mode 444');
    expect(expectation(0, 0o460, true)).toContain('mode 460');
    expect(expectation(1001, 0o400, true)).not.toBeNull();
  });
});
