import { expect, type Locator, type Page } from '@playwright/test';

import type { CheckId, CheckState } from '../../electron/contract/doctor';
import type { Baton } from './baton';
import { openManager } from './manager-window';

const title = 'Baton check-up';

/** Opens the check-up as a person does, from About, which begins it. */
export async function openCheckUp(baton: Baton): Promise<Page> {
  const manager = await openManager(baton, 'About');
  await manager.getByRole('button', { name: 'Run a check-up' }).click();
  await expect(manager.getByRole('heading', { level: 1, name: 'Check-up' })).toBeFocused();
  await expect.poll(() => baton.focusedWindow()).toBe(title);
  return manager;
}

/** The row of a check. */
export const checkOf = (manager: Page, id: CheckId): Locator =>
  manager.locator(`[data-check="${id}"]`);

/** Waits until a check has come to a state, and gives its row. */
export async function expectCheck(
  manager: Page,
  id: CheckId,
  state: CheckState | 'asking',
): Promise<Locator> {
  const row = checkOf(manager, id);
  await expect(row).toHaveAttribute('data-state', state, { timeout: 20_000 });
  return row;
}

/** Waits for the end of the check-up: the button that stops it has given way. */
export async function expectEnd(manager: Page): Promise<void> {
  await expect(manager.getByRole('button', { name: 'Run again' })).toBeVisible({ timeout: 30_000 });
}
