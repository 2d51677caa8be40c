import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';

import { createCredentialService } from '../../../electron/credentials/credential-service';
import { takeFromFile } from '../../../electron/credentials/from-file';
import { MemoryKeychain, memoryMarker } from './memory-keychain';

const first = 'MAFAKE0EXAMPLE0BATON';
const second = 'MAFAKE0EXAMPLE0OTHER';
const token = 'fake-token-for-tests-0001';
const done = { ok: true, value: null };
const failed = (code: string) => ({ ok: false, error: { code } });

describe('the state of a credential', () => {
  it('is absent without an Auth ID, and every wish for one is refused', async () => {
    const service = createCredentialService(new MemoryKeychain(), memoryMarker());
    expect(service.state(null)).toBe('absent');
    expect(await service.refresh(null)).toBe('absent');
    expect(await service.read(null)).toEqual(failed('no-auth-id'));
    expect(await service.save(null, token)).toEqual(failed('no-auth-id'));
    expect(await service.remove(null)).toEqual(failed('no-auth-id'));
    expect(service.useForSession(null, token)).toEqual(failed('no-auth-id'));
  });

  it('is what the marker lets expect until the keychain was asked', async () => {
    const service = createCredentialService(new MemoryKeychain(), memoryMarker(first));
    expect(service.state(first)).toBe('present');
    expect(service.state(second)).toBe('absent');
    expect(await service.refresh(first)).toBe('locked-or-removed');
    expect(service.state(first)).toBe('locked-or-removed');
  });

  it('is present while a token is being stored, and then what the keychain says', async () => {
    const service = createCredentialService(new MemoryKeychain(), memoryMarker());
    const arrived = service.expect(first);
    expect(service.state(first)).toBe('present');
    expect(service.state(second)).toBe('absent');
    await service.refresh(first);
    expect(service.state(first)).toBe('present');
    arrived();
    expect(service.state(first)).toBe('absent');
  });

  it('belongs to one account: another Auth ID starts absent', async () => {
    const marker = memoryMarker();
    const service = createCredentialService(new MemoryKeychain(), marker);
    await service.save(first, token);
    expect(marker.get()).toBe(first);
    expect(await service.refresh(second)).toBe('absent');
    expect(await service.read(second)).toEqual(failed('token-empty'));
    expect(await service.refresh(first)).toBe('present');
  });

  it('is present where the keychain has the token though the marker was lost', async () => {
    const keychain = new MemoryKeychain();
    keychain.tokens.set(first, token);
    const marker = memoryMarker();
    const service = createCredentialService(keychain, marker);
    expect(await service.refresh(first)).toBe('present');
    expect(marker.get()).toBe(first);
  });
});

describe('saving', () => {
  it('asks the keychain for nothing where the token can be none', async () => {
    const keychain = new MemoryKeychain();
    const service = createCredentialService(keychain, memoryMarker());
    expect(await service.save(first, ' ')).toEqual(failed('token-empty'));
    expect(await service.save(first, 'two words')).toEqual(failed('token-malformed'));
    expect(keychain.calls).toEqual([]);
  });

  it('reads back, and takes back what comes back otherwise', async () => {
    const keychain = new MemoryKeychain();
    keychain.get = () => Promise.resolve('something else');
    const marker = memoryMarker();
    const service = createCredentialService(keychain, marker);
    expect(await service.save(first, token)).toEqual(failed('keychain-read-back-differs'));
    expect(keychain.calls).toEqual([`set ${first}`, `delete ${first}`]);
    expect(keychain.tokens.size).toBe(0);
    expect(marker.get()).toBeNull();
    expect(service.state(first)).toBe('absent');
  });

  it('runs as a whole: two saves at once do not read each other’s token back', async () => {
    const keychain = new MemoryKeychain();
    const service = createCredentialService(keychain, memoryMarker());
    const saves = [service.save(first, token), service.save(first, `${token}-2`)];
    expect(await Promise.all(saves)).toEqual([done, done]);
    expect(keychain.calls.map((call) => call.split(' ')[0])).toEqual(['set', 'get', 'set', 'get']);
    expect(await service.read(first)).toEqual({ ok: true, value: `${token}-2` });
  });

  it('fails without repeating the token, whatever the keychain says', async () => {
    const keychain = new MemoryKeychain();
    keychain.set = (_, secret) => Promise.reject(new Error(`cannot store "${secret}"`));
    const service = createCredentialService(keychain, memoryMarker());
    expect(await service.save(first, token)).toEqual({
      ok: false,
      error: { code: 'keychain-locked-or-removed', cause: 'cannot store "…"' },
    });
  });
});

describe('a call to the keychain that does not end', () => {
  /** A keychain whose first read waits until it is let go. */
  function stuckKeychain() {
    const keychain = new MemoryKeychain();
    keychain.tokens.set(first, token);
    const free = keychain.get.bind(keychain);
    let letGo = () => {};
    keychain.get = () => {
      keychain.get = free;
      keychain.calls.push('stuck');
      return new Promise((resolve) => {
        letGo = () => resolve(token);
      });
    };
    return { keychain, letGo: () => letGo() };
  }

  it('is given up on, and no other is piled up behind it until it ends', async () => {
    const { keychain, letGo } = stuckKeychain();
    const service = createCredentialService(keychain, memoryMarker(), 20);
    const answers = await Promise.all([
      service.read(first),
      service.save(second, token),
      service.remove(first),
      service.refresh(first),
    ]);
    expect(answers).toEqual([
      failed('keychain-timeout'),
      failed('keychain-timeout'),
      failed('keychain-timeout'),
      'locked-or-removed',
    ]);
    expect(keychain.calls).toEqual(['stuck']);

    letGo();
    // The end of the pending call is heard in the microtasks before this.
    await setImmediate();
    expect(await service.read(first)).toEqual({ ok: true, value: token });
    expect(keychain.calls).toEqual(['stuck', `get ${first}`]);
    expect(service.state(first)).toBe('present');
  });

  it('holds up the next one only until it ends', async () => {
    const { keychain, letGo } = stuckKeychain();
    const service = createCredentialService(keychain, memoryMarker());
    const reads = [service.read(first), service.read(first)];
    await Promise.resolve();
    expect(keychain.calls).toEqual(['stuck']);
    letGo();
    expect(await Promise.all(reads)).toEqual([
      { ok: true, value: token },
      { ok: true, value: token },
    ]);
    expect(keychain.calls).toEqual(['stuck', `get ${first}`]);
  });
});

describe('the session mode', () => {
  it('keeps the token in memory for its account only, and out of the keychain', async () => {
    const keychain = new MemoryKeychain();
    const service = createCredentialService(keychain, memoryMarker());
    expect(service.useForSession(first, ` ${token} `)).toEqual(done);
    expect(service.state(first)).toBe('session');
    expect(await service.read(first)).toEqual({ ok: true, value: token });
    expect(service.state(second)).toBe('absent');
    expect(keychain.calls).toEqual([]);
  });

  it('ends with a save that works, and with a removal', async () => {
    const service = createCredentialService(new MemoryKeychain(), memoryMarker());
    service.useForSession(first, token);
    await service.save(first, `${token}-2`);
    expect(service.state(first)).toBe('present');
    expect(await service.read(first)).toEqual({ ok: true, value: `${token}-2` });

    service.useForSession(second, token);
    expect(await service.remove(second)).toEqual(done);
    expect(service.state(second)).toBe('absent');
  });
});

describe('credentials of a file', () => {
  it('are stored once, and written again only when they change', async () => {
    const keychain = new MemoryKeychain();
    const service = createCredentialService(keychain, memoryMarker());
    const credentials = { authId: first, authToken: `${token}\n` };
    expect(await takeFromFile(credentials, service)).toEqual({ ok: true, value: 'stored' });
    expect(keychain.tokens.get(first)).toBe(token);
    const writes = () => keychain.calls.filter((call) => call.startsWith('set')).length;

    expect(await takeFromFile(credentials, service)).toEqual({ ok: true, value: 'unchanged' });
    expect(writes()).toBe(1);
    const changed = { authId: first, authToken: `${token}-2` };
    expect(await takeFromFile(changed, service)).toEqual({ ok: true, value: 'stored' });
    expect(writes()).toBe(2);
  });

  it('that can be none are an error', async () => {
    const service = createCredentialService(new MemoryKeychain(), memoryMarker());
    const credentials = { authId: first, authToken: 'two words' };
    expect(await takeFromFile(credentials, service)).toEqual(failed('token-malformed'));
  });
});

describe('the end of Baton', () => {
  it('waits for the call to the keychain that is under way, and makes none after it', async () => {
    const keychain = new MemoryKeychain();
    const answers: ((token: string | null) => void)[] = [];
    keychain.get = () => new Promise((answer) => answers.push(answer));
    const service = createCredentialService(keychain, memoryMarker(first));
    const asked = service.read(first);
    const later = service.save(first, token);
    await setImmediate();
    let closed = false;
    const closing = service.close().then(() => {
      closed = true;
    });
    await setImmediate();
    expect(closed).toBe(false);
    answers[0]?.(token);
    await closing;
    expect(await asked).toEqual({ ok: true, value: token });
    expect(await later).toMatchObject(failed('keychain-unavailable'));
    expect(keychain.calls).toEqual([]);
  });

  it('does not wait for ever for a keychain that does not answer', async () => {
    const keychain = new MemoryKeychain();
    keychain.get = () => new Promise(() => undefined);
    const service = createCredentialService(keychain, memoryMarker(first), 20);
    void service.read(first);
    await setImmediate();
    await expect(service.close()).resolves.toBeUndefined();
  });
});
