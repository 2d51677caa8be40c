import type { Page } from '@playwright/test';

import { channels, windowNames, type WindowName } from '../../electron/contract/channels';
import type { Baton } from '../support/baton';
import { callBridge, invokeRaw, reload, withRawIpc } from '../support/bridge';
import { expect, test } from '../support/fixtures';
import { configFor, fake } from '../support/line';
import { openManager } from '../support/manager-window';
import { withFolder } from '../support/own-folder';
import { storedToken } from '../support/secret-service';

const refused = { ok: false, error: { code: 'ipc-refused' } };
const malformed = { ok: false, error: { code: 'ipc-malformed' } };

const calls = Object.entries(channels).flatMap(([channel, spec]) => {
  const windows: readonly WindowName[] = spec.windows;
  return spec.direction === 'call' ? [{ channel, windows }] : [];
});

/** Every call that the other window may make and this one may not. */
const foreignTo = (window: WindowName) =>
  calls.filter(({ windows }) => !windows.includes(window)).map(({ channel }) => channel);

/** Payloads that would do harm if one of them got through. */
const harmful: Readonly<Record<string, unknown>> = {
  'transfer:start': { address: '+14155550134', role: 'agent', lineId: 'support' },
  'settings:change': { key: 'region', value: 'DE' },
  'shortcut:change': { shortcut: 'Control+Alt+F8' },
  'credentials:save': { token: 'fake-token-for-tests-of-an-intruder' },
  'credentials:use-session': { token: 'fake-token-for-tests-of-an-intruder' },
  'connection:test': { lineId: 'support' },
  'link:open': { link: 'plivo-console' },
  'manager:open': { route: 'about' },
};

const log = (baton: Baton) => baton.read('logs', 'baton.log');

test.describe('IPC', () => {
  test('refuses a channel that there is not, in the preload script and in main', async ({
    startBaton,
  }) => {
    await withFolder(async (folder) => {
      const baton = await startBaton();
      const popup = await baton.page('popup');
      await withRawIpc(baton, folder);
      await reload(popup);
      // A push is no call, and names that every object has are no channels.
      const names = ['no:such', 'popup:state', '__proto__', 'constructor', 'toString', '', 5, null];
      for (const name of names) {
        expect(await callBridge(popup, name, null)).toEqual(refused);
        expect(await invokeRaw(popup, String(name), null)).toEqual({
          rejected: expect.stringContaining('No handler registered'),
        });
      }
      // The same way in with a name that there is.
      expect(await invokeRaw(popup, 'popup:load', null)).toMatchObject({ ok: true });
    });
  });

  test('refuses a payload that does not fit, and does nothing with it', async ({
    startBaton,
    desktop,
    server,
  }) => {
    const baton = await startBaton({ config: configFor(server.url) });
    await expect.poll(() => storedToken(desktop, fake.authId)).toBe(fake.authToken);
    const popup = await baton.page('popup');
    const manager = await openManager(baton);
    const start = { address: '+14155550134', role: 'agent', lineId: 'support' };
    const marker = 'marker-that-no-log-may-hold';
    const misfits: readonly (readonly [Page, string, unknown])[] = [
      [popup, 'popup:load', {}],
      [popup, 'popup:load', undefined],
      [popup, 'popup:query', null],
      [popup, 'popup:query', 'text'],
      [popup, 'popup:query', { text: 5 }],
      [popup, 'popup:query', { text: 'x'.repeat(1001) }],
      [popup, 'popup:query', { text: marker, more: true }],
      [popup, 'popup:resize', { height: -1 }],
      [popup, 'popup:resize', { height: 1e9 }],
      [popup, 'popup:resize', { height: '100' }],
      [popup, 'transfer:start', { address: '+14155550134', role: 'agent' }],
      [popup, 'transfer:start', { ...start, role: 'supervisor' }],
      [popup, 'transfer:start', { ...start, address: '' }],
      [popup, 'transfer:start', { ...start, address: ['+14155550134'] }],
      [popup, 'transfer:start', { ...start, lineId: 'x'.repeat(65) }],
      [popup, 'transfer:start', { ...start, apiBaseUrl: 'https://example.com' }],
      [popup, 'transfer:start', [start]],
      [popup, 'transfer:answer', { attemptId: 'x', word: 'transferred' }],
      [popup, 'manager:open', { route: '../../index.html' }],
      [popup, 'line:select', { lineId: { id: 'practice' } }],
      [manager, 'manager:load', {}],
      [manager, 'settings:change', { key: 'shortcut', value: 'Control+Alt+F8' }],
      [manager, 'settings:change', { key: '__proto__', value: {} }],
      [manager, 'settings:change', { key: 'region', value: 'Germany' }],
      [manager, 'settings:change', { key: 'authId', value: marker }],
      [manager, 'settings:change', { key: 'network', value: { proxy: 'file:///etc/passwd' } }],
      [
        manager,
        'settings:change',
        {
          key: 'lines',
          value: [{ ...fake, id: 'a', name: 'a', apiBaseUrl: 'http://example.com' }],
        },
      ],
      [manager, 'credentials:save', { token: marker.repeat(20) }],
      [manager, 'credentials:save', { token: null }],
      [manager, 'credentials:save', { token: marker, authId: fake.authId }],
      [manager, 'artefacts:read', { text: marker }],
      [manager, 'artefacts:read', { text: 'x'.repeat(2_000_001), addTo: null }],
      [
        manager,
        'artefacts:take',
        { previewId: 'x', lines: [], signIn: { authId: marker, token: 'keychain' } },
      ],
      [manager, 'settings:export', { file: '/etc/passwd' }],
      [manager, 'connection:test', {}],
      [manager, 'link:open', { link: 'https://example.com/' }],
      [manager, 'link:open', { link: 'file:///etc/passwd' }],
    ];
    const before = await callBridge(manager, 'manager:load', null);
    expect(before).toMatchObject({ ok: true });
    for (const [page, channel, payload] of misfits) {
      const answer = await callBridge(page, channel, payload);
      expect(answer, `${channel} ${JSON.stringify(payload)}`).toEqual(malformed);
    }
    expect(await callBridge(manager, 'manager:load', null)).toEqual(before);
    expect(server.requests).toHaveLength(0);
    expect(await storedToken(desktop, fake.authId)).toBe(fake.authToken);
    // Each is in the log with its channel, and without a word of what was in it.
    await expect.poll(() => log(baton).match(/IPC ipc-malformed/gu)?.length).toBe(misfits.length);
    expect(log(baton)).not.toContain(marker);
    expect(baton.output).not.toContain(marker);
  });

  test('refuses a window what only the other one may do, with and without the preload script', async ({
    desktop,
    startBaton,
    server,
  }) => {
    await withFolder(async (folder) => {
      const baton = await startBaton({ config: configFor(server.url) });
      await expect.poll(() => storedToken(desktop, fake.authId)).toBe(fake.authToken);
      const popup = await baton.page('popup');
      await withRawIpc(baton, folder);
      await reload(popup);
      const manager = await openManager(baton);
      const before = await callBridge(manager, 'manager:load', null);

      for (const [window, page] of [
        ['popup', popup],
        ['manager', manager],
      ] as const) {
        const foreign = foreignTo(window);
        expect(foreign.length).toBeGreaterThan(5);
        for (const channel of foreign) {
          const payload = harmful[channel] ?? null;
          expect(await callBridge(page, channel, payload), `${window} ${channel}`).toEqual(refused);
          expect(await invokeRaw(page, channel, payload), `${window} ${channel}`).toEqual(refused);
          await expect
            .poll(() => log(baton))
            .toContain(`the ${window} window is not entitled (channel ${channel})`);
        }
        // Pushes of the other window are not even listened to.
        const pushes = ['popup:state', 'manager:state'];
        for (const push of pushes.filter((name) => !name.startsWith(window))) {
          expect(await page.evaluate(`window.baton.on('${push}', () => {})()`)).toBeUndefined();
        }
      }
      expect(await callBridge(manager, 'manager:load', null)).toEqual(before);
      expect(await storedToken(desktop, fake.authId)).toBe(fake.authToken);
      expect(server.requests).toHaveLength(0);
    });
  });

  test('refuses a window that main did not open, whatever it says it is', async ({
    startBaton,
    server,
  }) => {
    const baton = await startBaton({ config: configFor(server.url) });
    const popup = await baton.page('popup');
    for (const window of windowNames) {
      const opened = baton.app.waitForEvent('window', { predicate: (page) => page !== popup });
      await baton.app.evaluate(async ({ app, BrowserWindow }, name) => {
        const stranger = new BrowserWindow({
          show: false,
          webPreferences: {
            preload: `${app.getAppPath()}/dist/preload/preload.cjs`,
            sandbox: true,
            contextIsolation: true,
            additionalArguments: [`--baton-window=${name}`],
          },
        });
        await stranger.loadURL(`app://baton/${name}/index.html`);
      }, window);
      const stranger = await opened;
      expect(stranger.url()).toBe(`app://baton/${window}/index.html`);
      for (const { channel, windows } of calls) {
        if (!windows.includes(window)) continue;
        const answer = await callBridge(stranger, channel, harmful[channel] ?? null);
        expect(answer, `${window} ${channel}`).toEqual(refused);
      }
      await expect
        .poll(() => log(baton))
        .toContain('IPC ipc-refused: a sender that is none of our windows');
      await stranger.close();
    }
    expect(server.requests).toHaveLength(0);
  });

  test("refuses a page from elsewhere in the popup's own window", async ({
    startBaton,
    server,
  }) => {
    const baton = await startBaton({ config: configFor(server.url) });
    const popup = await baton.page('popup');
    const html = '<!doctype html><title>Elsewhere</title>';
    server.reply(
      `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${html.length}\r\n\r\n${html}`,
    );
    const expectRefused = async () => {
      for (const { channel, windows } of calls) {
        if (!windows.includes('popup')) continue;
        const answer = await callBridge(popup, channel, harmful[channel] ?? null);
        expect(answer, `${popup.url()} ${channel}`).toEqual(refused);
      }
    };

    // Chromium reaches no network at all: nothing is even asked for.
    await expect(popup.goto(`${server.url}/elsewhere`)).rejects.toThrow('ERR_BLOCKED_BY_CLIENT');
    expect(server.connections()).toBe(0);
    await popup.waitForURL('chrome-error://chromewebdata/');
    await expectRefused();

    // With that lock taken away by force, the page is there, and is not listened to.
    await baton.app.evaluate(({ session }) => {
      session.defaultSession.webRequest.onBeforeRequest(null);
    });
    await popup.goto(`${server.url}/elsewhere`);
    await expect(popup).toHaveTitle('Elsewhere');
    await expectRefused();
    for (const url of ['about:blank', `data:text/html,${html}`, 'file:///etc/hostname']) {
      await popup.goto(url);
      expect(await popup.evaluate('location.protocol')).toBe(new URL(url).protocol);
      await expectRefused();
    }
    await expect
      .poll(() => log(baton))
      .toContain('a sender that is none of our windows (channel transfer:start)');
    // Back on its own page it is heard again.
    await popup.goto('app://baton/popup/index.html');
    expect(await callBridge(popup, 'popup:load', null)).toMatchObject({ ok: true });
    expect(server.requests.filter((request) => request.startsWith('POST'))).toEqual([]);
  });
});
