import { expect, type Locator, type Page } from '@playwright/test';

import type { Baton } from './baton';
import { copyElsewhere } from './clipboard';

const openName = 'Import from Postman, curl or .env…';

/** The dialog in which a text is read, opened by its button on the page that is shown. */
export async function openImport(manager: Page): Promise<Locator> {
  await manager.getByRole('button', { name: openName, exact: true }).click();
  const dialog = manager.getByRole('dialog', { name: openName.replace('…', '') });
  await expect(dialog.getByLabel('Text to read')).toBeFocused();
  return dialog;
}

/** Copies a text in another program, pastes it by real keys, and has it read. */
export async function pasteAndRead(baton: Baton, manager: Page, text: string): Promise<void> {
  await copyElsewhere(baton.desktop, text);
  const field = manager.getByLabel('Text to read');
  await field.focus();
  await baton.keys('ctrl+a', 'ctrl+v');
  await expect(field).toHaveValue(text);
  await manager.getByRole('button', { name: 'Read', exact: true }).click();
}

/** What was found, as it is shown before it is saved. */
export const foundDialog = (manager: Page): Locator =>
  manager.getByRole('dialog', { name: 'Found', exact: true });
