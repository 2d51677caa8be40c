import { axeFaults } from '../support/axe';
import { closedPort } from '../support/closed-port';
import { copyElsewhere } from '../support/clipboard';
import { expect, test } from '../support/fixtures';
import { layoutFaults } from '../support/layout';
import { takePicture } from '../support/pictures';
import { offerDefaults, walkOffers } from '../support/popup-offers';
import { walkAttempts, walkList, type PopupWalk } from '../support/popup-walk';
import { openPopup, takesDecisions } from '../support/popup-window';
import { lineAt, realLine } from '../support/real-line';
import { readAloud } from '../support/accessible-tree';
import { followAnnouncements } from '../support/spoken';
import { realTongue, speaker } from '../support/tongues';

const network = { proxy: 'none', connectTimeoutMs: 1000, totalTimeoutMs: 1500 };
const say = speaker(realTongue('en'));

test.afterEach(async ({ desktop }) => {
  await copyElsewhere(desktop, '');
});

for (const theme of ['light', 'dark'] as const) {
  const looks = (walk: Pick<PopupWalk, 'baton' | 'popup'>) => async (state: string) => {
    await takePicture(walk.baton.desktop, walk.popup, `${state}-${theme}`);
    expect.soft(await axeFaults(walk.popup), state).toEqual([]);
    expect.soft(await layoutFaults(walk.popup), state).toEqual([]);
  };

  test(`axe finds nothing in the list and in any outcome, in ${theme}`, async ({
    startBaton,
    server,
  }) => {
    test.setTimeout(240_000);
    const lines = [
      lineAt(server.url, 'support', 'Support line'),
      lineAt(`http://127.0.0.1:${await closedPort()}`, 'night', 'Night line'),
    ];
    const baton = await startBaton({
      config: realLine(server.url, { enforced: { theme }, defaults: { lines, network } }),
    });
    const popup = await baton.page('popup');
    const walk = { baton, popup, server, say, look: looks({ baton, popup }) };
    await walkList(walk);
    await walkAttempts(walk);
  });

  test(`axe finds nothing in what is said before Enter, in ${theme}`, async ({
    startBaton,
    server,
  }) => {
    test.setTimeout(180_000);
    const baton = await startBaton({
      config: realLine(server.url, {
        enforced: { theme },
        defaults: { ...offerDefaults, network },
      }),
    });
    const popup = await baton.page('popup');
    await walkOffers({ baton, popup, server, say, look: looks({ baton, popup }) });
  });

  test(`axe finds nothing on the practice line, nor where nothing is set up, in ${theme}`, async ({
    startBaton,
    server,
  }) => {
    test.setTimeout(120_000);
    const baton = await startBaton({
      config: realLine(server.url, {
        enforced: { theme },
        defaults: { network, favourites: [] },
        credentials: false,
      }),
    });
    const popup = await baton.page('popup');
    const look = looks({ baton, popup });
    const heading = popup.getByRole('heading', { level: 1 });
    await openPopup(baton);
    await expect(popup.getByRole('button', { name: 'Connect Plivo' })).toBeVisible();
    await look('connect');
    await popup.getByRole('button', { name: 'Use the practice line' }).click();
    await expect(popup.getByRole('note')).toBeVisible();
    await look('practice-idle');
    await baton.keys('Down');
    await expect(popup.getByRole('option', { selected: true })).toBeVisible();
    await look('practice-selected');
    await baton.keys('Return');
    await expect(heading).toHaveText('Plivo accepted the transfer');
    await look('practice-accepted');
    await baton.keys('Escape');
    await openPopup(baton);
    await expect(popup.getByRole('button', { name: 'Start over' })).toBeVisible();
    await look('practice-over');
  });

  test(`axe finds nothing in an empty popup, in ${theme}`, async ({ startBaton, server }) => {
    const baton = await startBaton({
      config: realLine(server.url, { enforced: { theme }, defaults: { favourites: [] } }),
    });
    const popup = await baton.page('popup');
    const look = looks({ baton, popup });
    await openPopup(baton);
    await expect(popup.getByText('Your directory is empty.').last()).toBeVisible();
    await look('directory-empty');
    await baton.type('mariana v');
    await expect(popup.getByText('No one called “mariana v”')).toBeVisible();
    await look('no-match-directory-empty');
    await popup.getByRole('button', { name: 'Settings' }).click();
    const manager = await baton.page('manager');
    await expect(manager.getByRole('tab', { name: 'Directory', selected: true })).toBeVisible();
  });
}

test('a screen reader is told a whole transfer, each thing once and in order', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({
    config: realLine(server.url, { defaults: { holdBackSeconds: 2 } }),
  });
  const popup = await baton.page('popup');
  const said = await followAnnouncements(popup);
  const heading = popup.getByRole('heading', { level: 1 });
  await openPopup(baton);
  await baton.type('4155550178');
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
  await baton.keys('Tab', 'Right');
  await expect(popup.getByRole('radio', { name: 'Customer' })).toBeFocused();
  server.reply('drop');
  await baton.keys('Return');
  await expect(heading).toHaveText('Are you still on the call?');
  const all = await said();
  const from = all.findIndex((words) => words.startsWith('Complete number'));
  expect(all[0]).toBe('Baton. 4 suggestions.');
  expect(all.slice(from)).toEqual([
    'Complete number, United States. Joins as agent.',
    'Joins as customer.',
    'Transferring to +1 415 555 0178 in 2 seconds. Press Escape to undo.',
    'Transferring to +1 415 555 0178. Waiting for Plivo.',
    'Not confirmed. We lost the connection after sending the transfer to +1 415 555 0178. ' +
      'It may have happened. Listen before you answer. Are you still on the call?',
  ]);
});

test('what may not wait breaks in, the rest is said in turn', async ({ startBaton, server }) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  const polite = popup.locator('.popup > [role=status]');
  const urgent = popup.locator('.popup > [role=alert]');
  await openPopup(baton);
  await expect(polite).toHaveText('Baton. 4 suggestions.');
  await expect(urgent).toHaveText('');
  await baton.keys('alt+1');
  await expect(polite).toHaveText(/^Plivo accepted the transfer\./);
  await expect(urgent).toHaveText('');
  await baton.keys('Escape');

  server.reply('drop');
  await openPopup(baton);
  await baton.keys('alt+2');
  await expect(urgent).toHaveText(/^Not confirmed\./);
  await expect(polite).toHaveText('');
});

test('the accessibility tree reads as the screen does, from the list to the outcome', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({
    config: realLine(server.url, { defaults: { holdBackSeconds: 10 } }),
  });
  const popup = await baton.page('popup');
  await openPopup(baton);
  await baton.keys('Down');
  await expect(popup.getByRole('option', { selected: true })).toBeVisible();
  expect(await readAloud(popup)).toEqual([
    'main',
    'status',
    '“Baton. 4 suggestions.”',
    'alert',
    'dialog “Baton”',
    'combobox “Transfer to” focused expanded',
    'listbox “Suggestions”',
    'group “Favourites”',
    '“Favourites”',
    'option “Maria Alvarez, Billing, +1 415 555 0134. Alt 1” selected',
    'option “Marcus Chen, Tech support, +1 415 555 0161. Alt 2”',
    'option “Priya Raman, Sales, +1 628 555 0119. Alt 3”',
    'option “Night dispatch, Team, dispatch@example.com. Alt 4”',
    '“Maria Alvarez, +1 415 555 0134, United States. Joins as agent, on Support line.”',
    'button “Agent. Switch to customer.”',
    'button “Line: Support line, from +1 415 555 0100, ready”',
    'button “Keys” (Keys (F1))',
    'button “Transfer” (Maria Alvarez, +1 415 555 0134, United States. Joins as agent, on Support line.)',
  ]);
  await baton.keys('Return');
  await expect(popup.getByRole('button', { name: 'Undo' })).toBeVisible();
  expect(await readAloud(popup)).toEqual([
    'main',
    'status',
    'alert',
    '“Transferring to Maria Alvarez in 10 seconds. Press Escape to undo.”',
    'dialog “Transferring to Maria Alvarez” (Billing, +1 415 555 0134, joins as agent)',
    expect.stringMatching(/^heading “Transferring to Maria Alvarez in \d+ s”$/),
    '“Billing, +1 415 555 0134, joins as agent”',
    'list “Where the caller is: with you. Next: Maria Alvarez.”',
    'listitem',
    '“Caller”',
    '“With you”',
    'listitem',
    '“You”',
    '“On the call”',
    'listitem',
    '“Maria Alvarez”',
    '“Next”',
    'img “Line: Support line, from +1 415 555 0100, ready”',
    'button “Undo”',
    'button “Transfer now” focused',
  ]);

  server.reply('drop');
  await takesDecisions(popup);
  await baton.keys('Return');
  await expect(popup.getByRole('heading', { name: 'Are you still on the call?' })).toBeVisible();
  const outcome = await readAloud(popup);
  const body =
    'We lost the connection after sending the transfer to Maria Alvarez. ' +
    'It may have happened. Listen before you answer.';
  expect(outcome).toEqual(
    expect.arrayContaining([
      `“Not confirmed. ${body} Are you still on the call?”`,
      `alertdialog “Not confirmed” focused (${body})`,
      'heading “Are you still on the call?”',
      'list “Where the caller is: not known.”',
      'button “Yes, still with me”',
      'button “No, caller is gone”',
    ]),
  );
});
