import { describe, expect, it } from 'vitest';

import { channels } from '../../../electron/contract/channels';
import { ok } from '../../../electron/contract/result';
import {
  isCallChannel,
  route,
  type CallHandlers,
  type RouterOptions,
} from '../../../electron/ipc/router';
import type { Sender } from '../../../electron/ipc/sender';

const popup: Sender = {
  contentsId: 1,
  frameUrl: 'app://baton/popup/index.html',
  isMainFrame: true,
};
const manager: Sender = {
  contentsId: 2,
  frameUrl: 'app://baton/manager/index.html',
  isMainFrame: true,
};

function router(overrides: Partial<CallHandlers> = {}) {
  const reached: string[] = [];
  const handlers = Object.fromEntries(
    Object.keys(channels)
      .filter(isCallChannel)
      .map((name) => [
        name,
        () => {
          reached.push(name);
          return ok(null);
        },
      ]),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made of the table's own names
  ) as unknown as CallHandlers;
  const reports: string[] = [];
  const options: RouterOptions = {
    handlers: { ...handlers, ...overrides },
    known: (id) => (id === 1 ? 'popup' : id === 2 ? 'manager' : null),
    origin: 'app://baton',
    report: (text) => reports.push(text),
  };
  return { options, reached, reports };
}

describe('the IPC router', () => {
  it('answers an entitled window whose payload fits', async () => {
    const { options, reached } = router();
    expect(await route('popup:close', null, popup, options)).toEqual({ ok: true, value: null });
    expect(reached).toEqual(['popup:close']);
  });

  it.each([
    ['an unknown channel', 'popup:explode', null, popup],
    ['a push channel that is called', 'popup:state', null, popup],
    ['a name that every object has', 'constructor', null, popup],
    [
      'a window that is not entitled',
      'transfer:start',
      { address: '+14155550101', role: 'agent', lineId: 'x' },
      manager,
    ],
    ['a window that main did not open', 'popup:close', null, { ...popup, contentsId: 9 }],
    ['a frame inside the page', 'popup:close', null, { ...popup, isMainFrame: false }],
    ['a frame that is gone', 'popup:close', null, { ...popup, frameUrl: null }],
    [
      'a page from elsewhere',
      'popup:close',
      null,
      { ...popup, frameUrl: 'https://evil.example/popup/index.html' },
    ],
    [
      'a host that only starts like ours',
      'popup:close',
      null,
      { ...popup, frameUrl: 'app://baton.evil/popup/index.html' },
    ],
    ['a blank page', 'popup:close', null, { ...popup, frameUrl: 'about:blank' }],
  ])('refuses %s before a handler sees it', async (_name, channel, payload, sender) => {
    const { options, reached, reports } = router();
    expect(await route(channel, payload, sender, options)).toEqual({
      ok: false,
      error: { code: 'ipc-refused' },
    });
    expect(reached).toEqual([]);
    expect(reports).toHaveLength(1);
  });

  it.each([
    ['nothing', undefined],
    ['a wrong type', { address: 5, role: 'agent', lineId: 'x' }],
    ['an unknown role', { address: '+14155550101', role: 'boss', lineId: 'x' }],
    ['a key too many', { address: '+14155550101', role: 'agent', lineId: 'x', force: true }],
    ['an overlong text', { address: '1'.repeat(5000), role: 'agent', lineId: 'x' }],
    ['an array', [1, 2]],
  ])('refuses %s as a payload', async (_name, payload) => {
    const { options, reached } = router();
    expect(await route('transfer:start', payload, popup, options)).toEqual({
      ok: false,
      error: { code: 'ipc-malformed' },
    });
    expect(reached).toEqual([]);
  });

  it('reports a bug in a handler and answers all the same', async () => {
    const { options, reports } = router({
      'popup:close': () => {
        throw new Error('a bug');
      },
    });
    expect(await route('popup:close', null, popup, options)).toEqual({
      ok: false,
      error: { code: 'ipc-internal' },
    });
    expect(reports[0]).toContain('a bug');
  });

  it('never puts a payload into a report', async () => {
    const { options, reports } = router();
    await route('credentials:save', { token: 'fake-token-for-tests', more: 1 }, manager, options);
    expect(reports.join()).not.toContain('fake-token-for-tests');
  });
});
