import type { Page } from '@playwright/test';

import type { Baton } from '../support/baton';
import { expect, test } from '../support/fixtures';
import { configFor } from '../support/line';
import { closeManager, openManager } from '../support/manager-window';
import { withFolder } from '../support/own-folder';
import { hasKeys, isOpen, takesDecisions } from '../support/popup-window';
import { welcomeNoted } from '../support/settings-file';

const title = 'Welcome to Baton';

async function welcomeOf(baton: Baton): Promise<Page> {
  const manager = await baton.page('manager');
  await expect.poll(() => baton.focusedWindow()).toBe(title);
  return manager;
}

const windows = (baton: Baton) =>
  baton.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter((window) => window.isVisible())
      .map((window) => window.getTitle()),
  );

test('the first start shows the shortcut, one practice transfer, and the way to Plivo; never again by itself', async ({
  startBaton,
}) => {
  await withFolder(async (userData) => {
    const baton = await startBaton({ userData, firstStart: true });
    const welcome = await welcomeOf(baton);
    await expect(
      welcome.getByRole('heading', { level: 1, name: 'Hand a live call to the right person' }),
    ).toBeVisible();
    await expect(welcome.getByRole('main')).toContainText('During a call press Ctrl+Alt+B');
    expect(await welcome.evaluate(() => [window.innerWidth, window.innerHeight])).toEqual([
      720, 504,
    ]);
    await expect.poll(() => welcomeNoted(baton)).toBe(true);

    // "Try it" has the focus: Enter opens the popup on the practice line.
    await expect(
      welcome.getByRole('button', { name: 'Try it on the practice line' }),
    ).toBeFocused();
    await baton.keys('Return');
    const popup = await baton.page('popup');
    await hasKeys(baton);
    await expect(popup.getByRole('note')).toContainText('Practice line');
    await baton.type('4155550134');
    await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
    await baton.keys('Return');
    await takesDecisions(popup);
    await baton.keys('Return');
    await baton.printed(/^baton: attempt accepted$/m);

    // Behind the popup it says so, and leads on.
    await expect(
      welcome.getByRole('heading', { level: 1, name: 'The practice line accepted it' }),
    ).toBeVisible();
    const connect = welcome.getByRole('button', { name: 'Connect Plivo' });
    await connect.click();
    await expect(welcome.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
    await expect.poll(() => baton.focusedWindow()).toBe('Baton settings');
    await expect(welcome.getByRole('tab', { name: 'Account' })).toBeFocused();
    await closeManager(baton, welcome);
    baton.signal('SIGTERM');
    expect(await baton.ended()).toBe(0);

    const again = await startBaton({ userData, firstStart: true });
    expect(await windows(again)).toEqual([]);
  });
});

test('it leads to Connect Plivo and to the shortcut without a try', async ({ startBaton }) => {
  const baton = await startBaton({ firstStart: true });
  const welcome = await welcomeOf(baton);
  // The window has the focus before the page in it has placed it.
  await expect(welcome.getByRole('button', { name: 'Try it on the practice line' })).toBeFocused();
  await baton.keys('Tab');
  await expect(welcome.getByRole('button', { name: 'Connect Plivo' })).toBeFocused();
  await baton.keys('Tab');
  await expect(welcome.getByRole('button', { name: 'Change the shortcut' })).toBeFocused();
  await baton.keys('Return');
  await expect(welcome.getByRole('heading', { level: 1, name: 'Shortcuts' })).toBeVisible();
});

test('About shows it again', async ({ startBaton }) => {
  const baton = await startBaton();
  const manager = await openManager(baton, 'About');
  await manager.getByRole('button', { name: 'Show the welcome again' }).click();
  await expect.poll(() => baton.focusedWindow()).toBe(title);
  await expect(manager.getByRole('button', { name: 'Try it on the practice line' })).toBeFocused();
});

test('with --popup, --hidden or a line of the administrator it is not shown, and stays due', async ({
  startBaton,
  server,
}) => {
  const starts = [
    { args: ['--hidden'] },
    { args: ['--popup'] },
    { args: ['--practice'] },
    { config: configFor(server.url) },
  ];
  for (const options of starts) {
    await withFolder(async (userData) => {
      const baton = await startBaton({ ...options, userData, firstStart: true });
      expect((await windows(baton)).filter((name) => name === title)).toEqual([]);
      expect(await isOpen(baton)).toBe(options.args?.includes('--popup') === true);
      baton.signal('SIGTERM');
      expect(await baton.ended()).toBe(0);
    });
  }
});
