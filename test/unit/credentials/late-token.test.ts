import { describe, expect, it } from 'vitest';

import { err, ok } from '../../../electron/contract/result';
import { createCredentialService } from '../../../electron/credentials/credential-service';
import { withLateToken } from '../../../electron/credentials/late-token';
import { MemoryKeychain } from './memory-keychain';

const authId = 'MAFAKE0EXAMPLE0BATON';
const other = 'SAFAKE0EXAMPLE0BATON';
const token = 'fake-token-for-tests-0001';

/** A token that waits in a file, and the keychain, which is locked for as long as `locked` says. */
function withFile(keychain = new MemoryKeychain()) {
  let saved: string | null = null;
  const inner = createCredentialService(keychain, {
    get: () => saved,
    set: (account) => {
      saved = account;
      return Promise.resolve();
    },
  });
  const file = { locked: true, waits: true, tried: 0 };
  const credentials = withLateToken(inner, {
    waitsFor: () => (file.waits ? authId : null),
    take: async () => {
      file.tried += 1;
      if (file.locked) return;
      await inner.hold(authId, token);
      file.waits = false;
    },
  });
  return { credentials, file };
}

describe('a token that waits in the administrator’s file', () => {
  it('is out of reach, not missing, for its account alone', async () => {
    const { credentials, file } = withFile();
    expect(credentials.state(authId)).toBe('locked-or-removed');
    expect(credentials.state(other)).toBe('absent');
    expect(await credentials.read(authId)).toEqual(err({ code: 'keychain-locked-or-removed' }));
    expect(await credentials.read(other)).toEqual(err({ code: 'token-empty' }));
    expect(file.tried).toBe(1);
  });

  it('is taken by whoever asks for it, once that is possible, and only until then', async () => {
    for (const ask of ['read', 'refresh'] as const) {
      const { credentials, file } = withFile();
      await credentials[ask](authId);
      file.locked = false;
      await credentials[ask](authId);
      expect(await credentials.read(authId)).toEqual(ok(token));
      expect(credentials.state(authId)).toBe('present');
      expect(file.tried).toBe(2);
    }
  });

  it('goes before what a person types, once the keychain has taken that', async () => {
    const { credentials, file } = withFile();
    file.locked = false;
    expect(await credentials.save(authId, 'fake-token-typed')).toEqual(ok(null));
    expect(await credentials.read(authId)).toEqual(ok(token));
    expect(file.waits).toBe(false);
  });

  it('is left alone while the person has given one for the session', async () => {
    const { credentials, file } = withFile();
    expect(credentials.useForSession(authId, 'fake-token-typed')).toEqual(ok(null));
    expect(credentials.state(authId)).toBe('session');
    expect(await credentials.read(authId)).toEqual(ok('fake-token-typed'));
    expect(file.tried).toBe(0);
  });
});
