import { expect, type Page } from '@playwright/test';

import type { Baton } from './baton';

/** A dialog of the system by its title, and the keys that choose a file in it. */
export async function answerDialog(
  baton: Baton,
  dialog: string,
  choose: () => Promise<void>,
): Promise<void> {
  await expect.poll(() => baton.focusedWindow()).toBe(dialog);
  // The dialog has the focus some time before it takes keys.
  await expect(async () => {
    if ((await baton.focusedWindow()) === dialog) await choose();
    await expect.poll(() => baton.focusedWindow(), { timeout: 2000 }).toBe('Baton settings');
  }).toPass();
}

/** Types the path of a file and takes it. */
export async function typePath(baton: Baton, file: string): Promise<void> {
  await baton.keys('ctrl+l', 'ctrl+a');
  await baton.type(file);
  await baton.keys('Return');
}

/** Chooses a file to import in the system's own dialog, by real keys. */
export async function chooseFile(baton: Baton, manager: Page, file: string): Promise<void> {
  await manager.getByRole('button', { name: 'Import a file…' }).click();
  await answerDialog(baton, 'Import a directory', () => typePath(baton, file));
}
