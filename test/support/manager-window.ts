import { expect, type Page } from '@playwright/test';

import type { Baton } from './baton';
import { openPopup } from './popup-window';

const title = 'Baton settings';

/** Pages of the settings, in the order of their tabs. */
export const pageNames = [
  'Account',
  'Lines',
  'Directory',
  'Shortcuts',
  'Behaviour',
  'Privacy',
  'About',
] as const;
type PageName = (typeof pageNames)[number];

/** Opens the manager window as a person does, by the popup's own key, and waits for its focus. */
export async function openManager(baton: Baton, name: PageName = 'Account'): Promise<Page> {
  await openPopup(baton);
  await baton.keys('ctrl+comma');
  const manager = await baton.page('manager');
  await expect.poll(() => baton.focusedWindow()).toBe(title);
  await showPage(manager, name);
  return manager;
}

export async function showPage(manager: Page, name: PageName): Promise<void> {
  await manager.getByRole('tab', { name }).click();
  await expect(manager.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Closes it as its close button does, and waits until it is gone. */
export async function closeManager(baton: Baton, manager: Page): Promise<void> {
  const closed = manager.waitForEvent('close');
  await baton.desktop.run('wmctrl', ['-c', title]);
  await closed;
}

/** Puts a text into a field by real keys. */
export async function typeInto(
  baton: Baton,
  manager: Page,
  label: string,
  text: string,
): Promise<void> {
  const field = manager.getByLabel(label, { exact: true });
  await field.focus();
  await baton.keys('ctrl+a');
  await baton.type(text);
  await expect(field).toHaveValue(text);
}
