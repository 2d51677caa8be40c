import type { Page } from '@playwright/test';

import type { Baton } from '../support/baton';
import { expect, test } from '../support/fixtures';
import { journalRows } from '../support/journal-rows';
import { withFolder } from '../support/own-folder';
import { openPopup, takesDecisions } from '../support/popup-window';
import { realLine } from '../support/real-line';
import { retype } from '../support/retype';

/** Asks main itself, as a window would that has been taken over. */
async function startFromPage(popup: Page, address: string, again?: boolean) {
  return await popup.evaluate(
    ([to, repeat]) =>
      window.baton.call('transfer:start', {
        address: to,
        role: 'agent',
        lineId: 'support',
        ...(repeat === undefined ? {} : { again: repeat }),
      }),
    [address, again] as const,
  );
}

const refusedAs = (code: string) => ({ ok: false, error: { code } });

test('main refuses what must not be called, whatever a window sends, and sends nothing', async ({
  startBaton,
  server,
}) => {
  const destinations = {
    deny: ['+1900*'],
    allow: ['+1415*', '+44*', '+1900*', 'sip:*'],
    directoryOnly: false,
  };
  const baton = await startBaton({ config: realLine(server.url, { enforced: { destinations } }) });
  const popup = await baton.page('popup');
  for (const [address, code] of [
    ['+14155550100', 'own-address'],
    ['(415) 555-0100', 'own-address'],
    ['911', 'emergency'],
    ['9 911', 'emergency'],
    ['+44 999', 'emergency'],
    ['９１１', 'emergency'],
    ['+19005550123', 'denied'],
    ['+33123456789', 'not-allowed'],
    ['+14155550134<+14155550135', 'address-not-callable'],
    ['+14155550134\r\nX-Header: 1', 'address-not-callable'],
    ['+1415555013', 'address-not-callable'],
    ['Maria', 'address-not-callable'],
  ] as const) {
    expect(await startFromPage(popup, address), address).toEqual(refusedAs(code));
  }
  expect(server.requests).toHaveLength(0);
});

test('what may not be called is said in the popup, and the text is kept', async ({
  startBaton,
  server,
}) => {
  const destinations = { directoryOnly: true };
  const baton = await startBaton({ config: realLine(server.url, { enforced: { destinations } }) });
  const popup = await baton.page('popup');
  await openPopup(baton);
  const status = popup.getByRole('status');
  await baton.type('4155550100');
  await expect(status).toContainText('It is your own number.');
  await baton.keys('Return');
  await expect(popup.getByRole('combobox')).toHaveValue('(415) 555-0100');

  await retype(baton, '4155550199');
  await expect(status).toContainText('administrator');
  await baton.keys('Return');
  await expect(popup.getByRole('combobox')).toHaveValue('(415) 555-0199');
  await retype(baton, '911');
  await expect(popup.getByText(/emergency number/).first()).toBeVisible();
  await baton.keys('Return');
  await expect(popup.getByRole('combobox')).toHaveValue('911');
  expect(server.requests).toHaveLength(0);
});

test('the same address within ten seconds of its acceptance is asked about first', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  const acceptedHeading = popup.getByRole('heading', { name: 'Plivo accepted the transfer' });
  const again = popup.getByRole('alertdialog', { name: 'Transfer to Maria Alvarez again?' });
  const transfer = async (baton_: Baton) => {
    await openPopup(baton_);
    await baton_.keys('alt+1');
  };
  await transfer(baton);
  await expect(acceptedHeading).toBeVisible();
  await takesDecisions(popup);
  await baton.keys('Return');
  await transfer(baton);
  await expect(again).toBeVisible();
  await expect(again.getByRole('button', { name: "Don't" })).toBeFocused();
  expect(await startFromPage(popup, '+14155550134')).toMatchObject(refusedAs('repeat'));
  expect(server.requests).toHaveLength(1);
  await again.getByRole('button', { name: 'Transfer again' }).click();
  await expect(acceptedHeading).toBeVisible();
  expect(server.requests).toHaveLength(2);
});

test('an open question survives a crash, is asked before the next transfer, and lets it go on', async ({
  startBaton,
  server,
}) => {
  await withFolder(async (userData) => {
    const config = realLine(server.url);
    server.reply('silence');
    const first = await startBaton({ userData, config });
    await openPopup(first);
    await first.keys('alt+1');
    await server.arrived(1);
    first.signal('SIGKILL');
    await first.ended();

    const baton = await startBaton({ userData, config });
    const popup = await baton.page('popup');
    const question = popup.getByRole('alertdialog', { name: 'Not confirmed' });
    await openPopup(baton);
    await baton.type('4155550161');
    await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
    await baton.keys('Return');
    await expect(question).toBeVisible();
    await expect(question).toContainText('Maria Alvarez');
    expect(server.requests).toHaveLength(1);
    await takesDecisions(popup);
    await baton.keys('y');
    await expect(popup.getByRole('combobox')).toHaveValue('(415) 555-0161');
    await baton.keys('Return');
    expect(await server.arrived(2)).toContain('+14155550161');
    expect(journalRows(userData)).toMatchObject([
      { address: '+14155550134', outcome: 'unknown', agent_word: 'still-on-call' },
      { address: '+14155550161' },
    ]);
  });
});
