import type { Page } from '@playwright/test';

import { axeFaults } from '../support/axe';
import type { Desktop } from '../support/baton';
import { copyElsewhere, pasteElsewhere } from '../support/clipboard';
import { closedPort } from '../support/closed-port';
import { expect, test } from '../support/own-desktop';
import { kioskFile, kioskPage, pin } from '../support/kiosk';
import { buttonOf, headingOf, nine, ward } from '../support/kiosk-page';
import { layoutFaults } from '../support/layout';
import { takePicture } from '../support/pictures';
import { takesDecisions } from '../support/popup-window';
import { lineAt } from '../support/real-line';
import { jsonAnswer } from '../support/recording-server';

/** Looks at a state in both themes: axe, layout, and a picture of the whole screen. */
function bothThemes(desktop: Desktop, page: Page): (state: string) => Promise<void> {
  return async (state) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await takePicture(desktop, page, `kiosk-${state}-${colorScheme}`);
      expect.soft(await axeFaults(page), `${state}, ${colorScheme}`).toEqual([]);
      expect.soft(await layoutFaults(page), `${state}, ${colorScheme}`).toEqual([]);
    }
  };
}

test('a transfer at a kiosk, from the tile to every outcome, in both themes', async ({
  desktop,
  startBaton,
  server,
}) => {
  test.setTimeout(120_000);
  const network = { proxy: 'none', connectTimeoutMs: 1000, totalTimeoutMs: 6000 };
  const baton = await startBaton({
    config: kioskFile(server.url, { defaults: { favourites: ward, holdBackSeconds: 10, network } }),
  });
  const page = await kioskPage(baton);
  const look = bothThemes(desktop, page);
  const heading = headingOf(page);
  const transferNow = async (digit: string) => {
    await takesDecisions(page);
    await baton.keys(digit);
    await expect(heading).toContainText('Transferring to');
    await takesDecisions(page);
    await baton.keys('Return');
  };
  const grid = page.getByRole('group', { name: 'Who takes this call?' });
  await expect(grid.getByRole('button')).toHaveCount(6);
  await expect(buttonOf(page, 'Front desk, Reception')).toBeFocused();
  await expect(buttonOf(page, 'Front desk, Reception')).toHaveAttribute('aria-keyshortcuts', '1');
  await look('grid');

  // Undo has Esc, and the tile is at hand again.
  await baton.keys('4');
  await expect(heading).toContainText('Transferring to Billing and insurance claims in');
  await look('held');
  await baton.keys('Escape');
  await expect(buttonOf(page, 'Billing and insurance claims, Back office')).toBeFocused();
  await expect(page.locator('.aside')).toContainText('Undone in time. Nothing was sent.');
  await look('cancelled');
  expect(server.requests).toEqual([]);

  await transferNow('1');
  await expect(heading).toHaveText('Plivo accepted the transfer');
  await takesDecisions(page);
  await baton.keys('Return');
  await expect(buttonOf(page, 'Front desk, Reception')).toBeFocused();
  // The same again within seconds: the way back is the main answer.
  await baton.keys('1');
  await expect(heading).toHaveText('Transfer to Front desk again?');
  await look('repeat');
  await takesDecisions(page);
  await baton.keys('Escape');
  await transferNow('3');
  await expect(heading).toHaveText('Plivo accepted the transfer');
  await look('accepted');
  await takesDecisions(page);
  await baton.keys('Return');

  server.reply(jsonAnswer('401 Unauthorized', { error: 'no' }));
  await transferNow('5');
  await expect(heading).toHaveText('Plivo refused the transfer');
  await expect(
    page.getByText('Ask your administrator, and transfer from your phone.', { exact: false }),
  ).toBeVisible();
  await expect(page.locator('.link')).toHaveCount(0);
  await look('refused');
  await takesDecisions(page);
  await buttonOf(page, 'Back').click();
  await expect(buttonOf(page, 'Maria Alvarez, On call manager')).toBeFocused();

  server.reply('silence');
  await transferNow('2');
  await expect(heading).toHaveText('Transferring to Duty nurse');
  await look('sending');
  await expect(heading).toHaveText('Are you still on the call?', { timeout: 15_000 });
  await look('unknown');
  await takesDecisions(page);
  await baton.keys('Escape');
  await expect(heading).toHaveText('Are you still on the call?');
  await baton.keys('y');
  await expect(buttonOf(page, 'Duty nurse, Ward 3')).toBeFocused();
});

test('the pad for the PIN: dots, wrong, waiting, and what the right one opens', async ({
  desktop,
  startBaton,
}) => {
  test.setTimeout(120_000);
  const nowhere = `http://127.0.0.1:${await closedPort()}`;
  const lines = [
    lineAt(nowhere, 'support', 'Support line'),
    lineAt(nowhere, 'night', 'Night line'),
  ];
  const baton = await startBaton({
    config: kioskFile(nowhere, { defaults: { lines, favourites: ward } }),
  });
  const page = await kioskPage(baton);
  const look = bothThemes(desktop, page);
  const heading = headingOf(page);
  const field = page.getByLabel('PIN', { exact: true });
  await buttonOf(page, 'Settings and quit, needs the PIN').click();
  await expect(heading).toHaveText('Enter the PIN');
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('type', 'password');

  // By keyboard and by pad; letters are none of it.
  await baton.keys('4', 'x', '8');
  await buttonOf(page, '2').click();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('482');
  await look('pin');
  expect(await page.locator('.kiosk').innerText()).not.toContain('482');
  await buttonOf(page, 'Delete the last digit').click();
  await expect(field).toHaveValue('48');

  const word = page.locator('#state-body');
  const announced = page.locator('.popup > [role=alert]');
  // The first tries are free; each is answered in words that are news to a screen reader.
  await expect(async () => {
    const before = await announced.evaluate(({ textContent }) => textContent);
    await baton.keys('0', '0', '0', '0', 'Return');
    await expect.poll(() => announced.evaluate(({ textContent }) => textContent)).not.toBe(before);
    await expect(field).toHaveValue('');
    await expect(word).toHaveText(/ in \d+ s\.$/u, { timeout: 1 });
  }).toPass({ intervals: [0] });
  await expect(word).toHaveText(/^Wrong PIN\. Try again in \d s\.$/u);
  await expect(buttonOf(page, '1')).toHaveAttribute('aria-disabled', 'true');
  await baton.keys('4');
  await expect(field).toHaveValue('');
  await look('pin-waiting');
  await expect(word).toHaveText('Wrong PIN. Try again.', {
    timeout: 15_000,
  });

  for (const digit of pin) await buttonOf(page, digit).click();
  await buttonOf(page, 'OK').click();
  await expect(heading).toHaveText('Unlocked');
  await expect(buttonOf(page, 'Settings')).toBeFocused();
  await look('unlocked');
  await takesDecisions(page);
  await baton.keys('Escape');
  await expect(buttonOf(page, 'Front desk, Reception')).toBeFocused();

  // The line is fixed, though there is another.
  await expect(page.getByRole('button', { name: /^Line:/u })).toHaveCount(0);
  await expect(page.getByRole('img', { name: /^Line: Support line/u })).toBeVisible();
  await takesDecisions(page);
  // The digits of a PIN go on for a moment after its pad has gone.
  await expect(async () => {
    await baton.keys('3');
    await expect(heading).toHaveText('Not sent. The caller is still with you.', { timeout: 500 });
  }).toPass();
  await look('not-sent');
});

test('the field of a kiosk with free entry, and a grid that scrolls, in both themes', async ({
  desktop,
  startBaton,
  server,
}) => {
  test.setTimeout(120_000);
  const baton = await startBaton({
    config: kioskFile(server.url, { kiosk: { freeEntry: true }, defaults: { favourites: nine } }),
  });
  const page = await kioskPage(baton);
  const look = bothThemes(desktop, page);
  const field = page.getByRole('combobox', { name: 'Transfer to' });
  await expect(buttonOf(page, 'Front desk, Reception')).toBeFocused();
  await expect(buttonOf(page, 'Front desk, Reception')).toHaveAttribute(
    'aria-keyshortcuts',
    'Alt+1',
  );
  await look('free-entry');

  // Arrows go through the whole grid, and above it into the field.
  await baton.keys('Right', 'Down', 'Down', 'Down', 'Down');
  await expect(buttonOf(page, 'Night watch, +1 415 555 0167')).toBeFocused();
  await expect(buttonOf(page, 'Night watch, +1 415 555 0167')).toBeInViewport({ ratio: 1 });
  await look('scrolled');
  await baton.keys('Home', 'Up');
  await expect(field).toBeFocused();
  await baton.keys('Down');
  await expect(buttonOf(page, 'Front desk, Reception')).toBeFocused();

  // Digits type, wherever the focus is.
  await baton.type('4155550134');
  await expect(field).toBeFocused();
  await expect(page.getByText('Complete', { exact: true })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Who takes this call?' })).toHaveCount(0);
  await look('number');
  await baton.keys('Escape');
  await expect(field).toHaveValue('');
  await baton.type('nobody at all');
  await expect(page.getByText('No one called', { exact: false }).last()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Settings', exact: true })).toHaveCount(0);
  await look('no-match');
  await baton.keys('Escape');
  await baton.type('ma');
  await expect(page.getByRole('option', { selected: true })).toContainText('Maria Alvarez');
  await look('search');
  // What was typed is not for the clipboard, which would outlive it.
  await copyElsewhere(desktop, 'before');
  await baton.keys('ctrl+a', 'ctrl+c', 'ctrl+x');
  await expect(field).toHaveValue('ma');
  expect(await pasteElsewhere(desktop)).toBe('before');
  await baton.keys('Escape', 'alt+8');
  await expect(headingOf(page)).toHaveText('Plivo accepted the transfer');
  await server.arrived(1);
  expect(server.requests[0]).toContain('"role":"customer"');
});

test('a kiosk without destinations, without a sign-in, and in practice, in both themes', async ({
  desktop,
  startBaton,
  server,
}) => {
  test.setTimeout(120_000);
  const empty = await startBaton({
    config: kioskFile(server.url, { kiosk: { pinHash: undefined }, defaults: { favourites: [] } }),
  });
  const page = await kioskPage(empty);
  await expect(page.locator('.empty')).toContainText(
    'Your administrator has not set up any destinations.',
  );
  await expect(page.getByRole('button')).toHaveCount(0);
  await bothThemes(desktop, page)('empty');
  await empty.close();

  const { credentials: _, ...absent } = kioskFile(server.url);
  const alone = await startBaton({ config: absent });
  const stranger = await kioskPage(alone);
  await expect(stranger.locator('.empty')).toContainText("This line can't transfer calls yet.");
  await expect(stranger.getByRole('button')).toHaveText(['PIN']);
  await bothThemes(desktop, stranger)('no-sign-in');
  await alone.close();

  const practising = await startBaton({ args: ['--kiosk'], config: { version: 1 } });
  const practice = await kioskPage(practising);
  await expect(practice.getByRole('note')).toContainText('No real call is made');
  await expect(practice.getByRole('button', { name: 'Leave practice' })).toHaveCount(0);
  await bothThemes(desktop, practice)('practice');
});
