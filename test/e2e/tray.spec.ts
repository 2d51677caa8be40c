import { callBridge } from '../support/bridge';
import { expect, test } from '../support/fixtures';
import { focusedPlace } from '../support/focused-place';
import { journalRows } from '../support/journal-rows';
import { configFor } from '../support/line';
import { workArea } from '../support/popup-place';
import { expectClosed, hasKeys, isOpen, openPopup } from '../support/popup-window';
import { lineAt, realLine } from '../support/real-line';
import { accepted } from '../support/recording-server';
import { distance, pixelsAt } from '../support/screen-pixels';
import { leavePopup, transferTo } from '../support/transfer';
import { shownIcon } from '../support/tray-icon';
import { registeredItems, TrayItem } from '../support/tray-item';

test('the tray holds one item, active, with an icon and its state in words', async ({
  desktop,
  startBaton,
}) => {
  expect(await registeredItems(desktop)).toEqual([]);
  await startBaton();
  const tray = await TrayItem.on(desktop);
  const { status, tooltip, icons } = await tray.properties();
  expect(status).toBe('Active');
  expect(tooltip).toBe('Baton, practice, Practice line');
  expect(icons.length).toBeGreaterThan(0);
  for (const { width, height, argb } of icons) {
    expect(argb).toHaveLength(4 * width * height);
    expect(argb.some((byte) => byte > 0)).toBe(true);
  }
});

test('the panel really shows the icon', async ({ desktop, startBaton }) => {
  await startBaton();
  const tray = await TrayItem.on(desktop);
  await expect.poll(() => shownIcon(desktop, tray)).toBe('practice on-light');
  const { height } = await workArea(desktop);
  // The practice icon's violet stands nowhere else in the panel.
  await expect(async () => {
    const panel = await pixelsAt(desktop, { x: 0, y: height, width: 1280, height: 800 - height });
    const violet = panel.filter((colour) => distance(colour, [0x6b, 0x4c, 0xae]) < 24);
    expect(violet.length).toBeGreaterThan(30);
  }).toPass();
});

test('the menu has everything that Baton does', async ({ desktop, startBaton, server }) => {
  await startBaton({
    config: realLine(server.url, {
      defaults: {
        lines: [
          lineAt(server.url, 'support', 'Support line'),
          lineAt(server.url, 'research', 'R&D_two line'),
        ],
      },
    }),
  });
  const tray = await TrayItem.on(desktop);
  const menu = await tray.menu();
  expect(menu.map((entry) => entry.label)).toEqual([
    'Transfer a call… (Ctrl+Alt+B)',
    'Recent',
    'Line: Support line',
    'Practice line',
    'History',
    'Settings…',
    'About Baton',
    'Quit Baton',
  ]);
  const [, recent, line, practice] = menu;
  expect(recent?.entries.map(({ label, enabled }) => ({ label, enabled }))).toEqual([
    { label: 'No transfers yet', enabled: false },
  ]);
  expect(line?.entries.map(({ label, checked }) => ({ label, checked }))).toEqual([
    { label: 'Support line', checked: true },
    { label: 'R&D_two line', checked: false },
    { label: 'Edit lines…', checked: null },
  ]);
  expect(practice?.checked).toBe(false);
});

test('"Transfer a call…" opens the popup', async ({ desktop, startBaton }) => {
  const baton = await startBaton();
  const tray = await TrayItem.on(desktop);
  expect(await isOpen(baton)).toBe(false);
  await tray.choose('Transfer a call…');
  await hasKeys(baton);
});

test('a left click on the icon opens the popup', async ({ desktop, startBaton }) => {
  const baton = await startBaton();
  const popup = await baton.page('popup');
  const tray = await TrayItem.on(desktop);
  expect(await isOpen(baton)).toBe(false);
  await tray.activate();
  await hasKeys(baton);
  await expect(popup.getByRole('combobox', { name: 'Transfer to' })).toBeFocused();
});

for (const [entry, heading] of [
  ['Settings…', 'Account'],
  ['About Baton', 'About'],
] as const) {
  test(`"${entry}" opens the manager window on ${heading}`, async ({ desktop, startBaton }) => {
    const baton = await startBaton();
    const tray = await TrayItem.on(desktop);
    await tray.choose(entry);
    const manager = await baton.page('manager');
    await expect(manager.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expect.poll(() => baton.focusedWindow()).toBe('Baton settings');
  });
}

test('"History" opens the manager window on it, in its size, and the settings take theirs again', async ({
  desktop,
  startBaton,
}) => {
  const baton = await startBaton();
  const tray = await TrayItem.on(desktop);
  await tray.choose('History');
  const manager = await baton.page('manager');
  const content = () => manager.evaluate(() => [innerWidth, innerHeight]);
  const onScreen = async () => {
    const area = await workArea(desktop);
    const place = await focusedPlace(desktop);
    expect(place.x).toBeGreaterThanOrEqual(area.x);
    expect(place.y).toBeGreaterThanOrEqual(area.y);
    expect(place.x + place.width).toBeLessThanOrEqual(area.x + area.width);
    expect(place.y + place.height).toBeLessThanOrEqual(area.y + area.height);
  };
  await expect.poll(() => baton.focusedWindow()).toBe('Baton history');
  await expect.poll(content).toEqual([1120, 700]);

  await tray.choose('Settings…');
  await expect(manager.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
  await expect.poll(() => baton.focusedWindow()).toBe('Baton settings');
  await expect.poll(content).toEqual([760, 560]);

  // From the corner of the screen it has to move, too.
  await desktop.run('wmctrl', ['-r', 'Baton settings', '-e', '0,500,200,-1,-1']);
  await tray.choose('History');
  await expect.poll(() => baton.focusedWindow()).toBe('Baton history');
  await expect.poll(content).toEqual([1120, 700]);
  await expect(onScreen).toPass();
});

test('what is said and done in the history is followed by popup and tray', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  const tray = await TrayItem.on(desktop);
  const question = popup.getByRole('heading', { name: 'Are you still on the call?' });
  server.reply('drop');
  await transferTo(baton, popup, '+442079460958', 'unknown');

  await tray.choose('History');
  const manager = await baton.page('manager');
  await manager.evaluate(`{
    window.historyChanges = 0;
    window.baton.on('history:changed', () => { window.historyChanges += 1; });
  }`);
  const changes = () => manager.evaluate('window.historyChanges');
  const filter = { text: '', outcome: null, lineId: null, from: null, to: null };
  const attemptId = await manager.evaluate<string>(
    `window.baton.call('history:page', ${JSON.stringify({ filter, cursor: null, limit: 10 })})
      .then(({ value }) => value.rows[0].attempt.id)`,
  );
  await expect(question).toBeVisible();
  const said = await callBridge(manager, 'transfer:answer', { attemptId, word: 'still-on-call' });
  expect(said).toEqual({ ok: true, value: null });
  await expect(question).toBeHidden();
  await expect.poll(() => isOpen(baton)).toBe(false);
  await expect.poll(changes).toBe(1);
  expect(journalRows(baton.userData)).toMatchObject([
    { outcome: 'unknown', agent_word: 'still-on-call' },
  ]);

  const recents = async () => (await tray.menu())[1]?.entries.map((entry) => entry.label);
  expect(await recents()).toEqual(['+44 20 7946 0958 (Not confirmed)']);
  const cleared = await callBridge(manager, 'history:clear', null);
  expect(cleared).toEqual({ ok: true, value: { removed: 1 } });
  await expect.poll(recents).toEqual(['No transfers yet']);
  await expect.poll(changes).toBe(2);
  expect(journalRows(baton.userData)).toEqual([]);

  // An attempt that ends is told of as well.
  server.reply(accepted);
  await transferTo(baton, popup, '+442079460958', 'accepted');
  await expect.poll(changes).toBe(3);
});

test('"Edit lines…" opens the manager window on Lines', async ({ desktop, startBaton }) => {
  const baton = await startBaton();
  const tray = await TrayItem.on(desktop);
  await tray.choose('Line: Practice line', 'Edit lines…');
  const manager = await baton.page('manager');
  await expect(manager.getByRole('heading', { level: 1, name: 'Lines' })).toBeVisible();
});

test('a line chosen in the menu is the line of the popup', async ({
  desktop,
  startBaton,
  server,
}) => {
  const lines = [
    lineAt(server.url, 'support', 'Support line'),
    lineAt(server.url, 'sales', 'Sales line'),
  ];
  const baton = await startBaton({ config: realLine(server.url, { defaults: { lines } }) });
  const popup = await baton.page('popup');
  const tray = await TrayItem.on(desktop);
  await openPopup(baton);
  await expect(popup.getByRole('button', { name: /^Line: Support line/ })).toBeVisible();
  await tray.choose('Line: Support line', 'Sales line');
  await expect(popup.getByRole('button', { name: /^Line: Sales line/ })).toBeVisible();
  await expect
    .poll(async () => (await tray.menu())[2]?.entries.map((entry) => entry.checked))
    .toEqual([false, true, null]);

  await tray.choose('Practice line');
  await expect(popup.getByText('No real call is made')).toBeVisible();
  await expect
    .poll(async () => (await tray.menu()).find(({ label }) => label === 'Practice line')?.checked)
    .toBe(true);
  await expect.poll(() => shownIcon(desktop, tray)).toBe('practice on-light');
});

test('a recent fills the field and sends nothing', async ({ desktop, startBaton, server }) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  const tray = await TrayItem.on(desktop);
  await transferTo(baton, popup, '+442079460958', 'accepted');
  await leavePopup(baton);
  await expect
    .poll(async () => (await tray.menu())[1]?.entries.map((entry) => entry.label))
    .toEqual(['+44 20 7946 0958 (Accepted)']);

  await tray.choose('Recent', '+44 20 7946 0958');
  await hasKeys(baton);
  await expect(popup.getByRole('combobox', { name: 'Transfer to' })).toHaveValue(
    '+44 20 7946 0958',
  );
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
  expect(server.requests).toHaveLength(1);
  expect(journalRows(baton.userData)).toHaveLength(1);
});

test('"Quit Baton" ends it with code 0, and the item is gone', async ({ desktop, startBaton }) => {
  const baton = await startBaton();
  const tray = await TrayItem.on(desktop);
  await tray.choose('Quit Baton');
  expect(await baton.ended()).toBe(0);
  await expect.poll(() => registeredItems(desktop)).toEqual([]);
});

test('the icon follows the state: ready, in flight, attention until looked at', async ({
  desktop,
  startBaton,
  server,
}) => {
  server.reply('silence');
  const baton = await startBaton({ config: configFor(server.url) });
  const popup = await baton.page('popup');
  const tray = await TrayItem.on(desktop);
  const icon = () => shownIcon(desktop, tray);
  const tooltip = async () => (await tray.properties()).tooltip;
  await expect.poll(icon).toBe('ready on-light');
  expect(await tooltip()).toBe('Baton, ready, Support line');

  await openPopup(baton);
  await baton.type('+14155550134');
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
  await baton.keys('Return');
  await server.arrived(1);
  await expect.poll(icon).toBe('inflight on-light');
  expect(await tooltip()).toBe('Baton, transferring, Support line');

  // The agent goes elsewhere, and the attempt ends badly unseen.
  await tray.choose('Settings…');
  await expectClosed(baton);
  await baton.printed(/^baton: attempt unknown/m);
  await expect.poll(icon).toBe('attention on-light');
  expect(await tooltip()).toBe('Baton, needs your attention, Support line');

  await tray.activate();
  await expect(popup.getByRole('heading', { name: 'Are you still on the call?' })).toBeVisible();
  await expect.poll(icon).toBe('ready on-light');
});

test('a line without sign-in is shown as not ready', async ({ desktop, startBaton, server }) => {
  await startBaton({ config: realLine(server.url, { credentials: false }) });
  const tray = await TrayItem.on(desktop);
  await expect.poll(() => shownIcon(desktop, tray)).toBe('offline on-light');
  expect((await tray.properties()).tooltip).toBe('Baton, not ready, Support line');
});
