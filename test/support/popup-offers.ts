import { copyElsewhere } from './clipboard';
import { expect } from './fixtures';
import { expectClosed, openPopup } from './popup-window';
import type { PopupWalk } from './popup-walk';
import { retype } from './retype';

/** Settings that the walk needs beside those of a real line. */
export const offerDefaults = {
  clipboardOffer: true,
  // Long enough to be looked at; the walk takes it back.
  holdBackSeconds: 10,
  destinations: { allow: [], deny: ['+1900*'], directoryOnly: false },
} as const;

/**
 * What the popup says of an address before Enter, and the ways to one: the clipboard's offer, what
 * is read back, warnings, refusals, the keys, and a customer in the hold-back.
 */
export async function walkOffers({ baton, popup, say, look }: PopupWalk): Promise<void> {
  const seen = (text: string) => expect(popup.getByText(text, { exact: true })).toBeVisible();
  const selected = popup.getByRole('option', { selected: true });
  await copyElsewhere(baton.desktop, '+1 415 222 5555');
  await openPopup(baton);
  await seen(say('popup.list.fromClipboard'));
  await look('clipboard');
  await baton.keys('alt+0');
  await expect(selected).toHaveCount(1);
  await look('clipboard-selected');
  await copyElsewhere(baton.desktop, '');

  await baton.keys('Down', 'Down', 'Down');
  await popup.locator('.readback__switch').click();
  await expect(popup.locator('.readback .role--agent')).toBeVisible();
  await popup.locator('.readback__switch').click();
  await expect(popup.locator('.readback .role--customer')).toBeVisible();
  await look('selected-customer');
  await baton.keys('Tab');
  await expect(popup.getByRole('radiogroup')).toBeVisible();
  await look('role-bar-customer');
  await baton.keys('Return');
  await expect(popup.locator('.state .role--customer')).toBeVisible();
  await look('held-customer');
  await baton.keys('Escape');
  await expect(popup.locator('.aside')).toBeVisible();
  await look('taken-back');

  await baton.keys('F1');
  await expect(popup.getByRole('heading', { name: say('popup.help.title') })).toBeVisible();
  await look('keys');
  await baton.keys('Escape');
  await expect(popup.getByRole('combobox')).toBeFocused();

  await retype(baton, '+14155550135');
  await seen(say('popup.list.nearly', { name: 'Maria Alvarez' }));
  await look('nearly');
  await baton.keys('Down');
  await expect(selected).toHaveAccessibleName(/Maria Alvarez/u);
  await look('look-alike-selected');

  await retype(baton, '+14155550100');
  await seen(say('popup.field.ownNumber'));
  await look('own-number');
  await retype(baton, '+19005550123');
  await seen(say('popup.field.notAllowed'));
  await look('denied');
  await retype(baton, 'please call Priya on (628) 555-0119 now');
  await seen(say('popup.list.foundInText'));
  await look('within-text');
  await baton.keys('ctrl+a', 'BackSpace', 'Escape');
  await expectClosed(baton);
}
