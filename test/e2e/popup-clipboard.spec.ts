import type { Page } from '@playwright/test';

import { copyElsewhere, pasteElsewhere } from '../support/clipboard';
import { expect, test } from '../support/fixtures';
import { looker } from '../support/look';
import { expectClosed, openPopup } from '../support/popup-window';
import { realLine } from '../support/real-line';
import { retype } from '../support/retype';

const offering = { clipboardOffer: true };
const bodyOf = (request: string) => request.slice(request.indexOf('\r\n\r\n') + 4);
const rows = (popup: Page) =>
  popup.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
const offer = (popup: Page) => popup.getByRole('option', { name: /from clipboard/ });

test.afterEach(async ({ desktop }) => {
  await copyElsewhere(desktop, '');
});

for (const theme of ['light', 'dark'] as const) {
  test(`a number that was copied is the first row, in ${theme}: Alt+0 selects it, Enter transfers`, async ({
    desktop,
    startBaton,
    server,
  }) => {
    const baton = await startBaton({
      config: realLine(server.url, { enforced: { theme }, defaults: offering }),
    });
    const popup = await baton.page('popup');
    const look = looker(desktop, popup, theme);
    const field = popup.getByRole('combobox', { name: 'Transfer to' });
    await copyElsewhere(desktop, 'tel:+1-415-222-5555');
    await openPopup(baton);
    await expect(rows(popup).first()).toHaveAccessibleName(
      '+1 415 222 5555, from clipboard. Alt 0',
    );
    await expect(field).toHaveValue('');
    await expect(popup.getByRole('option', { selected: true })).toHaveCount(0);
    await look('clipboard');

    await baton.keys('alt+0');
    await expect(offer(popup)).toHaveAttribute('aria-selected', 'true');
    await expect(popup.getByRole('button', { name: 'Transfer' })).toHaveAccessibleDescription(
      '+1 415 222 5555, United States. Joins as agent, on Support line.',
    );
    await look('clipboard-selected');
    expect(server.requests).toEqual([]);
    await baton.keys('Return');
    expect(bodyOf(await server.arrived(1))).toContain('"to":"+14152225555"');
    expect(await pasteElsewhere(desktop)).toBe('tel:+1-415-222-5555');
  });
}

test('it is looked at anew with every opening, and stands in no other list', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: realLine(server.url, { defaults: offering }) });
  const popup = await baton.page('popup');
  await copyElsewhere(desktop, '+44 20 7946 0911');
  await openPopup(baton);
  await expect(offer(popup)).toHaveCount(1);

  // Copied while the popup is open: offered the next time.
  await copyElsewhere(desktop, '(415) 555-0134');
  await retype(baton, 'ma');
  await expect(popup.getByRole('option', { selected: true })).toBeVisible();
  await expect(offer(popup)).toHaveCount(0);
  await baton.keys('alt+0');
  await expect(popup.getByRole('option', { selected: true })).toHaveAccessibleName(/^Mar/);
  await baton.keys('ctrl+a', 'BackSpace');
  await expect(offer(popup)).toHaveAccessibleName(/^\+44 20 7946 0911/);
  await baton.keys('Escape');
  await expectClosed(baton);
  // Forgotten with the closing.
  await expect(offer(popup)).toHaveCount(0);

  await openPopup(baton);
  await expect(offer(popup)).toHaveAccessibleName(
    'Maria Alvarez, Billing, +1 415 555 0134, from clipboard. Alt 0',
  );
  await baton.keys('Escape');
  await expectClosed(baton);

  // In a sentence it is found as well.
  await copyElsewhere(desktop, 'please call Priya on +1 628 555 0119, thanks');
  await openPopup(baton);
  await expect(offer(popup)).toHaveAccessibleName(/^Priya Raman, Sales, \+1 628 555 0119/);
  await baton.keys('Escape');
  await expectClosed(baton);

  // The line's own number, an e-mail address, no number, two of them.
  for (const text of [
    '+1 415 555 0100',
    'maria@example.com',
    'see you on Monday',
    '+1 628 555 0119 or +1 415 555 0134',
  ]) {
    await copyElsewhere(desktop, text);
    await openPopup(baton);
    await expect(popup.getByRole('status')).toHaveText('Baton. 4 suggestions.');
    await expect(rows(popup)).toHaveCount(4);
    await expect(offer(popup)).toHaveCount(0);
    await baton.keys('Escape');
    await expectClosed(baton);
  }
});

test('switched off, nothing is offered', async ({ desktop, startBaton, server }) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  await copyElsewhere(desktop, '+44 20 7946 0911');
  await openPopup(baton);
  await expect(rows(popup)).toHaveCount(4);
  await baton.type('m');
  await expect(popup.getByRole('option', { selected: true })).toBeVisible();
  await baton.keys('BackSpace');
  await expect(rows(popup)).toHaveCount(4);
  await expect(offer(popup)).toHaveCount(0);
});
