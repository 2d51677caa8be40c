import { expect, type Page } from '@playwright/test';

import type { Baton } from './baton';

const dialog = 'Import a directory';

/** Chooses a file to import in the system's own dialog, by real keys. */
export async function chooseFile(baton: Baton, manager: Page, file: string): Promise<void> {
  await manager.getByRole('button', { name: 'Import a file…' }).click();
  await expect.poll(() => baton.focusedWindow()).toBe(dialog);
  // The dialog has the focus some time before it takes keys.
  await expect(async () => {
    if ((await baton.focusedWindow()) === dialog) {
      await baton.keys('ctrl+l', 'ctrl+a');
      await baton.type(file);
      await baton.keys('Return');
    }
    await expect.poll(() => baton.focusedWindow(), { timeout: 2000 }).toBe('Baton settings');
  }).toPass();
}
