import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { copyElsewhere } from '../support/clipboard';
import { expect, test } from '../support/fixtures';
import { withFolder } from '../support/own-folder';
import { openPopup } from '../support/popup-window';
import { realLine } from '../support/real-line';

const bodyOf = (request: string) => request.slice(request.indexOf('\r\n\r\n') + 4);

const people = [
  'name,number,department',
  'Emma Lindqvist,+46855500142,Returns',
  'Thomas Marsh,+14155550172,Tech support',
  'Amara Okonjo,+14155550178,Billing',
  'Maximiliana Hohenstein-Papadopoulou,+493055500187,Claims',
].join('\r\n');

/** Runs with a directory of four people, read from a file that the settings name. */
async function withDirectory(then: (files: readonly string[]) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    const file = join(folder, 'people.csv');
    writeFileSync(file, people);
    await then([file]);
  });
}

test('by keyboard alone: open, find by a typing error, choose the role, send', async ({
  startBaton,
  server,
}) => {
  await withDirectory(async (files) => {
    const baton = await startBaton({
      config: realLine(server.url, { defaults: { directory: { files } } }),
    });
    const popup = await baton.page('popup');
    const status = popup.getByRole('status');
    const transfer = popup.getByRole('button', { name: 'Transfer', exact: true });
    await openPopup(baton);
    await baton.type('lindqvits');
    const first = popup.getByRole('group', { name: 'Directory' }).getByRole('option').first();
    await expect(first).toHaveAccessibleName('Emma Lindqvist, Returns, +46 8 555 001 42');
    await expect(first).toHaveAttribute('aria-selected', 'true');
    await expect(status).toHaveText('1 match. Emma Lindqvist, selected.');
    await expect(transfer).toHaveAccessibleDescription(
      'Emma Lindqvist, +46 8 555 001 42, Sweden. Joins as agent, on Support line.',
    );

    await baton.keys('Tab');
    await expect(popup.getByRole('radio', { name: 'Agent' })).toBeFocused();
    await baton.keys('Right');
    await expect(popup.getByRole('radio', { name: 'Customer' })).toBeFocused();
    await expect(status).toHaveText('Joins as customer.');
    await expect(transfer).toHaveAccessibleDescription(/Joins as customer/);
    expect(server.requests).toEqual([]);
    await baton.keys('Return');
    expect(bodyOf(await server.arrived(1))).toContain('"to":"+46855500142","role":"customer"');
    await expect(popup.getByRole('heading', { name: 'Plivo accepted the transfer' })).toBeVisible();
  });
});

test('by keyboard alone: open, Alt+3', async ({ startBaton, server }) => {
  const baton = await startBaton({ config: realLine(server.url) });
  await openPopup(baton);
  await baton.keys('alt+3');
  expect(bodyOf(await server.arrived(1))).toContain('"to":"+16285550119","role":"customer"');
});

test('by keyboard alone: paste a sentence with a number, and send', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  const field = popup.getByRole('combobox', { name: 'Transfer to' });
  const sentence = 'Could you put her through to Amara on (415) 555-0178 before five?';
  await copyElsewhere(desktop, sentence);
  await openPopup(baton);
  await baton.keys('ctrl+v');
  await expect(popup.getByRole('option', { selected: true })).toHaveAccessibleName(
    'Transfer to +1 415 555 0178, United States, not in your directory. Found in the text you pasted',
  );
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
  await expect(popup.getByRole('status')).toHaveText(
    'Found in the text: +1 415 555 0178, United States. Joins as agent.',
  );
  // The text stays as it was pasted.
  await expect(field).toHaveValue(sentence);
  await baton.keys('Return');
  expect(bodyOf(await server.arrived(1))).toContain('"to":"+14155550178"');
  await copyElsewhere(desktop, '');
});

test('what a check refuses is said while it is typed, and Enter only says it again', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({
    config: realLine(server.url, {
      defaults: { destinations: { allow: [], deny: ['+1900*'], directoryOnly: false } },
    }),
  });
  const popup = await baton.page('popup');
  const status = popup.getByRole('status');
  const transfer = popup.getByRole('button', { name: 'Transfer', exact: true });
  await openPopup(baton);
  for (const [text, word, why] of [
    ['4155550100', 'Your own number', 'It is your own number.'],
    ['9005550123', 'Not allowed', 'Your administrator does not allow it.'],
  ] as const) {
    await baton.keys('ctrl+a');
    await baton.type(text);
    await expect(popup.getByText(word, { exact: true })).toBeVisible();
    const advice = `Baton does not transfer to this number. ${why}`;
    await expect(popup.getByText(advice, { exact: true })).toBeVisible();
    await expect(transfer).toHaveAttribute('aria-disabled', 'true');
    await expect(popup.getByRole('option', { name: /^Transfer to/ })).toHaveCount(0);
    const before = await status.textContent();
    await baton.keys('Return');
    await expect.poll(() => status.textContent()).not.toBe(before);
    await expect(status).toContainText(`${word}. ${advice}`);
    await expect(popup.getByRole('combobox')).toBeFocused();
  }
  expect(server.requests).toEqual([]);
});

test('a number that is nearly somebody’s is warned of, with the digits marked', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  await openPopup(baton);
  await baton.type('4155550143');
  const likely = popup.getByRole('group', { name: 'Did you mean' });
  await expect(likely.getByRole('option').first()).toHaveAccessibleName(
    'Maria Alvarez, Billing, +1 415 555 0134',
  );
  await expect(likely.locator('mark').first()).toHaveText(/^[34]+$/);
  await expect(popup.getByRole('status')).toHaveText(
    'Complete number, United States. Joins as agent. ' +
      'Warning. Nearly the number of Maria Alvarez. Check the digits.',
  );
  await expect(
    popup.getByText('Nearly the number of Maria Alvarez. Check the digits.').last(),
  ).toBeVisible();

  // The one that was meant is a key away.
  await baton.keys('Down', 'Return');
  expect(bodyOf(await server.arrived(1))).toContain('"to":"+14155550134"');
});

test('every key is shown on F1, and the focus goes back to where it was', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  const keys = popup.getByRole('dialog', { name: 'Keys' });
  const field = popup.getByRole('combobox', { name: 'Transfer to' });
  await openPopup(baton);
  await baton.type('mar');
  await expect(popup.getByRole('option', { selected: true })).toBeVisible();

  await baton.keys('F1');
  await expect(keys).toBeVisible();
  await expect(keys.getByRole('button', { name: 'Close' })).toBeFocused();
  await expect(field).toBeHidden();
  await expect(
    keys.getByRole('row', { name: 'Alt 1 to 9 Transfers to that favourite' }),
  ).toBeVisible();
  await expect(keys.getByRole('row')).toHaveCount(14);
  // Nothing gets through to the list.
  await baton.keys('alt+1', 'Down', 'x');
  await baton.keys('Escape');
  await expect(keys).toHaveCount(0);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('mar');

  // From the role bar, and by the mouse from the footer.
  await baton.keys('Tab');
  await expect(popup.getByRole('radio', { name: 'Agent' })).toBeFocused();
  await baton.keys('F1');
  await expect(keys).toBeVisible();
  await baton.keys('F1');
  await expect(popup.getByRole('radio', { name: 'Agent' })).toBeFocused();
  await popup.getByRole('button', { name: 'Keys' }).click();
  await expect(keys).toBeVisible();
  await keys.getByRole('button', { name: 'Close' }).click();
  await expect(keys).toHaveCount(0);
  expect(server.requests).toEqual([]);
});
