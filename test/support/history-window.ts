import { expect, type Page } from '@playwright/test';

import type { Baton, BatonOptions } from './baton';
import { writeJournal, type PastTransfer } from './history-journal';
import { withFolder } from './own-folder';
import { TrayItem } from './tray-item';

/** Runs with a Baton that finds these transfers in its journal, the oldest first. */
export async function withHistory(
  startBaton: (options: BatonOptions) => Promise<Baton>,
  transfers: Iterable<PastTransfer>,
  options: BatonOptions,
  use: (baton: Baton) => Promise<void>,
): Promise<void> {
  await withFolder(async (userData) => {
    writeJournal(userData, transfers);
    const baton = await startBaton({ ...options, userData });
    try {
      await use(baton);
    } finally {
      // Before its folder goes.
      await baton.close();
    }
  });
}

/** Opens the history as a person does, from the tray, and waits until its rows are there. */
export async function openHistoryWindow(baton: Baton): Promise<Page> {
  const tray = await TrayItem.on(baton.desktop);
  await tray.choose('History');
  const manager = await baton.page('manager');
  // Chromium says that its window has the focus as soon as it has asked for it.
  const withKeys = async () => {
    const { stdout } = await baton.desktop.run('xdotool', ['getwindowfocus', 'getwindowname']);
    return stdout.trim();
  };
  await expect.poll(withKeys).toBe('Baton history');
  await expect(manager.getByRole('group', { name: 'Summary' })).toContainText(/\d attempt/);
  return manager;
}

/** The table, and what a row of it says. */
export const gridOf = (manager: Page) => manager.getByRole('grid', { name: 'Transfers' });
export const rowsOf = (manager: Page) => gridOf(manager).locator('.log__row');
export const activeRow = (manager: Page) => gridOf(manager).getByRole('row', { selected: true });
export const drawerOf = (manager: Page) =>
  manager.getByRole('complementary', { name: 'Transfer details' });

/** How many rows the table says that it has, the one of the names left out. */
export async function totalOf(manager: Page): Promise<number> {
  return Number(await gridOf(manager).getAttribute('aria-rowcount')) - 1;
}

/** Chooses an entry of one of the two menus, by the menu's name. */
export async function choose(manager: Page, menu: 'Day' | 'Line', entry: string): Promise<void> {
  await manager.getByRole('button', { name: new RegExp(`${menu}$`, 'u') }).click();
  await manager.getByRole('option', { name: entry, exact: true }).click();
  await expect(manager.getByRole('listbox')).toHaveCount(0);
}

/** Follows what is announced in the window; the returned function gives all of it, in order. */
export async function announcementsOf(manager: Page): Promise<() => Promise<string[]>> {
  const said = await manager.evaluateHandle(() => {
    const words: string[] = [];
    const region = document.querySelector('[role=status]');
    if (region === null) throw new Error('There is no region for announcements');
    new MutationObserver(() => words.push(region.textContent ?? '')).observe(region, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    return words;
  });
  return async () => await said.jsonValue();
}
