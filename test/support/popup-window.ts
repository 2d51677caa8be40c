import { expect, type Page } from '@playwright/test';

import { guardMs } from '../../renderer/popup/keyboard';
import type { Baton } from './baton';

/** Whether the popup's window is on screen. */
export async function isOpen(baton: Baton): Promise<boolean> {
  return await baton.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some(
      (window) =>
        window.webContents.getURL().startsWith('app://baton/popup/') && window.isVisible(),
    ),
  );
}

/** Whether Chromium has been told that the popup's window has the focus. */
export async function isFocused(baton: Baton): Promise<boolean> {
  return await baton.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some(
      (window) =>
        window.webContents.getURL().startsWith('app://baton/popup/') && window.isFocused(),
    ),
  );
}

/** Presses the shortcut and waits until keys go to the popup. */
export async function openPopup(baton: Baton): Promise<void> {
  await baton.pressShortcut();
  await hasKeys(baton);
}

/**
 * Name of the window that the X server sends keys to. Chromium says that its window has the focus
 * as soon as it has asked for it, so the X server is asked.
 */
async function windowWithKeys(baton: Baton): Promise<string> {
  const { stdout } = await baton.desktop.run('xdotool', ['getwindowfocus', 'getwindowname']);
  return stdout.trim();
}

/** Resolves when keys go to the popup. */
export async function hasKeys(baton: Baton): Promise<void> {
  await expect.poll(() => windowWithKeys(baton)).toBe('Baton');
}

/** Resolves when the popup is hidden and the window manager has taken note of it. */
export async function expectClosed(baton: Baton): Promise<void> {
  await expect.poll(() => isOpen(baton)).toBe(false);
  await expect.poll(() => windowWithKeys(baton)).not.toBe('Baton');
}

/** Resolves when the page's own clock has gone on by so many milliseconds. */
export async function clockPasses(popup: Page, ms: number): Promise<void> {
  const from = await popup.evaluate(() => performance.now());
  await popup.waitForFunction((until: number) => performance.now() >= until, from + ms);
}

/** Resolves when a screen that is shown already takes decisions: it takes none at first. */
export async function takesDecisions(popup: Page): Promise<void> {
  await clockPasses(popup, guardMs);
}
