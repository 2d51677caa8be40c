import { describe, expect, it } from 'vitest';

import { builtInSettings } from '../../../electron/config/built-in';
import { mergeLayers } from '../../../electron/config/merge';
import type { TakeArtefacts } from '../../../electron/contract/artefacts';
import type { CredentialError } from '../../../electron/contract/credentials';
import type { SettingError } from '../../../electron/contract/manager';
import { err, ok } from '../../../electron/contract/result';
import type { SettingKey, SettingsLayer } from '../../../electron/contract/settings';
import { openArtefactsDesk } from '../../../electron/shell/artefacts-desk';
import { line } from '../manager/manager-state';

const authId = 'MAFAKE0EXAMPLE0BATON';
const authToken = 'fake-token-for-tests-brought-along';
const url = 'https://phlorunner.plivo.com/v1/phlo/phlo-1/multi_party_call/node-1';
const env = `PLIVO_AUTH_ID=${authId}\nPLIVO_AUTH_TOKEN=${authToken}\n`;
interface Given {
  readonly person?: SettingsLayer;
  readonly enforced?: SettingsLayer;
  readonly keychain?: CredentialError;
  readonly unwritable?: SettingKey;
}

/** A desk on settings and a keychain in memory; `done` says in its order what was asked of them. */
function desk({ person = {}, enforced = {}, keychain, unwritable }: Given = {}) {
  let layer = person;
  const done: unknown[] = [];
  const keep = (place: string) => (account: string | null, token: string) => {
    done.push([place, account, token]);
    return keychain === undefined ? ok(null) : err(keychain);
  };
  const opened = openArtefactsDesk({
    settings: {
      current: () => mergeLayers({ enforced, person: layer, defaults: {} }, builtInSettings),
      change: (change) => {
        const refusal: SettingError = { code: 'settings-unwritable', cause: 'ENOSPC' };
        if (change.key === unwritable) return Promise.resolve(err(refusal));
        layer = { ...layer, [change.key]: change.value };
        done.push(change.key);
        return Promise.resolve(ok(null));
      },
    },
    credentials: {
      save: (account, token) => Promise.resolve(keep('keychain')(account, token)),
      useForSession: keep('session'),
    },
    credentialsChanged: (result) => done.push(result.ok ? 'told' : 'told of a failure'),
    chooseFiles: () => Promise.resolve([]),
  });
  const found = (text: string, addTo: string | null = null) => {
    const read = opened.read({ text, addTo });
    if (!read.ok) throw new Error(read.error.code);
    return read.value;
  };
  const take = (text: string, request: Partial<TakeArtefacts> = {}) =>
    opened.take({
      previewId: found(text).previewId,
      lines: [line],
      signIn: { authId, token: 'keychain' },
      ...request,
    });
  return { opened, done, found, take, settings: () => layer };
}

describe('what is read', () => {
  it('comes back without its token', () => {
    const { found } = desk();
    const preview = found(`curl -u ${authId}:${authToken} ${url}`);
    expect(preview).toMatchObject({
      lines: [{ phloId: 'phlo-1', nodeId: 'node-1' }],
      authId,
      token: 'found',
    });
    expect(JSON.stringify(preview)).not.toContain(authToken);
  });

  it('is added to what was read before, where the window says so', () => {
    const { found, opened } = desk();
    const first = found('https://phlorunner.plivo.com/v1/phlo/{{phlo_id}}/multi_party_call/n');
    expect(first.placeholders).toEqual(['phlo_id']);
    const both = found('PHLO_ID=phlo-9\nAUTH_TOKEN=fake-token-for-tests', first.previewId);
    expect(both).toMatchObject({ lines: [{ phloId: 'phlo-9' }], token: 'found', placeholders: [] });
    expect(opened.read({ text: env, addTo: first.previewId })).toEqual(
      err({ code: 'preview-gone' }),
    );
    // Anew, nothing of before is in it.
    expect(found(env).lines).toEqual([]);
  });

  it('stays as it was where what is added brings nothing, which is said', () => {
    const { opened, found } = desk();
    const { previewId } = found(env);
    expect(opened.read({ text: 'hello', addTo: previewId })).toEqual(
      err({ code: 'artefact-not-recognised', mayHoldToken: false }),
    );
    expect(found(url, previewId)).toMatchObject({ authId, token: 'found', lines: [{}] });
  });

  it('says where nothing was recognised whether a secret may be in it', () => {
    const { opened } = desk();
    const failure = (text: string) => opened.read({ text, addTo: null });
    const code = 'artefact-not-recognised';
    expect(failure('hello')).toEqual(err({ code, mayHoldToken: false }));
    expect(failure('my secret')).toEqual(err({ code, mayHoldToken: true }));
    expect(failure('x'.repeat(2_000_001))).toEqual(err({ code: 'artefact-too-large' }));
  });

  it('are ten texts at most', () => {
    const { opened, found } = desk();
    let { previewId } = found(env);
    for (let more = 0; more < 9; more += 1) ({ previewId } = found(`${url}-${more}`, previewId));
    expect(opened.read({ text: env, addTo: previewId })).toEqual(
      err({ code: 'too-many-artefacts' }),
    );
  });
});

describe('what is taken', () => {
  it('goes into the keychain first, then into the settings', async () => {
    const { take, done, settings } = desk();
    expect(await take(env)).toEqual(ok(null));
    expect(done).toEqual([['keychain', authId, authToken], 'told', 'authId', 'lines']);
    expect(settings()).toEqual({ authId, lines: [line] });
    expect(JSON.stringify(settings())).not.toContain(authToken);
  });

  it('is gone then, and where it was dropped', async () => {
    const { opened, found } = desk();
    const request = { lines: [], signIn: { authId, token: 'keychain' } } as const;
    const { previewId } = found(env);
    const take = () => opened.take({ ...request, lines: [], previewId });
    expect((await take()).ok).toBe(true);
    expect(await take()).toEqual(err({ code: 'preview-gone' }));
    const dropped = found(env).previewId;
    opened.drop();
    expect(await opened.take({ ...request, lines: [], previewId: dropped })).toEqual(
      err({ code: 'preview-gone' }),
    );
  });

  it('updates the line of the same id and leaves the others', async () => {
    const other = { ...line, id: 'night', nodeId: 'node-2' };
    const { take, settings } = desk({ person: { lines: [line, other] } });
    const updated = { ...line, triggerSource: '+14155550102' };
    await take(env, { lines: [updated, { ...line, id: 'new' }], signIn: null });
    expect(settings().lines).toEqual([updated, other, { ...line, id: 'new' }]);
  });

  it('may be the Auth ID without its token, or the token for this run', async () => {
    const without = desk();
    await without.take(env, { signIn: { authId, token: 'leave' } });
    expect(without.done).toEqual(['authId', 'lines']);
    const forRun = desk();
    await forRun.take(env, { signIn: { authId, token: 'session' } });
    expect(forRun.done).toEqual([['session', authId, authToken], 'told', 'authId', 'lines']);
  });

  it('is nothing where the keychain fails, and can be tried again', async () => {
    const error: CredentialError = { code: 'keychain-unavailable', cause: 'no bus' };
    const { opened, found, done, settings } = desk({ keychain: error });
    const request = {
      previewId: found(env).previewId,
      lines: [line],
      signIn: { authId, token: 'keychain' as const },
    };
    for (const _ of ['once', 'again']) {
      expect(await opened.take(request)).toEqual(err({ code: 'token-not-kept', error }));
    }
    expect(settings()).toEqual({});
    expect(done).not.toContain('lines');
    const left = { ...request, signIn: { authId, token: 'leave' as const } };
    expect(await opened.take(left)).toEqual(ok(null));
    expect(settings()).toEqual({ authId, lines: [line] });
  });

  it('is said piece by piece where the settings refuse in the middle', async () => {
    const error = { code: 'settings-unwritable', cause: 'ENOSPC' } as const;
    const code = 'settings-not-changed';
    const account = desk({ unwritable: 'authId' });
    expect(await account.take(env)).toEqual(err({ code, saved: 'token', error }));
    expect(account.settings()).toEqual({});
    const lines = desk({ unwritable: 'lines' });
    expect(await lines.take(env)).toEqual(err({ code, saved: 'sign-in', error }));
    expect(await lines.take(env, { signIn: null })).toEqual(err({ code, saved: 'nothing', error }));
  });

  it.each(['lines', 'authId'] as const)(
    "is nothing of the administrator's %s, and then nothing at all",
    async (key) => {
      const other = 'SAFAKE0EXAMPLE0BATON';
      const enforced = key === 'lines' ? { lines: [] } : { authId: other };
      const { take, done } = desk({ enforced });
      const error = { code: 'setting-enforced', key };
      expect(await take(env)).toEqual(
        err({ code: 'settings-not-changed', saved: 'nothing', error }),
      );
      expect(done).toEqual([]);
    },
  );

  it("is the token of the administrator's own account all the same", async () => {
    const { take, done } = desk({ enforced: { authId, lines: [] } });
    expect(await take(env, { lines: [] })).toEqual(ok(null));
    expect(done).toEqual([['keychain', authId, authToken], 'told']);
  });

  it('are a hundred lines at most, with those that are there', async () => {
    const lines = Array.from({ length: 100 }, (_, index) => ({ ...line, id: `line-${index}` }));
    const { take, done } = desk({ person: { lines } });
    expect(await take(env)).toEqual(err({ code: 'too-many-lines' }));
    expect(done).toEqual([]);
  });
});
