import { expect, type Page } from '@playwright/test';

import type { Baton } from './baton';
import { expectClosed, hasKeys } from './popup-window';

/** Opens the popup and types a number by real keys; Enter is the test's. */
export async function typeNumber(
  baton: Baton,
  popup: Page,
  number: string,
  shortcut?: string,
): Promise<void> {
  await baton.pressShortcut(shortcut);
  await hasKeys(baton);
  await expect(popup.getByRole('combobox', { name: 'Transfer to' })).toBeFocused();
  // A text that was not sent is still there.
  await baton.keys('ctrl+a');
  await baton.type(number);
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
}

const headings = {
  accepted: 'Plivo accepted the transfer',
  refused: 'Plivo refused the transfer',
  'not-sent': 'Not sent. The caller is still with you.',
  unknown: 'Are you still on the call?',
} as const;

/** A whole attempt by real keys, until the popup says how it ended. */
export async function transferTo(
  baton: Baton,
  popup: Page,
  number: string,
  outcome: keyof typeof headings,
  shortcut?: string,
): Promise<void> {
  await typeNumber(baton, popup, number, shortcut);
  await baton.keys('Return');
  await expect(popup.getByRole('heading', { name: headings[outcome] })).toBeVisible();
}

/** Leaves the popup with Esc and waits until it is hidden. */
export async function leavePopup(baton: Baton): Promise<void> {
  await baton.keys('Escape');
  await expectClosed(baton);
}
