import type { Page } from '@playwright/test';

import { launcherPath, type Baton } from '../support/baton';
import { expect, test } from '../support/fixtures';
import { journalEndings } from '../support/journal-rows';
import { openOtherWindow } from '../support/other-window';
import { withFolder } from '../support/own-folder';
import {
  clockPasses,
  expectClosed,
  hasKeys,
  isOpen,
  openPopup,
  takesDecisions,
} from '../support/popup-window';
import { lineAt, realLine } from '../support/real-line';
import { followAnnouncements } from '../support/spoken';
import { startSystemBus } from '../support/system-bus';
import { TrayItem } from '../support/tray-item';

const address = '+14155550134';
const held = (url: string, seconds: number) =>
  realLine(url, { defaults: { holdBackSeconds: seconds } });
const countdown = (popup: Page) =>
  popup.getByRole('heading', { name: /^Transferring to Maria Alvarez in/ });
const lastEnding = (userData: string) => journalEndings(userData).at(-1);

/** Starts a transfer to the first favourite and waits until it is held. */
async function hold(baton: Baton, popup: Page): Promise<void> {
  await openPopup(baton);
  await baton.keys('alt+1');
  await expect(countdown(popup)).toBeVisible();
}

test('the hold-back sends nothing before its end, says so once, and then sends once', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: held(server.url, 2) });
  const popup = await baton.page('popup');
  const spoken = await followAnnouncements(popup);
  await hold(baton, popup);
  await expect(popup.getByText('With you')).toBeVisible();
  expect(server.requests).toHaveLength(0);
  await server.arrived(1);
  await expect(popup.getByRole('heading', { name: 'Plivo accepted the transfer' })).toBeVisible();
  expect(server.requests).toHaveLength(1);
  const said = (await spoken()).filter((text) => /in \d+ seconds?/.test(text));
  expect(said).toEqual(['Transferring to Maria Alvarez in 2 seconds. Press Escape to undo.']);
});

test('Esc takes it back: no request, the text is kept, the history has it as cancelled', async ({
  startBaton,
  server,
}) => {
  await withFolder(async (userData) => {
    const baton = await startBaton({ userData, config: held(server.url, 10) });
    const popup = await baton.page('popup');
    await openPopup(baton);
    await baton.type('4155550134');
    await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
    await baton.keys('Return');
    await expect(countdown(popup)).toBeVisible();
    await baton.keys('Escape');
    await expect(popup.getByRole('combobox')).toHaveValue('(415) 555-0134');
    expect(await isOpen(baton)).toBe(true);
    expect(lastEnding(userData)).toMatchObject({
      address,
      outcome: 'cancelled',
      reason_code: 'undone',
    });
    expect(server.requests).toHaveLength(0);
  });
});

test('Enter sends now, and a bouncing Enter does not', async ({ desktop, startBaton, server }) => {
  const baton = await startBaton({ config: held(server.url, 10) });
  const popup = await baton.page('popup');
  await openPopup(baton);
  await baton.type('4155550134');
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
  await desktop.run('xdotool', ['key', '--repeat', '50', '--delay', '2', 'Return']);
  await expect(countdown(popup)).toBeVisible();
  expect(server.requests).toHaveLength(0);
  await takesDecisions(popup);
  await baton.keys('Return');
  await expect(popup.getByRole('heading', { name: 'Plivo accepted the transfer' })).toBeVisible();
  expect(server.requests).toHaveLength(1);
});

test('fifty Enters in a hundred milliseconds and a window that calls as well are one POST', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: held(server.url, 1) });
  const popup = await baton.page('popup');
  await openPopup(baton);
  await baton.type('4155550134');
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
  await Promise.all([
    desktop.run('xdotool', ['key', '--repeat', '50', '--delay', '2', 'Return']),
    popup.evaluate(async (to) => {
      const start = { address: to, role: 'agent', lineId: 'support' } as const;
      await Promise.all(
        Array.from({ length: 20 }, () => window.baton.call('transfer:start', start)),
      );
    }, address),
  ]);
  await expect(popup.getByRole('heading', { name: 'Plivo accepted the transfer' })).toBeVisible();
  await clockPasses(popup, 1500);
  expect(server.requests).toHaveLength(1);
});

test('a locked screen, another line and quitting take it back', async ({
  desktop,
  startBaton,
  server,
}) => {
  await withFolder(async (userData) => {
    const config = realLine(server.url, {
      defaults: {
        holdBackSeconds: 10,
        lines: [
          lineAt(server.url, 'support', 'Support line'),
          lineAt(server.url, 'sales', 'Sales line'),
        ],
      },
    });
    const baton = await startBaton({ userData, config });
    const popup = await baton.page('popup');
    await hold(baton, popup);
    await desktop.run('gdbus', [
      'emit',
      '--session',
      '--object-path',
      '/org/freedesktop/ScreenSaver',
      '--signal',
      'org.freedesktop.ScreenSaver.ActiveChanged',
      'true',
    ]);
    await expect
      .poll(() => lastEnding(userData))
      .toMatchObject({ outcome: 'cancelled', reason_code: 'locked' });
    await expect(popup.getByRole('combobox')).toBeVisible();

    await baton.keys('alt+1');
    await expect(countdown(popup)).toBeVisible();
    await (await TrayItem.on(desktop)).choose('Line: Support line', 'Sales line');
    await expect
      .poll(() => lastEnding(userData))
      .toMatchObject({ outcome: 'cancelled', reason_code: 'line-switched' });

    // A second start that names a line changes it too.
    await expect(popup.getByRole('combobox')).toBeVisible();
    await baton.keys('alt+1');
    await expect(countdown(popup)).toBeVisible();
    const before = journalEndings(userData).length;
    await desktop.run(launcherPath(), [`--user-data-dir=${userData}`, '--line=support']);
    await expect.poll(() => journalEndings(userData).length).toBe(before + 1);
    expect(lastEnding(userData)).toMatchObject({
      outcome: 'cancelled',
      reason_code: 'line-switched',
    });

    await expect(popup.getByRole('combobox')).toBeVisible();
    await baton.keys('alt+1');
    await expect(countdown(popup)).toBeVisible();
    baton.signal('SIGTERM');
    expect(await baton.ended()).toBe(0);
    expect(lastEnding(userData)).toMatchObject({ outcome: 'cancelled', reason_code: 'quit' });
    expect(server.requests).toHaveLength(0);
  });
});

test('a computer that goes to sleep takes it back', async ({ desktop, startBaton, server }) => {
  const bus = await startSystemBus(desktop);
  await withFolder(async (userData) => {
    const baton = await startBaton({
      userData,
      config: held(server.url, 10),
      env: { DBUS_SYSTEM_BUS_ADDRESS: bus.address },
    });
    const popup = await baton.page('popup');
    await hold(baton, popup);
    await bus.emit(
      '/org/freedesktop/login1',
      'org.freedesktop.login1.Manager.PrepareForSleep',
      'boolean:true',
    );
    await expect
      .poll(() => lastEnding(userData))
      .toMatchObject({ outcome: 'cancelled', reason_code: 'suspended' });
    expect(server.requests).toHaveLength(0);
  });
});

test('it stays open when the focus goes elsewhere, and the shortcut only brings it back', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: held(server.url, 10) });
  const popup = await baton.page('popup');
  await hold(baton, popup);
  const other = await openOtherWindow(desktop);
  await expect(countdown(popup)).toBeVisible();
  expect(await isOpen(baton)).toBe(true);
  await baton.keys('ctrl+alt+b');
  await hasKeys(baton);
  await expect(countdown(popup)).toBeVisible();
  await baton.keys('Escape');
  await expect(popup.getByRole('combobox')).toBeVisible();
  await baton.keys('Escape');
  await expectClosed(baton);
  expect(server.requests).toHaveLength(0);
  await other.close();
});
