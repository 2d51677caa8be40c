import { beforeEach, describe, expect, it } from 'vitest';

import { err, ok, type Result } from '../../../electron/contract/result';
import { createCredentialService } from '../../../electron/credentials/credential-service';
import {
  withTokenFile,
  type FileCredentials,
} from '../../../electron/credentials/file-credentials';
import type { TokenFileError } from '../../../electron/credentials/token-file';
import { MemoryKeychain, memoryMarker } from './memory-keychain';

const authId = 'MAFAKE0EXAMPLE0BATON';
const other = 'SAFAKE0EXAMPLE0BATON';
const token = 'fake-token-for-tests-0001';
const named = ok({ authId, file: '/run/token', byService: false });
const missing = { file: '/run/token', expected: 'a file, and there is none' };

let keychain: MemoryKeychain;
let content: Result<string, TokenFileError>;
let judged: (TokenFileError | null)[];
let credentials: FileCredentials;

beforeEach(() => {
  keychain = new MemoryKeychain();
  content = ok(token);
  judged = [];
  credentials = withTokenFile(createCredentialService(keychain, memoryMarker()), {
    read: () => content,
    judged: (problem) => judged.push(problem),
  });
});

describe('a token in a file of its own', () => {
  it('is read for each request, and never asked of the keychain or copied there', async () => {
    credentials.readFrom(named);
    expect(credentials.state(authId)).toBe('from-file');
    expect(await credentials.read(authId)).toEqual(ok(token));
    content = ok('fake-token-for-tests-0002');
    expect(await credentials.read(authId)).toEqual(ok('fake-token-for-tests-0002'));
    expect(await credentials.refresh(authId)).toBe('from-file');
    expect(keychain.calls).toEqual([]);
    expect(keychain.tokens.size).toBe(0);
  });

  it('that cannot be used is said so, with the file and what was expected of it', async () => {
    credentials.readFrom(named);
    content = err(missing);
    expect(await credentials.read(authId)).toEqual(
      err({ code: 'token-file-unusable', cause: '/run/token: expected a file, and there is none' }),
    );
    expect(credentials.state(authId)).toBe('file-unusable');
    expect(judged).toEqual([null, missing]);

    content = ok(token);
    expect(await credentials.refresh(authId)).toBe('from-file');
    expect(judged.at(-1)).toBeNull();
  });

  it('that could not even be located is said so', async () => {
    credentials.readFrom(err({ ...missing, authId }));
    expect(credentials.state(authId)).toBe('file-unusable');
    expect(await credentials.read(authId)).toMatchObject({
      error: { code: 'token-file-unusable' },
    });
    expect(credentials.state(other)).toBe('absent');
  });

  it('is changed by nobody but the administrator', async () => {
    credentials.readFrom(named);
    const refused = err({ code: 'token-from-file' });
    expect(await credentials.save(authId, token)).toEqual(refused);
    expect(await credentials.remove(authId)).toEqual(refused);
    expect(credentials.useForSession(authId, token)).toEqual(refused);
    expect(keychain.calls).toEqual([]);
  });

  it('is that of one account: every other has the keychain', async () => {
    credentials.readFrom(named);
    expect(await credentials.save(other, token)).toEqual(ok(null));
    expect(await credentials.read(other)).toEqual(ok(token));
    expect(credentials.state(other)).toBe('present');
    expect(credentials.state(null)).toBe('absent');
  });

  it('gives way to the keychain once the administrator names none', async () => {
    keychain.tokens.set(authId, 'fake-token-for-tests-kept');
    credentials.readFrom(named);
    credentials.readFrom(null);
    expect(await credentials.read(authId)).toEqual(ok('fake-token-for-tests-kept'));
    expect(credentials.state(authId)).toBe('present');
    expect(judged).toEqual([null, null]);
  });
});

describe('a token of the configuration file', () => {
  it('is stored, and not again where the keychain has it', async () => {
    expect(await credentials.hold(authId, token)).toEqual(ok('stored'));
    expect(await credentials.hold(authId, token)).toEqual(ok('unchanged'));
    expect(keychain.calls.filter((call) => call.startsWith('set'))).toHaveLength(1);
  });

  it('is stored though memory holds it, as memory does not last', async () => {
    credentials.useForSession(authId, token);
    expect(await credentials.hold(authId, token)).toEqual(ok('stored'));
    expect(keychain.tokens.get(authId)).toBe(token);
    expect(credentials.state(authId)).toBe('present');
  });
});
