import type { Baton } from '../support/baton';
import { expect, test } from '../support/fixtures';
import { openManager } from '../support/manager-window';

async function crash(baton: Baton): Promise<void> {
  await baton.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((window) => window.webContents.getURL().startsWith('app://baton/manager/'))
      ?.webContents.forcefullyCrashRenderer();
  });
}

test('a page whose process is gone opens again where it was opened', async ({ startBaton }) => {
  const baton = await startBaton();
  await openManager(baton);
  const next = baton.app.waitForEvent('window');
  await crash(baton);
  const again = await next;
  await expect(again.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
  await expect.poll(() => baton.focusedWindow()).toBe('Baton settings');
  expect(baton.read('logs', 'baton.log')).toContain("the manager window's process is gone");
});
