import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Baton } from '../support/baton';
import { answerDialog, typePath } from '../support/choose-file';
import { copyElsewhere } from '../support/clipboard';
import { foundDialog, openImport, pasteAndRead } from '../support/import-window';
import { configFor } from '../support/line';
import { takePicture } from '../support/pictures';
import { openManager, showPage } from '../support/manager-window';
import { expect, test } from '../support/own-desktop';
import { withFolder } from '../support/own-folder';
import { lineAt } from '../support/real-line';
import { storedToken } from '../support/secret-service';
import { storedSettings } from '../support/settings-file';
import { Traces } from '../support/traces';
import { leavePopup, transferTo } from '../support/transfer';

const phloId = '0b5c8e1e-0000-4000-8000-000000000001';
const nodeId = '7d20aa10-0000-4000-8000-000000000002';
const network = { proxy: 'none', connectTimeoutMs: 2000, totalTimeoutMs: 4000 };
const bare = (defaults: object = {}, enforced: object = {}) => ({
  version: 1,
  defaults: { network, holdBackSeconds: 0, closeAfterMs: null, clipboardOffer: false, ...defaults },
  enforced,
});

const body = (own: string) =>
  JSON.stringify({
    action: 'cold_transfer',
    to: '+14155550134',
    role: 'agent',
    trigger_source: own,
  });
const curl = (base: string, authId: string, token: string) =>
  `curl -u '${authId}:${token}' -d '${body('+14155550100')}' ${base}/v1/phlo/${phloId}/multi_party_call/${nodeId}`;

const item = {
  name: 'Cold transfer a caller',
  request: {
    auth: {
      type: 'basic',
      basic: [
        { key: 'username', value: '{{auth_id}}' },
        { key: 'password', value: '{{auth_token}}' },
      ],
    },
    method: 'POST',
    body: { mode: 'raw', raw: body('{{trigger_source}}') },
    url: { raw: 'https://phlorunner.plivo.com/v1/phlo/{phlo_id}/multi_party_call/{node_id}' },
  },
};
const collection = JSON.stringify({ info: { name: 'PHLO' }, item: [item] });
const environment = (authId: string, token: string) =>
  JSON.stringify({
    name: 'Plivo',
    values: Object.entries({
      auth_id: authId,
      auth_token: token,
      phlo_id: phloId,
      node_id: nodeId,
      trigger_source: '+14155550100',
    }).map(([key, value]) => ({ key, value, enabled: true })),
  });

/** Everywhere outside of the keychain, the windows included. */
async function tracesOf(token: string, baton: Baton): Promise<string[]> {
  const traces = new Traces(token);
  const heaps = await Promise.all(baton.app.windows().map((page) => traces.inHeap(page)));
  return [
    ...traces.inFolder(baton.userData),
    ...traces.inFolder(baton.desktop.home),
    ...traces.in(Buffer.from(baton.output), 'stdout and stderr'),
    ...traces.inProcesses(baton.pid),
    ...heaps.flat(),
  ];
}

test.afterEach(async ({ desktop }) => {
  await copyElsewhere(desktop, '');
});

test('a pasted curl command becomes a line and a sign-in that transfer, and its token is in the keychain alone', async ({
  desktop,
  startBaton,
  server,
}) => {
  const authId = 'MAFAKE0IMPORT0CURL00';
  const token = 'fake-token-for-tests-pasted-as-curl-01234';
  const baton = await startBaton({ config: bare() });
  const popup = await baton.page('popup');
  const manager = await openManager(baton, 'Lines');
  await openImport(manager);
  const other = 'MAFAKE0SECOND0BATON0';
  const pasted = `${curl(server.url, authId, token)}\nPLIVO_AUTH_ID=${other}`;
  await pasteAndRead(baton, manager, pasted);

  const found = foundDialog(manager);
  await expect(found).toContainText('Nothing is saved yet.');
  await expect(found).toContainText('Found. It goes straight into the system keychain.');
  await expect(found.getByLabel('Auth ID')).toHaveValue(authId);
  // Every line uses one account: that the other is left alone is said.
  await expect(found).toContainText(`another account is in it too: ${other}.`);
  await takePicture(desktop, manager, 'import-two-accounts');
  await expect(found.getByLabel('PHLO ID')).toHaveValue(phloId);
  await expect(found.getByLabel('Node ID')).toHaveValue(nodeId);
  await expect(found.getByLabel('Trigger source')).toHaveValue('+14155550100');
  // It sends to a server of its own: that is not to be overlooked.
  await expect(found).toContainText('Not the usual address of Plivo');
  await copyElsewhere(desktop, '');
  // The window was given it by the person, and has let go of it before anything is saved.
  expect(await manager.content()).not.toContain(token);
  expect(await tracesOf(token, baton)).toEqual([]);
  expect(storedSettings(baton)).toEqual({});
  expect(await storedToken(desktop, authId)).toBeNull();

  // The one thing that no artefact knows.
  await baton.keys('Return');
  await found.getByRole('button', { name: 'Save', exact: true }).click();
  const name = found.getByLabel('Name');
  await expect(name).toBeFocused();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await baton.type('Support line');
  await baton.keys('Return');
  await expect(found).toHaveCount(0);
  await expect(manager.getByRole('button', { name: /^Import from/u })).toBeFocused();
  await expect(manager.getByRole('radio', { name: /Support line/u })).toBeChecked();

  expect(await storedToken(desktop, authId)).toBe(token);
  expect(storedSettings(baton)).toMatchObject({
    authId,
    lines: [{ id: 'support-line', name: 'Support line', phloId, nodeId, apiBaseUrl: server.url }],
  });
  await transferTo(baton, popup, '4155550134', 'accepted');
  await leavePopup(baton);
  const basic = Buffer.from(`${authId}:${token}`).toString('base64');
  expect(server.requests).toHaveLength(1);
  expect(server.requests[0]).toContain(`/v1/phlo/${phloId}/multi_party_call/${nodeId}`);
  expect(server.requests[0]).toContain(`Authorization: Basic ${basic}`);
  expect(await tracesOf(token, baton)).toEqual([]);
});

test('a Postman item and its environment are read together from files, and placeholders are named', async ({
  desktop,
  startBaton,
}) => {
  const authId = 'MAFAKE0IMPORT0POST00';
  const token = 'fake-token-for-tests-in-an-environment-01';
  await withFolder(async (folder) => {
    writeFileSync(join(folder, 'a.postman_collection.json'), collection);
    writeFileSync(join(folder, 'b.postman_environment.json'), environment(authId, token));
    const baton = await startBaton({ config: bare() });
    const manager = await openManager(baton, 'Account');
    const dialog = await openImport(manager);
    const choose = (keys: () => Promise<void>) => answerDialog(baton, 'Choose what to read', keys);

    // The item alone has names in the places of its ids.
    await dialog.getByRole('button', { name: 'Choose files…' }).click();
    await choose(() => typePath(baton, join(folder, 'a.postman_collection.json')));
    const found = foundDialog(manager);
    await expect(found).toContainText(
      'Still placeholders: trigger_source, phlo_id, node_id, auth_id, auth_token.',
    );
    await expect(found.getByLabel('Name')).toHaveValue('Cold transfer a caller');
    await expect(found.getByLabel('PHLO ID')).toHaveValue('');

    await found.getByLabel('Name').fill('Support line');
    await found.getByRole('button', { name: 'Add more…' }).click();
    await expect(dialog.getByLabel('Text to read')).toBeFocused();
    await dialog.getByRole('button', { name: 'Choose files…' }).click();
    await choose(() => typePath(baton, join(folder, 'b.postman_environment.json')));
    await expect(found.getByLabel('PHLO ID')).toHaveValue(phloId);
    await expect(found.getByLabel('Node ID')).toHaveValue(nodeId);
    await expect(found.getByLabel('Auth ID')).toHaveValue(authId);
    await expect(found).not.toContainText('Still placeholders');
    // What was typed before something was added is still there.
    await expect(found.getByLabel('Name')).toHaveValue('Support line');
    await found.getByRole('button', { name: 'Cancel' }).click();

    // Both at once, as a person marks two files. The dialog says nothing of having listed a folder:
    // keys that come before that choose less.
    await expect(async () => {
      if (await found.isVisible()) await baton.keys('Escape');
      await openImport(manager);
      await dialog.getByRole('button', { name: 'Choose files…' }).click();
      await expect.poll(() => baton.focusedWindow()).toBe('Choose what to read');
      await typePath(baton, `${folder}/`);
      await choose(() => baton.keys('ctrl+a', 'Return'));
      await expect(found.getByLabel('PHLO ID')).toHaveValue(phloId, { timeout: 3000 });
    }).toPass();
    await expect(found.getByLabel('Auth ID')).toHaveValue(authId);
    await found.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(found).toHaveCount(0);
    await expect(manager.getByText('Stored in the system keychain', { exact: true })).toBeVisible();
    expect(await storedToken(desktop, authId)).toBe(token);
    expect(await tracesOf(token, baton)).toEqual([]);
  });
});

test('a line of the same PHLO and node is updated, which is said, and parts can be left out', async ({
  startBaton,
  server,
}) => {
  const there = { ...lineAt(server.url, 'support', 'Support line'), phloId, nodeId };
  const baton = await startBaton({ config: bare({ lines: [there] }) });
  const manager = await openManager(baton, 'Lines');
  await openImport(manager);
  const other = `https://phlorunner.plivo.com/v1/phlo/${phloId}/multi_party_call/other`;
  await pasteAndRead(
    baton,
    manager,
    `${curl('https://phlorunner.plivo.com', '$PLIVO_AUTH_ID', '$X')}\ncurl ${other}\ncurl ${other}-2`,
  );
  const found = foundDialog(manager);
  await expect(found.getByRole('heading', { name: /^Line 1 of 3/u })).toContainText(
    'Updates “Support line”',
  );
  await expect(found.getByLabel('Name').first()).toHaveValue('Support line');
  await expect(found.getByRole('heading', { name: /^Line 2 of 3/u })).toContainText('New');
  // There is no sign-in in it, so none is spoken of.
  await expect(found.getByLabel('Auth ID')).toHaveCount(0);
  await found.getByRole('region', { name: 'Line 2 of 3' }).getByText('Save this line').click();
  const third = found.getByRole('region', { name: 'Line 3 of 3' });
  await third.getByLabel('Name').fill('Night line');
  await third.getByLabel('Trigger source').fill('+14155550101');
  await found.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(found).toHaveCount(0);
  expect(storedSettings(baton).lines).toMatchObject([
    { id: 'support', name: 'Support line', apiBaseUrl: 'https://phlorunner.plivo.com' },
    { id: 'night-line', nodeId: 'other-2' },
  ]);
});

test('a text in which nothing was found stays, unless it may hold a secret', async ({
  startBaton,
}) => {
  const baton = await startBaton({ config: bare() });
  const manager = await openManager(baton, 'Lines');
  const dialog = await openImport(manager);
  const field = dialog.getByLabel('Text to read');
  await dialog.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(dialog).toContainText('Paste a text first, or choose files.');
  await expect(field).toBeFocused();

  await pasteAndRead(baton, manager, 'curl https://example.com');
  await expect(dialog.locator('.problem')).toContainText('Nothing of Plivo was found');
  await expect(dialog.locator('.problem')).toContainText('Your text is still there.');
  await expect(field).toHaveValue('curl https://example.com');
  await expect(field).toBeFocused();

  const secret = 'fake-token-for-tests-in-nothing-known-123';
  await pasteAndRead(baton, manager, `password ${secret}`);
  await expect(dialog.locator('.problem')).toContainText('the field is empty again');
  await expect(field).toHaveValue('');
  await expect(field).toBeFocused();
  await baton.keys('ctrl+z', 'ctrl+z');
  await expect(field).toHaveValue('');
  await copyElsewhere(baton.desktop, '');
  expect(await tracesOf(secret, baton)).toEqual([]);
  await baton.keys('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(manager.getByRole('button', { name: /^Import from/u })).toBeFocused();
});

test('what the administrator has set is said, and the rest can be taken', async ({
  startBaton,
  server,
}) => {
  const lines = [lineAt(server.url, 'support', 'Support line')];
  const authId = 'MAFAKE0IMPORT0OWN000';
  const baton = await startBaton({ config: bare({}, { lines, authId }) });
  const manager = await openManager(baton, 'Lines');
  await expect(manager.getByRole('button', { name: /^Import from/u })).toHaveCount(0);
  await showPage(manager, 'Account');
  await openImport(manager);
  const text = curl(server.url, 'MAFAKE0IMPORT0OTHER0', 'fake-token-for-tests-of-nobody');
  await pasteAndRead(baton, manager, text);
  const found = foundDialog(manager);
  await expect(found).toContainText('the lines found here are not saved');
  await expect(found).toContainText(`Your administrator set ${authId}, so it is not saved.`);
  await found.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(found.getByRole('alert')).toHaveText('Nothing is chosen to be saved.');
  await baton.keys('Escape');

  const token = 'fake-token-for-tests-of-the-managed-account';
  await openImport(manager);
  await pasteAndRead(baton, manager, `PLIVO_AUTH_ID=${authId}\nPLIVO_AUTH_TOKEN=${token}\n`);
  await expect(found.getByText('Managed', { exact: true })).toBeVisible();
  await found.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(found).toHaveCount(0);
  expect(await storedToken(baton.desktop, authId)).toBe(token);
  expect(storedSettings(baton)).toEqual({});
});

test('without a keychain nothing is saved until the person says how, and no token is written', async ({
  ownDesktop,
  startOn,
  server,
}) => {
  const authId = 'MAFAKE0IMPORT0NOKEY0';
  const token = 'fake-token-for-tests-without-a-keychain-1';
  const desktop = await ownDesktop({ keychain: 'none' });
  const baton = await startOn(desktop, { config: bare() });
  const popup = await baton.page('popup');
  const manager = await openManager(baton, 'Account');
  await openImport(manager);
  await pasteAndRead(baton, manager, curl(server.url, authId, token));
  const found = foundDialog(manager);
  await found.getByLabel('Name').fill('Support line');
  await found.getByRole('button', { name: 'Save', exact: true }).click();
  const problem = found.locator('.problem').last();
  await expect(problem).toContainText('No system keychain');
  await expect(problem).toContainText('Nothing was saved.');
  await expect(problem).toContainText('What to do');
  expect(storedSettings(baton)).toEqual({});
  await expect(problem.getByRole('button', { name: 'Save without the token' })).toBeVisible();

  await problem.getByRole('button', { name: 'Use for this run only' }).click();
  await expect(found).toHaveCount(0);
  await expect(manager.getByText('Kept for this run only')).toBeVisible();
  expect(storedSettings(baton)).toMatchObject({ authId, lines: [{ name: 'Support line' }] });
  await transferTo(baton, popup, '4155550134', 'accepted');
  await leavePopup(baton);
  await copyElsewhere(desktop, '');
  expect(await tracesOf(token, baton)).toEqual([]);
});

test('the settings are exported as a managed file that sets up another Baton, without a token', async ({
  startBaton,
  server,
}) => {
  await withFolder(async (folder) => {
    const file = join(folder, 'fleet.json');
    const favourites = [{ name: 'Maria Alvarez', address: '+14155550134' }];
    const baton = await startBaton({ config: configFor(server.url, { favourites }) });
    const manager = await openManager(baton, 'About');
    const button = manager.getByRole('button', { name: 'Export settings…' });
    await button.click();
    await answerDialog(baton, 'Export settings', async () => {
      await baton.keys('ctrl+a');
      await baton.type(file);
      await baton.keys('Return');
    });
    await expect(manager.getByText(`Saved as ${file}`).first()).toBeVisible();
    await expect(button).toBeFocused();
    expect(existsSync(file)).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(new Traces('fake-token-for-tests').inFolder(folder)).toEqual([]);

    await baton.app.close();
    const other = await startBaton({ config: readFileSync(file, 'utf8') });
    const there = await openManager(other, 'Lines');
    await expect(there.getByRole('radio', { name: /Support line/u })).toBeChecked();
    await showPage(there, 'Directory');
    await expect(there.getByRole('grid', { name: 'Favourites' })).toContainText('Maria Alvarez');
    await expect(there.getByRole('list', { name: 'Messages' })).toHaveCount(0);
  });
});
