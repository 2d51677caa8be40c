import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { SettingChange } from '../../../electron/contract/manager';
import { managerState } from './manager-state';

type Answer =
  | { ok: true; value: null }
  | { ok: false; error: { code: 'settings-unwritable'; cause: string } };

/** Main, answering when the test says so. */
const received: SettingChange[] = [];
const calls = new TransformStream<(answer: Answer) => void>();
const sent = calls.writable.getWriter();
const arriving = calls.readable.getReader();
vi.stubGlobal('window', {
  baton: {
    call: (_channel: string, change: SettingChange) => {
      received.push(change);
      return new Promise<Answer>((resolve) => void sent.write(resolve));
    },
    on: () => () => undefined,
  },
});
const nextCall = async (): Promise<(answer: Answer) => void> => {
  const { value } = await arriving.read();
  if (value === undefined) throw new Error('no call');
  return value;
};
const { changeSetting } = await import('../../../renderer/manager/change-setting');
const { takeState, useManager } = await import('../../../renderer/manager/store');

const limit = (part: { connectTimeoutMs: number } | { totalTimeoutMs: number }) =>
  changeSetting(({ network }) => ({ key: 'network', value: { ...network, ...part } }));
const answer = async (reply: Answer) => (await nextCall())(reply);

beforeEach(() => {
  received.length = 0;
  takeState(managerState({}));
});

describe('two changes of one object, made at once', () => {
  it('do not undo each other', async () => {
    const both = [limit({ connectTimeoutMs: 1000 }), limit({ totalTimeoutMs: 9000 })];
    await answer({ ok: true, value: null });
    await answer({ ok: true, value: null });
    await Promise.all(both);
    expect(received.at(-1)).toMatchObject({
      value: { connectTimeoutMs: 1000, totalTimeoutMs: 9000 },
    });
    expect(useManager.getState().state?.settings.network).toMatchObject({
      connectTimeoutMs: 1000,
      totalTimeoutMs: 9000,
    });
  });

  it('leave the settings as they were where main refused', async () => {
    const refused = limit({ connectTimeoutMs: 1000 });
    const error = { code: 'settings-unwritable', cause: 'ENOSPC' } as const;
    await answer({ ok: false, error });
    expect(await refused).toEqual({ ok: false, error });
    expect(useManager.getState().state?.settings.network.connectTimeoutMs).toBe(3000);
  });

  it('yield to what main pushed meanwhile', async () => {
    const change = changeSetting(() => ({ key: 'region', value: 'GB' }));
    const reply = await nextCall();
    takeState(managerState({ region: 'FR' }));
    reply({ ok: true, value: null });
    await change;
    expect(useManager.getState().state?.settings.region).toBe('FR');
  });
});
