import { beforeEach, describe, expect, it } from 'vitest';

import { builtInSettings } from '../../../electron/config/built-in';
import { mergeLayers } from '../../../electron/config/merge';
import type { CredentialState } from '../../../electron/contract/credentials';
import { err, ok } from '../../../electron/contract/result';
import { lineSchema, type SettingsLayer } from '../../../electron/contract/settings';
import { startPracticeLine, type PracticeLine } from '../../../electron/practice/server';
import { LinesInUse } from '../../../electron/shell/lines-in-use';

const authId = 'MAFAKE0EXAMPLE0BATON';
const line = (id: string) =>
  lineSchema.parse({
    id,
    name: `Line ${id}`,
    phloId: 'p',
    nodeId: 'n',
    triggerSource: '+14155550100',
  });

let practice: PracticeLine;
beforeEach(async () => {
  const started = await startPracticeLine();
  if (!started.ok) throw new Error(started.error.cause);
  practice = started.value;
  return async () => {
    await practice.close();
  };
});

function lines(
  layer: SettingsLayer,
  options: {
    state?: CredentialState;
    chosen?: string;
    practice?: boolean;
    enforced?: SettingsLayer;
  } = {},
) {
  const enforced = options.enforced ?? {};
  const effective = mergeLayers({ enforced, person: layer, defaults: {} }, builtInSettings);
  const unused = () => {
    throw new Error('not used here');
  };
  return new LinesInUse({
    settings: { current: () => effective },
    credentials: {
      state: () => options.state ?? 'present',
      read: () =>
        Promise.resolve(
          options.state === 'locked-or-removed'
            ? err({ code: 'keychain-locked-or-removed' as const })
            : options.state === 'file-unusable'
              ? err({ code: 'token-file-unusable' as const })
              : ok('fake-token-for-tests'),
        ),
      expect: unused,
      refresh: unused,
      save: unused,
      hold: unused,
      remove: unused,
      useForSession: unused,
      close: unused,
    },
    practice: options.practice === false ? null : practice,
    chosen: options.chosen ?? null,
  });
}

describe('the line in use', () => {
  it('is the practice line before anything is configured, with credentials of its own', async () => {
    const none = lines({});
    expect(none.activeView()).toMatchObject({
      practice: true,
      readiness: 'practice',
      from: '+1 415 555 0100',
    });
    expect(await none.authorise('practice')).toMatchObject({
      ok: true,
      value: { credentials: { authId: practice.authId, authToken: practice.authToken } },
    });
  });

  it('is the one that the settings name, else the first', () => {
    expect(lines({ lines: [line('a'), line('b')], activeLine: 'b' }).activeId).toBe('b');
    expect(lines({ lines: [line('a'), line('b')], activeLine: 'gone' }).activeId).toBe('a');
    expect(lines({ lines: [line('a')], activeLine: 'practice' }).activeId).toBe('practice');
  });

  it('is the one of the command line until the person chooses another', () => {
    const chosen = lines({ lines: [line('a'), line('b')] }, { chosen: 'b' });
    expect(chosen.activeId).toBe('b');
    chosen.choose(null);
    expect(chosen.activeId).toBe('a');
    expect(lines({ lines: [line('a')] }, { chosen: 'practice' }).activeId).toBe('practice');
    expect(lines({ lines: [line('a')] }, { chosen: 'unknown' }).activeId).toBe('a');
  });

  it('is the one that the administrator has set, whatever was chosen, but for practising', () => {
    const layer = { lines: [line('a'), line('b')], activeLine: 'b' };
    const enforced = { activeLine: 'a' };
    expect(lines(layer).fixedId).toBeNull();
    const fixed = lines(layer, { enforced, chosen: 'b' });
    expect(fixed).toMatchObject({ fixedId: 'a', activeId: 'a' });
    fixed.choose('practice');
    expect(fixed).toMatchObject({ fixedId: 'a', activeId: 'practice' });
    fixed.choose(null);
    expect(fixed.activeId).toBe('a');
  });

  it.each([
    ['present', 'ready'],
    ['session', 'ready'],
    ['from-file', 'ready'],
    ['file-unusable', 'not-ready'],
    ['absent', 'not-ready'],
    ['locked-or-removed', 'not-ready'],
    ['unavailable', 'not-ready'],
  ] as const)('with the token %s is %s', (state, readiness) => {
    expect(lines({ lines: [line('a')], authId }, { state }).activeView().readiness).toBe(readiness);
  });

  it('is not ready after Plivo refused the sign-in, until it takes it or the sign-in is new', () => {
    const real = lines({ lines: [line('a')], authId });
    real.noteAnswer('a', 'http-401');
    expect(real.activeView().readiness).toBe('not-ready');
    real.noteAnswer('a', 'lost-after-sending');
    expect(real.activeView().readiness).toBe('not-ready');
    real.noteAnswer('a', 'http-404');
    expect(real.activeView().readiness).toBe('ready');
    real.noteAnswer('a', 'http-401');
    real.forgetRefusals();
    expect(real.activeView().readiness).toBe('ready');
  });

  it('authorises no other line than the one in use', async () => {
    const real = lines({ lines: [line('a'), line('b')], authId });
    expect(await real.authorise('b')).toEqual({ ok: false, error: { code: 'line-changed' } });
  });

  it.each([
    [{ lines: [line('a')], authId: null }, {}, 'credentials-absent'],
    [{ lines: [line('a')], authId }, { state: 'locked-or-removed' as const }, 'credentials-locked'],
    [{ lines: [line('a')], authId }, { state: 'file-unusable' as const }, 'credentials-file'],
  ])('says what stands between the agent and the attempt', async (layer, options, code) => {
    expect(await lines(layer, options).authorise('a')).toMatchObject({
      ok: false,
      error: { code },
    });
  });

  it.each([
    ['(415) 222-3333', '+14152223333'],
    ['14152223333', '+14152223333'],
    ['sip:agent1@phone.plivo.com', 'sip:agent1@phone.plivo.com'],
    ['something else', 'something else'],
  ])('transfers from %j as %j', (triggerSource, wire) => {
    const real = lines({ lines: [{ ...line('a'), triggerSource }], authId });
    expect(real.active()?.request.triggerSource).toBe(wire);
  });

  it('is honest about a practice line that could not be started', async () => {
    const broken = lines({}, { practice: false });
    expect(broken.active()).toBeNull();
    expect(broken.activeView().readiness).toBe('not-ready');
    expect(await broken.authorise('practice')).toMatchObject({
      error: { code: 'practice-unavailable' },
    });
  });
});
