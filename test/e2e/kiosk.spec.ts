import { runProgram } from '../../build/run-program.mjs';
import { launcherPath } from '../support/baton';
import { callBridge } from '../support/bridge';
import { copyElsewhere } from '../support/clipboard';
import { expect, test } from '../support/fixtures';
import {
  coversTheScreen,
  givePin,
  kioskFile,
  kioskOnFile,
  kioskPage,
  kioskState,
  kioskWindow,
  pin,
} from '../support/kiosk';
import { withFolder } from '../support/own-folder';
import { lineAt } from '../support/real-line';
import { callBus } from '../support/session-bus';

test('it covers the screen from the start, with no tray, no shortcut and no welcome', async ({
  desktop,
  startBaton,
}) => {
  const items = () =>
    callBus(desktop, {
      destination: 'org.kde.StatusNotifierWatcher',
      path: '/StatusNotifierWatcher',
      interface: 'org.freedesktop.DBus.Properties',
      method: 'Get',
      signature: 'ss',
      args: ['org.kde.StatusNotifierWatcher', 'RegisteredStatusNotifierItems'],
    });
  const before = await items();
  const baton = await startBaton({ args: ['--kiosk', '--hidden'], firstStart: true });
  const page = await kioskPage(baton);
  expect(baton.output).toContain('baton: ready shortcut=none');
  expect(await items()).toEqual(before);

  // The practice line's own destinations, since nothing is set up; and no way behind a PIN.
  const state = await kioskState(page);
  expect(state.kiosk).toEqual({
    freeEntry: false,
    lock: 'no-pin',
    waitUntil: null,
    journal: 'kept',
  });
  expect(state.favourites).toHaveLength(3);
  expect(await givePin(page, '0000')).toMatchObject({ ok: false, error: { code: 'wrong' } });
  await baton.keys('ctrl+alt+b');
  await baton.keys('1');
  await baton.printed(/^baton: attempt accepted/m);
  expect(await kioskWindow(baton)).toEqual(coversTheScreen);
});

test('its tiles are the favourites that a transfer could be made to, nine at most', async ({
  desktop,
  startBaton,
  server,
}) => {
  const favourites = [
    { name: 'Own number', address: '+14155550100' },
    { name: 'Emergency', address: '+1911' },
    { name: 'Denied', address: '+19005550134' },
    ...Array.from({ length: 10 }, (_, index) => ({
      name: `Team ${index + 1}`,
      address: `+1415555013${index}`,
    })),
  ];
  await copyElsewhere(desktop, '+1 415 555 0199');
  const baton = await startBaton({
    config: kioskFile(server.url, {
      defaults: { favourites, clipboardOffer: true },
      enforced: { destinations: { deny: ['+1900*'], directoryOnly: true } },
    }),
  });
  const page = await kioskPage(baton);
  const names = (await kioskState(page)).favourites.map(({ name }) => name);
  expect(names).toEqual(Array.from({ length: 9 }, (_, index) => `Team ${index + 1}`));

  await baton.keys('1');
  await server.arrived(1);
  await baton.printed(/^baton: attempt accepted/m);
  // Whom the last person called, and what lies on the clipboard, is not for the next one.
  const after = await kioskState(page);
  expect([after.recents, after.clipboard]).toEqual([[], null]);
});

test('main does nothing that the page does not offer, whatever the page sends', async ({
  startBaton,
  server,
}) => {
  const lines = [
    lineAt(server.url, 'support', 'Support line'),
    lineAt(server.url, 'sales', 'Sales line'),
  ];
  const baton = await startBaton({ config: kioskFile(server.url, { defaults: { lines } }) });
  const page = await kioskPage(baton);
  const start = (address: string, lineId = 'support') =>
    callBridge(page, 'transfer:start', { address, role: 'agent', lineId });

  // Not one of the tiles.
  expect(await start('+14155550199')).toEqual({ ok: false, error: { code: 'not-allowed' } });
  expect(await callBridge(page, 'popup:query', { text: 'Maria' })).toMatchObject({
    ok: true,
    value: { verdict: { kind: 'empty' }, suggestions: [], matches: 0 },
  });
  await callBridge(page, 'line:select', { lineId: 'sales' });
  await callBridge(page, 'manager:open', { route: 'account' });
  await callBridge(page, 'popup:close', null);
  await callBridge(page, 'popup:resize', { height: 50 });
  for (const to of ['settings', 'quit']) {
    expect(await callBridge(page, 'kiosk:leave', { to })).toEqual({
      ok: false,
      error: { code: 'locked' },
    });
  }
  expect(await callBridge(page, 'settings:change', { key: 'theme', value: 'dark' })).toEqual({
    ok: false,
    error: { code: 'ipc-refused' },
  });
  expect((await kioskState(page)).line.id).toBe('support');
  expect(await kioskWindow(baton)).toEqual(coversTheScreen);
  expect(server.requests).toHaveLength(0);
});

test('a second start only brings it to the front; its line is fixed', async ({
  startBaton,
  server,
}) => {
  const lines = [
    lineAt(server.url, 'support', 'Support line'),
    lineAt(server.url, 'sales', 'Sales line'),
  ];
  const baton = await startBaton({ config: kioskFile(server.url, { defaults: { lines } }) });
  const page = await kioskPage(baton);
  const again = async (...args: string[]) => {
    const from = baton.output.length;
    const { code } = await runProgram(
      launcherPath(),
      [`--user-data-dir=${baton.userData}`, ...args],
      { env: baton.desktop.env, limitMs: 30_000 },
    );
    expect(code).toBe(0);
    await baton.printed(/^baton: popup shown/m, from);
  };
  for (const args of [
    ['--popup'],
    ['--hidden'],
    ['--line=sales'],
    ['--practice'],
    ['--to=+14155550199'],
  ]) {
    await again(...args);
  }
  expect((await kioskState(page)).line.id).toBe('support');
  await expect(page.getByText('415 555 0199')).toHaveCount(0);
  expect(await kioskWindow(baton)).toEqual(coversTheScreen);
  expect(server.requests).toHaveLength(0);
});

test('with free entry a second start fills the field, and sends nothing', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({
    config: kioskFile(server.url, { kiosk: { freeEntry: true, clearAfterSeconds: 5 } }),
    args: ['--to=+14155550199'],
  });
  const page = await kioskPage(baton);
  const field = page.getByRole('combobox');
  await expect(field).toHaveValue('+1 415 555 0199');
  const args = [`--user-data-dir=${baton.userData}`, '--to=+16285550119'];
  await runProgram(launcherPath(), args, { env: baton.desktop.env, limitMs: 30_000 });
  await expect(field).toHaveValue('+1 628 555 0119');
  // Nobody has touched it, and it does not stay there all the same.
  await baton.printed(/^baton: kiosk cleared/m);
  await expect(field).toHaveValue('');
  expect(server.requests).toHaveLength(0);
});

test('what the administrator changes is in force at once, but for the kiosk itself', async ({
  startBaton,
  server,
}) => {
  await withFolder(async (folder) => {
    const { file, baton, page } = await kioskOnFile(startBaton, folder, server.url);
    file.replace(kioskFile(server.url, { kiosk: { freeEntry: true, pinHash: undefined } }));
    await expect
      .poll(async () => (await kioskState(page)).kiosk)
      .toEqual({ freeEntry: true, lock: 'no-pin', waitUntil: null, journal: 'kept' });

    const from = baton.output.length;
    file.replace(kioskFile(server.url, { kiosk: { enabled: false } }));
    await baton.printed(/kiosk\.enabled was changed: it takes effect when Baton is next/, from);
    expect(await kioskWindow(baton)).toEqual(coversTheScreen);
    expect(await givePin(page, pin)).toEqual({ ok: true, value: null });
    await callBridge(page, 'kiosk:leave', { to: 'settings' });
    const manager = await baton.page('manager');
    const notice = manager.getByText('Kiosk mode changes at the next start');
    await expect(notice).toBeVisible();
    file.replace(kioskFile(server.url));
    await expect(notice).toBeHidden();
  });
});
