import { launcherPath } from '../support/baton';
import { expect, test } from '../support/fixtures';
import { closeManager, openManager, showPage } from '../support/manager-window';
import { holdShortcut } from '../support/other-program';
import { openOtherWindow } from '../support/other-window';
import { withFolder } from '../support/own-folder';
import { expectClosed, hasKeys, isOpen, openPopup } from '../support/popup-window';
import { realLine } from '../support/real-line';
import { accepted, jsonAnswer } from '../support/recording-server';
import { leavePopup, typeNumber } from '../support/transfer';
import { StartedProgram } from '../support/started-program';
import { shownIcon } from '../support/tray-icon';
import { TrayItem } from '../support/tray-item';

test('a shortcut that another program holds is refused, and the old one stays', async ({
  desktop,
  startBaton,
}) => {
  const holder = await holdShortcut(desktop, 'G');
  const baton = await startBaton();
  const manager = await openManager(baton, 'Shortcuts');
  await manager.getByRole('button', { name: 'Change…' }).click();
  const recorder = manager.getByLabel('Press the keys');
  await expect(recorder).toBeFocused();
  // A real press would reach only the program that holds it; the page is given one.
  await manager.keyboard.press('Control+Alt+KeyG');
  await expect(manager.getByText('Ctrl+Alt+G is taken', { exact: true })).toBeVisible();
  await expect(
    manager.getByText('Another program holds it. The old shortcut stays.', { exact: true }),
  ).toBeVisible();
  await expect(recorder).toBeFocused();
  await closeManager(baton, manager);

  await openPopup(baton);
  await leavePopup(baton);
  await baton.keys('ctrl+alt+g');
  await expect.poll(holder.presses).toBe(1);
  expect(await isOpen(baton)).toBe(false);
  await holder.end();
});

test('a shortcut that is taken at the start is reported, and the tray opens the popup', async ({
  desktop,
  startBaton,
}) => {
  const holder = await holdShortcut(desktop, 'B');
  const baton = await startBaton();
  expect(baton.output).toMatch(/^baton: ready shortcut=none$/m);
  const tray = await TrayItem.on(desktop);
  await expect.poll(() => shownIcon(desktop, tray)).toBe('attention on-light');
  expect((await tray.menu())[0]?.label).toBe('Transfer a call…');
  await baton.keys('ctrl+alt+b');
  await expect.poll(holder.presses).toBe(1);
  expect(await isOpen(baton)).toBe(false);
  await tray.choose('Transfer a call…');
  await hasKeys(baton);

  await tray.choose('Settings…');
  const manager = await baton.page('manager');
  const messages = manager.getByRole('list', { name: 'Messages' });
  await expect(messages.getByText('Ctrl+Alt+B is taken')).toBeVisible();
  await expect(messages.getByText('Baton opens from its tray icon.')).toBeVisible();
  await expect.poll(() => baton.focusedWindow()).toBe('Baton settings');
  await showPage(manager, 'Shortcuts');
  await expect(manager.getByText('Not active: the system did not grant it.')).toBeVisible();

  // Another one mends it.
  await manager.getByRole('button', { name: 'Change…' }).click();
  await expect(manager.getByLabel('Press the keys')).toBeFocused();
  await baton.keys('ctrl+alt+k');
  await expect(messages).toBeHidden();
  await expect(manager.getByText('Not active: the system did not grant it.')).toBeHidden();
  await expect.poll(() => shownIcon(desktop, tray)).toBe('practice on-light');
  await closeManager(baton, manager);
  await baton.pressShortcut('ctrl+alt+k');
  await holder.end();
});

test('a new shortcut works at once, the old one is free again, and a restart keeps it', async ({
  desktop,
  startBaton,
}) => {
  await withFolder(async (userData) => {
    const baton = await startBaton({ userData });
    const tray = await TrayItem.on(desktop);
    const manager = await openManager(baton, 'Shortcuts');
    await manager.getByRole('button', { name: 'Change…' }).click();
    await expect(manager.getByLabel('Press the keys')).toBeFocused();
    await baton.keys('ctrl+alt+k');
    await expect(manager.getByRole('button', { name: 'Change…' })).toBeFocused();
    await expect(manager.getByText('Ctrl+Alt+K opens Baton now.')).toBeAttached();
    expect((await tray.menu())[0]?.label).toBe('Transfer a call… (Ctrl+Alt+K)');
    await closeManager(baton, manager);

    const other = await openOtherWindow(desktop);
    await baton.keys('ctrl+alt+b');
    await expect.poll(other.keys).toContain('b');
    expect(await isOpen(baton)).toBe(false);
    await baton.pressShortcut('ctrl+alt+k');
    await hasKeys(baton);
    await other.close();
    await baton.close();

    const again = await startBaton({ userData });
    expect(again.output).toMatch(/^baton: ready shortcut=Control\+Alt\+K$/m);
    await again.pressShortcut('ctrl+alt+k');
    await hasKeys(again);
  });
});

test('pressed before the page is there, the popup opens with it', async ({ desktop }) => {
  await withFolder(async (folder) => {
    const args = [`--user-data-dir=${folder}`, '--practice', '--hidden'];
    const focused = async () =>
      (await desktop.run('xdotool', ['getwindowfocus', 'getwindowname'])).stdout.trim();
    const baton = new StartedProgram(desktop, launcherPath(), args);
    try {
      await baton.until(/^baton: armed/mu);
      await desktop.run('xdotool', ['key', 'ctrl+alt+b']);
      await baton.until(/^baton: popup shown/mu);
      await expect.poll(focused).toBe('Baton');
      await desktop.run('xdotool', ['key', 'Escape']);
      // The page takes keys: Esc closes it.
      await expect.poll(focused).not.toBe('Baton');
    } finally {
      await baton.end();
    }
  });
});

test('pressed again, it closes the popup in its list states', async ({ startBaton }) => {
  const baton = await startBaton();
  const popup = await baton.page('popup');
  await openPopup(baton);
  await baton.keys('ctrl+alt+b');
  await expectClosed(baton);

  await typeNumber(baton, popup, '+442079460958');
  await baton.keys('ctrl+alt+b');
  await expectClosed(baton);
});

test('pressed again, it only gives the focus back while sending and on every result', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  const other = await openOtherWindow(desktop);
  const screen = (name: string) => popup.getByRole('heading', { name });
  const pressedElsewhere = async () => {
    await other.focus();
    await baton.keys('ctrl+alt+b');
    await hasKeys(baton);
  };

  server.reply('silence');
  await typeNumber(baton, popup, '+14155550134');
  await baton.keys('Return');
  await server.arrived(1);
  const sending = screen('Transferring to');
  await expect(sending).toBeVisible();
  await pressedElsewhere();
  await expect(sending).toBeVisible();
  await baton.keys('ctrl+alt+b');
  server.answerLate(accepted);
  await expect(screen('Plivo accepted the transfer')).toBeVisible();
  expect(await isOpen(baton)).toBe(true);
  await pressedElsewhere();
  await expect(screen('Plivo accepted the transfer')).toBeVisible();
  await leavePopup(baton);

  for (const [reply, name] of [
    [jsonAnswer('403 Forbidden', { error: 'PHLO not enabled' }), 'Plivo refused the transfer'],
    ['drop', 'Are you still on the call?'],
  ] as const) {
    server.reply(reply);
    await typeNumber(baton, popup, '+14155550135');
    await baton.keys('Return');
    await expect(screen(name)).toBeVisible();
    await pressedElsewhere();
    expect(await isOpen(baton)).toBe(true);
    await expect(screen(name)).toBeVisible();
    await leavePopup(baton);
  }
  expect(server.requests).toHaveLength(3);
  await other.close();
});
