import { expect, test } from '../support/fixtures';
import { looker } from '../support/look';
import { fake } from '../support/line';
import { expectClosed, openPopup, takesDecisions } from '../support/popup-window';
import { lineAt, realLine } from '../support/real-line';
import { accepted, jsonAnswer } from '../support/recording-server';

const longName = 'Maximiliana Hohenstaufen-Wittgenstein of the'.padEnd(120, ' very-long');
const oneWord = 'Donaudampfschifffahrtsgesellschaft'.repeat(3);
const longSip = `sip:${'averylonguserpart'.repeat(3)}@${'sub.'.repeat(34)}example.com`;
const unlistedSip = longSip.replace('avery', 'every');
const longLine = 'Customer support of the whole northern region,'.padEnd(100, ' second floor');

test('long names, addresses and reasons are cut where the design cuts them, and cover nothing', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({
    config: realLine(server.url, {
      defaults: {
        lines: [
          {
            ...lineAt(server.url, 'support', longLine),
            triggerSource: longSip,
          },
          { ...lineAt(server.url, 'other', oneWord.slice(0, 100)) },
        ],
        network: { proxy: 'none', connectTimeoutMs: 1000, totalTimeoutMs: 1500 },
        favourites: [
          { name: longName, address: '+442079460911', note: 'International claims department' },
          { name: oneWord, address: '+14155550161' },
          { name: 'Thomas Marsh', address: longSip, note: 'Tech support' },
          { name: longName, address: longSip.replace('avery', 'bvery'), note: oneWord },
        ],
      },
    }),
  });
  const popup = await baton.page('popup');
  const look = looker(desktop, popup, 'long');
  const heading = popup.getByRole('heading', { level: 1 });
  const backToList = async () => {
    await baton.keys('Escape');
    await expectClosed(baton);
    await openPopup(baton);
    await baton.keys('ctrl+a', 'BackSpace');
  };
  await openPopup(baton);
  await expect(popup.getByRole('option')).toHaveCount(4);
  await expect(
    popup.getByRole('option', { name: longName }).first().locator('.tip'),
  ).toHaveAttribute(
    'title',
    `${longName}, International claims department, +44 20 7946 0911. Alt 1`,
  );
  await look('idle');

  await baton.type('ma');
  await expect(popup.getByRole('option', { selected: true })).toBeVisible();
  await look('search');
  await baton.keys('ctrl+a');
  await baton.type('nobody at all with such a very long name that it can not be shown in one line');
  await expect(popup.getByText('Your directory is empty.').last()).toBeVisible();
  await look('no-match');

  await baton.keys('ctrl+a');
  await baton.type(unlistedSip);
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
  await look('sip');

  server.reply('silence');
  await baton.keys('Return');
  await expect(heading).toContainText('Transferring to');
  await look('sending');
  await expect(popup.getByRole('alertdialog', { name: 'Not confirmed' })).toBeVisible();
  await look('unknown');
  await takesDecisions(popup);
  await baton.keys('y');
  await baton.keys('ctrl+a', 'BackSpace');

  server.reply(jsonAnswer('400 Bad Request', { error: `${oneWord}${' and so on'.repeat(30)}` }));
  await baton.keys('alt+1');
  await expect(heading).toHaveText('Plivo refused the transfer');
  await look('refused');
  await backToList();

  server.reply(accepted);
  await baton.keys('alt+2');
  await expect(heading).toHaveText('Plivo accepted the transfer');
  await look('accepted');
  await backToList();

  await baton.keys('alt+l');
  await expect(popup.getByRole('listbox', { name: 'Lines' })).toBeFocused();
  await look('lines');
  await baton.keys('Escape');
  // With the recents there is more than fits: the list scrolls, the rest stays in place.
  await expect(popup.getByRole('group', { name: 'Recent' })).toBeVisible();
  await look('idle-full');
  expect(server.requests[0]).toContain(fake.phloId);
});
