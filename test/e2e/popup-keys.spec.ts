import { copyElsewhere } from '../support/clipboard';
import { expect, test } from '../support/fixtures';
import { expectClosed, hasKeys, openPopup } from '../support/popup-window';
import { realLine } from '../support/real-line';
import { accepted } from '../support/recording-server';

const bodyOf = (request: string) => request.slice(request.indexOf('\r\n\r\n') + 4);

test.afterEach(async ({ desktop }) => {
  await copyElsewhere(desktop, '');
});

test('the list by keys: nothing is chosen by accident, and Enter sends what is selected', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  const field = popup.getByRole('combobox', { name: 'Transfer to' });
  const status = popup.getByRole('status');
  const selected = popup.getByRole('option', { selected: true });
  await openPopup(baton);

  await baton.keys('Return');
  await expect(status).toContainText('Nothing is selected.');

  // A plain digit is typed; it does not call the first favourite.
  await baton.type('1');
  await expect(field).toHaveValue('1');
  await baton.type('415');
  await expect(popup.getByText('Too short', { exact: true })).toBeVisible();
  await baton.keys('Return');
  await expect(status).toContainText('Too short. Digits are missing. Add the rest of the number.');
  await expect(field).toHaveValue('1 (415)');
  await baton.keys('ctrl+a', 'BackSpace');

  await baton.keys('Down', 'Down');
  await expect(selected).toHaveAccessibleName(/^Marcus Chen/);
  await expect(field).toHaveAttribute(
    'aria-activedescendant',
    (await selected.getAttribute('id')) ?? 'none',
  );
  await expect(field).toBeFocused();
  await baton.keys('Up');
  await expect(selected).toHaveAccessibleName(/^Maria Alvarez/);
  await baton.keys('Up');
  await expect(selected).toHaveCount(0);
  await expect(field).not.toHaveAttribute('aria-activedescendant');
  await baton.keys('Next');
  await expect(selected).toHaveAccessibleName(/^Night dispatch/);
  await baton.keys('Prior');
  await expect(selected).toHaveAccessibleName(/^Maria Alvarez/);
  expect(server.requests).toEqual([]);

  await baton.keys('Down', 'Down', 'Return');
  expect(bodyOf(await server.arrived(1))).toContain('"to":"+16285550119","role":"customer"');
});

test('a key for everything: favourites, lines, settings, and a text that survives closing', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  const field = popup.getByRole('combobox', { name: 'Transfer to' });
  await openPopup(baton);

  await baton.type('mar');
  await baton.keys('Escape');
  await expectClosed(baton);
  await openPopup(baton);
  await expect(field).toHaveValue('mar');
  await expect(field).toBeFocused();
  await baton.type('i');
  await expect(field).toHaveValue('mari');
  // The shortcut closes the list as it opens it.
  await baton.keys('ctrl+alt+b');
  await expectClosed(baton);
  await openPopup(baton);
  await expect(field).toHaveValue('mari');

  await baton.keys('alt+l');
  const lines = popup.getByRole('listbox', { name: 'Lines' });
  await expect(lines.getByRole('option')).toHaveCount(2);
  await expect(lines.getByRole('option', { selected: true })).toHaveAccessibleName(/Support line/);
  await baton.keys('Escape');
  await expect(lines).toHaveCount(0);
  await expect(field).toBeFocused();
  await baton.keys('alt+l');
  await expect(lines).toBeFocused();
  await baton.keys('Down', 'Return');
  await expect(popup.getByRole('dialog', { name: 'Baton, practice line' })).toBeVisible();
  await baton.keys('alt+l');
  await expect(lines).toBeFocused();
  await baton.keys('Home', 'Return');
  await expect(popup.getByRole('dialog', { name: 'Baton', exact: true })).toBeVisible();
  await expect(field).toBeFocused();

  await baton.keys('ctrl+comma');
  const manager = await baton.page('manager');
  await expect(manager.getByRole('tab', { name: 'Account', selected: true })).toBeVisible();
  await expectClosed(baton);

  await openPopup(baton);
  await baton.keys('alt+4');
  expect(bodyOf(await server.arrived(1))).toContain('"to":"sip:dispatch@example.com"');
  await expect(popup.getByRole('heading', { name: 'Plivo accepted the transfer' })).toBeVisible();
});

test('Enter right behind the last key, and a pasted number: what is sent is what was typed', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({
    config: realLine(server.url, { defaults: { closeAfterMs: 0 } }),
  });
  await openPopup(baton);
  await desktop.run('xdotool', [
    'type',
    '--args',
    '1',
    '--delay',
    '2',
    '+442079460958',
    'key',
    '--delay',
    '0',
    'Return',
  ]);
  expect(bodyOf(await server.arrived(1))).toContain('"to":"+442079460958"');

  await expectClosed(baton);
  await openPopup(baton);
  await copyElsewhere(desktop, '+44 20 7946 0911');
  await baton.keys('ctrl+v', 'Return');
  expect(bodyOf(await server.arrived(2))).toContain('"to":"+442079460911"');
});

test('fifty presses of Enter are one POST, and nothing else starts while it runs', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  await openPopup(baton);

  server.reply('silence');
  await baton.type('+442079460958');
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
  await desktop.run('xdotool', ['key', '--repeat', '50', '--delay', '2', 'Return']);
  await server.arrived(1);
  const sending = popup.getByRole('heading', { name: 'Transferring to +44 20 7946 0958' });
  await expect(sending).toBeVisible();

  const answer = await popup.evaluate(() =>
    window.baton.call('transfer:start', {
      address: '+14155550134',
      role: 'agent',
      lineId: 'support',
    }),
  );
  expect(answer).toEqual({ ok: false, error: { code: 'busy' } });
  await baton.keys('Return', 'alt+1', 'Escape', 'space', 'y', 'n');
  // The shortcut only gives it the focus.
  await baton.keys('ctrl+alt+b');
  await hasKeys(baton);
  await expect(sending).toBeVisible();
  expect(server.requests).toHaveLength(1);
});

test('fifty presses of Enter on an answer that comes at once are one POST as well', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  server.reply(accepted);
  await openPopup(baton);
  await baton.type('+442079460958');
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
  await desktop.run('xdotool', ['key', '--repeat', '50', '--delay', '2', 'Return']);
  await baton.printed(/^baton: attempt accepted/m);
  expect(server.requests).toHaveLength(1);
});
