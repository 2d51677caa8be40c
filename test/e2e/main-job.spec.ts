import { expect, test } from '../support/fixtures';
import { configFor, fake, version } from '../support/line';
import { openOtherWindow } from '../support/other-window';

/** The shortcut's own modifiers are pressed while the other window still has the focus. */
const isNoModifier = (key: string) => !/^(Control|Alt|Meta|ISO_)/.test(key);

test('the main job: shortcut, number, Enter, one POST, an honest outcome, and the focus back', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: configFor(server.url) });
  const popup = await baton.page('popup');
  const other = await openOtherWindow(desktop);

  await baton.pressShortcut();
  await expect(popup.getByRole('combobox', { name: 'Transfer to' })).toBeFocused();
  await baton.type('4155550134');
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
  await expect(popup.getByText('United States, not in your directory').first()).toBeVisible();
  await baton.keys('Return');

  const request = await server.arrived(1);
  await expect(popup.getByRole('heading', { name: 'Plivo accepted the transfer' })).toBeVisible();
  const [head = '', body = ''] = request.split('\r\n\r\n');
  const [requestLine, ...headers] = head.split('\r\n');
  expect(requestLine).toBe(
    `POST /v1/phlo/${fake.phloId}/multi_party_call/${encodeURIComponent(fake.nodeId)} HTTP/1.1`,
  );
  const fields = new Map(
    headers.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 2),
    ]),
  );
  expect(fields.get('authorization')).toBe(
    `Basic ${Buffer.from(`${fake.authId}:${fake.authToken}`).toString('base64')}`,
  );
  expect(fields.get('content-type')).toBe('application/json');
  expect(fields.get('user-agent')).toBe(`Baton/${version}`);
  expect(fields.get('host')).toBe(new URL(server.url).host);
  expect(fields.get('content-length')).toBe(String(Buffer.byteLength(body)));
  expect(fields.has('cookie')).toBe(false);
  expect(body).toBe(
    '{"action":"cold_transfer","to":"+14155550134","role":"agent","trigger_source":"+14155550100"}',
  );

  // It closes by itself, and the keys go to the other window again.
  await expect(async () => {
    expect(await baton.focusedWindow()).toBe(other.title);
  }).toPass();
  await baton.keys('F10');
  await expect.poll(() => other.keys().filter(isNoModifier)).toEqual(['F10']);
  expect(server.requests).toHaveLength(1);
  await other.close();
});

test('ten characters typed 20 ms apart from 60 ms after the press all arrive, none elsewhere', async ({
  desktop,
  startBaton,
}) => {
  const baton = await startBaton();
  const popup = await baton.page('popup');
  const other = await openOtherWindow(desktop);
  // One program presses and types, so that the 60 ms are its own and not those of a new process.
  await desktop.run('xdotool', [
    'key',
    'ctrl+alt+b',
    'sleep',
    '0.06',
    'type',
    '--delay',
    '20',
    'mariaalvar',
  ]);
  await expect(popup.getByRole('combobox')).toHaveValue('mariaalvar');
  expect(other.keys().filter(isNoModifier)).toEqual([]);
  await other.close();
});

test('digits typed fast are formatted and none is lost or moved', async ({
  desktop,
  startBaton,
}) => {
  const baton = await startBaton();
  const popup = await baton.page('popup');
  await desktop.run('xdotool', [
    'key',
    'ctrl+alt+b',
    'sleep',
    '0.06',
    'type',
    '--delay',
    '20',
    '+442079460958',
  ]);
  await expect(popup.getByRole('combobox')).toHaveValue('+44 20 7946 0958');
  await baton.printed(/popup shown/);
});

test('a key for everything: role by Tab, the role is what is sent', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: configFor(server.url) });
  const popup = await baton.page('popup');
  await baton.pressShortcut();
  await baton.type('+14155550134');
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
  await baton.keys('Tab');
  await expect(popup.getByRole('radio', { name: 'Agent' })).toBeFocused();
  await baton.keys('Right');
  await expect(popup.getByRole('radio', { name: 'Customer' })).toBeChecked();
  await baton.keys('Return');
  expect(await server.arrived(1)).toContain('"role":"customer"');
});
