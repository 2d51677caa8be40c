import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { buildProbe, KeyringSession, probeWithoutBus } from './keyring-session';
import type { ProbeStep } from './probe-request';

const authId = 'MAFAKE0EXAMPLE0BATON';
const token = 'fake-token-for-tests-0001';
const done = { ok: true, value: null };

let folder: string;
let probe: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-probe-'));
  probe = await buildProbe(folder);
}, 60_000);

afterAll(() => rm(folder, { recursive: true }));

const request = (steps: ProbeStep['step'][], marker: string | null, limitMs = 5000) => ({
  marker,
  limitMs,
  steps: steps.map((step) => ({ step, authId, token })),
});

describe('on a real keyring', () => {
  let session: KeyringSession;

  beforeEach(async () => {
    session = await KeyringSession.start();
  }, 60_000);

  afterEach(() => session.stop());

  const ask = (steps: ProbeStep['step'][], marker: string | null, limitMs?: number) =>
    session.probe(probe, request(steps, marker, limitMs));
  const lookup = () =>
    session.run('secret-tool', ['lookup', 'service', 'Baton', 'account', `plivo:${authId}`]);

  it('that is unlocked, a token is saved, found by others, read and removed', async () => {
    const before = await ask(['refresh', 'read', 'save', 'read'], null);
    expect(before).toEqual({
      answers: [
        { result: 'absent', state: 'absent' },
        { result: { ok: false, error: { code: 'token-empty' } }, state: 'absent' },
        { result: done, state: 'present' },
        { result: { ok: true, value: token }, state: 'present' },
      ],
      marker: authId,
    });
    expect((await lookup()).stdout.trim()).toBe(token);

    const after = await ask(['refresh', 'read', 'remove', 'refresh'], authId);
    expect(after).toEqual({
      answers: [
        { result: 'present', state: 'present' },
        { result: { ok: true, value: token }, state: 'present' },
        { result: done, state: 'absent' },
        { result: 'absent', state: 'absent' },
      ],
      marker: null,
    });
    expect((await lookup()).stdout).toBe('');
  });

  it('that is unlocked, the credentials of a file are stored once', async () => {
    const { answers } = await ask(['from-file', 'from-file'], null);
    expect(answers.map(({ result }) => result)).toEqual([
      { ok: true, value: 'stored' },
      { ok: true, value: 'unchanged' },
    ]);
    expect((await lookup()).stdout.trim()).toBe(token);
  });

  it('from which somebody removed the entry, that is no first run', async () => {
    const { answers } = await ask(['refresh', 'read', 'remove'], authId);
    const error = { code: 'keychain-locked-or-removed' };
    expect(answers).toEqual([
      { result: 'locked-or-removed', state: 'locked-or-removed' },
      { result: { ok: false, error }, state: 'locked-or-removed' },
      { result: { ok: false, error }, state: 'locked-or-removed' },
    ]);
  });

  it('that is locked with nobody to unlock it, nothing is claimed and nothing lost', async () => {
    expect((await ask(['save'], null)).answers[0]?.result).toEqual(done);
    await session.lock();
    const locked = await ask(['refresh', 'read', 'save', 'remove', 'from-file'], authId);
    const error = { code: 'keychain-locked-or-removed' };
    const state = 'locked-or-removed';
    const withCause = { ok: false, error: { ...error, cause: expect.stringContaining('locked') } };
    expect(locked).toEqual({
      answers: [
        { result: state, state },
        { result: { ok: false, error }, state },
        { result: withCause, state },
        { result: { ok: false, error }, state },
        { result: withCause, state },
      ],
      marker: authId,
    });
    expect(JSON.stringify(locked)).not.toContain(token);
  });

  it('that is locked before anything was saved, saving says so', async () => {
    await session.lock();
    const { answers, marker } = await ask(['refresh', 'save'], null);
    expect(answers).toMatchObject([
      { result: 'absent', state: 'absent' },
      { result: { ok: false, error: { code: 'keychain-locked-or-removed' } }, state: 'absent' },
    ]);
    expect(marker).toBeNull();
  });

  it('whose unlock dialog stays open, a call is given up on and no other is begun', async () => {
    await ask(['save'], null);
    await session.lock();
    const close = await session.leaveUnlockDialogOpen();
    const { answers, marker } = await ask(
      ['refresh', 'read', 'save', 'session', 'read'],
      authId,
      500,
    );
    close();
    const timeout = { ok: false, error: { code: 'keychain-timeout' } };
    expect(answers).toEqual([
      { result: 'locked-or-removed', state: 'locked-or-removed' },
      { result: timeout, state: 'locked-or-removed' },
      { result: timeout, state: 'locked-or-removed' },
      { result: done, state: 'session' },
      { result: { ok: true, value: token }, state: 'session' },
    ]);
    expect(marker).toBe(authId);
  });
});

describe('without a keychain', () => {
  it.each([
    ['no bus', null],
    ['a bus that is not there', 'unix:path=/nonexistent/bus'],
  ])('for %s, it is unavailable and a token serves for this run only', async (_, address) => {
    const steps = request(['refresh', 'read', 'save', 'remove', 'session', 'read'], authId);
    const { answers, marker } = await probeWithoutBus(probe, address, steps);
    const unavailable = {
      result: { ok: false, error: { code: 'keychain-unavailable', cause: expect.any(String) } },
      state: 'unavailable',
    };
    expect(answers).toEqual([
      { result: 'unavailable', state: 'unavailable' },
      unavailable,
      unavailable,
      unavailable,
      { result: done, state: 'session' },
      { result: { ok: true, value: token }, state: 'session' },
    ]);
    expect(marker).toBe(authId);
  });
});
