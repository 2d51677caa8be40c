import { chmodSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import type { Baton } from '../support/baton';
import { callBridge } from '../support/bridge';
import { expect, test } from '../support/fixtures';
import { configFor, fake } from '../support/line';
import { openManager, showPage, typeInto } from '../support/manager-window';
import { withFolder } from '../support/own-folder';
import { hasKeys, openPopup } from '../support/popup-window';
import { storedToken } from '../support/secret-service';
import { leavePopup, transferTo } from '../support/transfer';

const secret = 'fake-token-for-tests-that-no-message-may-quote';

/** What can be wrong with a file's text, and what is said of it on the terminal. */
const malformed = [
  {
    what: 'a syntax error',
    text: ['{', '  "version": 1,', '  "defaults": { "region" "GB" }', '}'],
    said: ['3:26: defaults.region: expected a colon between key and value'],
    facts: {
      place: 'line 3, column 26',
      key: 'defaults.region',
      expected: 'a colon between key and value',
    },
  },
  {
    what: 'an unknown key',
    text: ['{', '  "version": 1,', '  "enforced": {', '    "regoin": "GB"', '  }', '}'],
    said: ['4:5: enforced.regoin: expected "region", which is the nearest known key'],
    facts: {
      place: 'line 4, column 5',
      key: 'enforced.regoin',
      expected: '"region", which is the nearest known key',
    },
  },
  {
    what: 'values of the wrong type',
    text: [
      '{',
      '  "version": 1,',
      '  "defaults": { "historyDays": "ninety",',
      '    "lines": [{ "id": "support", "name": 5,',
      '      "phloId": "p", "nodeId": "n", "triggerSource": "+14155550100" }] },',
      `  "credentials": { "authId": "MAFAKE0EXAMPLE0BATON", "authToken": ["${secret}"] }`,
      '}',
    ],
    said: [
      '3:32: defaults.historyDays: expected a number',
      '4:42: defaults.lines[0].name: expected text in double quotes',
      '6:67: credentials.authToken: expected text in double quotes',
    ],
    facts: { place: 'line 3, column 32', key: 'defaults.historyDays', expected: 'a number' },
  },
] as const;

const messagesOf = (manager: Page) => manager.getByRole('list', { name: 'Messages' });

/** Baton runs as if there were no file: with the practice line, and it says so. */
async function expectPractice(baton: Baton): Promise<void> {
  const popup = await baton.page('popup');
  await openPopup(baton);
  await expect(popup.getByRole('note')).toContainText('Practice line');
  await leavePopup(baton);
}

for (const { what, text, said, facts } of malformed) {
  test(`a configuration file with ${what} is told of to the place, and Baton starts without it`, async ({
    startBaton,
  }) => {
    const baton = await startBaton({ config: text.join('\n') });
    for (const line of said) expect(baton.output).toContain(`${baton.configFile}:${line}`);
    expect(baton.output).not.toContain(secret);
    await expectPractice(baton);

    const messages = messagesOf(await openManager(baton));
    await expect(messages).toContainText('The configuration file has a mistake');
    await expect(messages).toContainText('Baton runs without it.');
    await expect(messages).toContainText(baton.configFile);
    for (const fact of Object.values(facts)) {
      await expect(messages.getByText(fact, { exact: true })).toBeVisible();
    }
    if (said.length > 1) await expect(messages).toContainText(`${said.length} in all`);
  });
}

test('a configuration file that is not there is told of, and Baton starts without it', async ({
  startBaton,
}) => {
  await withFolder(async (folder) => {
    const file = join(folder, 'nowhere.json');
    const baton = await startBaton({ args: [`--config=${file}`] });
    expect(baton.output).toContain(`baton: ${file}: expected a file, and there is none`);
    await expectPractice(baton);
    const messages = messagesOf(await openManager(baton));
    await expect(messages).toContainText("The configuration file can't be read");
    await expect(messages).toContainText(file);
  });
});

test('a configuration file that others may write is refused whole, its credentials too', async ({
  desktop,
  startBaton,
  server,
}) => {
  const authId = 'MAFAKE0WORLD0WRITE00';
  await withFolder(async (folder) => {
    const file = join(folder, 'config.json');
    writeFileSync(
      file,
      JSON.stringify({ ...configFor(server.url), credentials: { authId, authToken: secret } }),
    );
    chmodSync(file, 0o666);
    const baton = await startBaton({ args: [`--config=${file}`] });
    expect(baton.output).toContain(
      `baton: ${file}: expected a file that only its owner may write, not one of mode 666`,
    );
    await expectPractice(baton);
    const messages = messagesOf(await openManager(baton));
    await expect(messages).toContainText('The configuration file is not safe to use');
    expect(await storedToken(desktop, authId)).toBeNull();
  });
});

test('a configuration file behind a symbolic link is refused whole', async ({
  startBaton,
  server,
}) => {
  await withFolder(async (folder) => {
    const file = join(folder, 'config.json');
    writeFileSync(join(folder, 'real.json'), JSON.stringify(configFor(server.url)), {
      mode: 0o600,
    });
    symlinkSync('real.json', file);
    const baton = await startBaton({ args: [`--config=${file}`] });
    expect(baton.output).toContain(`baton: ${file}: expected the file itself, not a symbolic link`);
    await expectPractice(baton);
  });
});

test('a secret that others may read is refused, and the rest of the file is taken', async ({
  desktop,
  startBaton,
  server,
}) => {
  const authId = 'MAFAKE0SECRET0OPEN00';
  await withFolder(async (folder) => {
    const file = join(folder, 'config.json');
    writeFileSync(
      file,
      JSON.stringify({ ...configFor(server.url), credentials: { authId, authToken: secret } }),
    );
    chmodSync(file, 0o644);
    const baton = await startBaton({ args: [`--config=${file}`] });
    expect(baton.output).toMatch(
      /config\.json:1:\d+: credentials\.authToken: expected a token only in a file that nobody else may read/,
    );
    expect(baton.output).not.toContain(secret);
    const manager = await openManager(baton);
    const messages = messagesOf(manager);
    await expect(messages).toContainText('The Auth token in the configuration file was not taken');
    await expect(messages).toContainText('644');
    await expect(manager.getByLabel('Auth ID')).toHaveValue(authId);
    await expect(
      manager.getByRole('group', { name: 'Auth token' }).getByText('No Auth token yet'),
    ).toBeVisible();
    await showPage(manager, 'Lines');
    await expect(manager.getByRole('radio', { name: 'Support line' })).toBeChecked();
    expect(await storedToken(desktop, authId)).toBeNull();
  });
});

test('what the administrator enforces is locked on every page', async ({ startBaton, server }) => {
  const { defaults, ...rest } = configFor(server.url, {
    region: 'GB',
    shortcut: 'Control+Shift+F8',
    authId: fake.authId,
    network: { proxy: 'none', caFile: null, connectTimeoutMs: 2000, totalTimeoutMs: 4000 },
  });
  const baton = await startBaton({
    config: { ...rest, credentials: undefined, enforced: defaults },
  });
  await baton.pressShortcut('ctrl+shift+F8');
  await hasKeys(baton);
  await baton.keys('ctrl+comma');
  const manager = await baton.page('manager');
  await expect(manager.getByText('Some settings are set by your administrator')).toBeVisible();

  await expect(manager.getByText(fake.authId)).toBeVisible();
  await expect(manager.getByLabel('Auth ID')).toHaveCount(0);
  const network = manager.getByRole('region', { name: 'Network' });
  await expect(network.getByText('Set by your administrator')).toBeVisible();
  // Plivo's address is a part of the line, and that is enforced too.
  await expect(network.getByText('Managed', { exact: true })).toHaveCount(5);
  await expect(network.getByRole('textbox')).toHaveCount(0);
  await expect(network.getByRole('radio')).toHaveCount(0);

  await showPage(manager, 'Lines');
  const lines = manager.getByRole('region', { name: 'Line in use' });
  await expect(lines.getByText('Set by your administrator')).toBeVisible();
  await expect(lines.getByText('Your administrator chose the line in use.')).toBeVisible();
  await expect(lines.getByRole('button')).toHaveCount(0);
  await lines.getByText('Practice line').click();
  await expect(lines.getByRole('radio', { name: 'Support line' })).toBeChecked();
  const numbers = manager.getByRole('region', { name: 'Numbers' });
  await expect(numbers.getByText('Set by your administrator')).toBeVisible();
  await expect(numbers.getByText('GB', { exact: true })).toBeVisible();
  await expect(numbers.getByRole('textbox')).toHaveCount(0);

  await showPage(manager, 'Shortcuts');
  const everywhere = manager.getByRole('region', { name: 'Everywhere' });
  await expect(everywhere.getByText('Managed', { exact: true })).toBeVisible();
  await expect(everywhere.getByRole('button')).toHaveCount(0);

  // Main refuses it too, whatever the window sends.
  const replies = [
    await callBridge(manager, 'settings:change', { key: 'region', value: 'US' }),
    await callBridge(manager, 'settings:change', { key: 'authId', value: null }),
    await callBridge(manager, 'settings:change', { key: 'lines', value: [] }),
    await callBridge(manager, 'shortcut:change', { shortcut: 'Control+Alt+F8' }),
    await callBridge(manager, 'line:select', { lineId: 'practice' }),
  ];
  expect(replies).toEqual(
    ['region', 'authId', 'lines', 'shortcut', 'activeLine'].map((key) => ({
      ok: false,
      error: { code: 'setting-enforced', key },
    })),
  );
});

test("the person's own settings go before defaults and after what is enforced, across restarts", async ({
  startBaton,
  server,
}) => {
  const network = { proxy: 'none', connectTimeoutMs: 2000 };
  await withFolder(async (userData) => {
    const first = await startBaton({
      userData,
      config: configFor(server.url, {
        region: 'GB',
        network: { ...network, totalTimeoutMs: 5000 },
      }),
    });
    const manager = await openManager(first, 'Lines');
    await expect(manager.getByLabel('Region')).toHaveValue('GB');
    await typeInto(first, manager, 'Region', 'DE');
    await first.keys('Return');
    await expect(manager.getByText('belong to Germany')).toBeVisible();
    await showPage(manager, 'Account');
    await typeInto(first, manager, 'Connect within', '7');
    await first.keys('Return');
    await expect(manager.getByText('Connect within changed.')).toHaveCount(1);
    await first.app.close();

    // A default that the person has not touched follows the administrator; the others stay theirs.
    const second = await startBaton({
      userData,
      config: configFor(server.url, {
        region: 'FR',
        network: { ...network, totalTimeoutMs: 6000 },
      }),
    });
    const again = await openManager(second, 'Lines');
    await expect(again.getByLabel('Region')).toHaveValue('DE');
    await showPage(again, 'Account');
    await expect(again.getByLabel('Connect within')).toHaveValue('7');
    await expect(again.getByLabel('Answer within')).toHaveValue('6');
    await second.app.close();

    const third = await startBaton({
      userData,
      config: { ...configFor(server.url), enforced: { region: 'FR' } },
    });
    const enforced = await openManager(third, 'Lines');
    await expect(enforced.getByText('belong to France')).toBeVisible();
    await expect(enforced.getByLabel('Region')).toHaveCount(0);
    await third.app.close();

    const last = await startBaton({ userData });
    const alone = await openManager(last, 'Lines');
    await expect(alone.getByLabel('Region')).toHaveValue('DE');
  });
});

test('shortcut, region, line and time limits of a file take effect', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({
    config: configFor(server.url, {
      shortcut: 'Control+Shift+F9',
      region: 'GB',
      closeAfterMs: null,
      network: { proxy: 'none', connectTimeoutMs: 1000, totalTimeoutMs: 1500 },
    }),
  });
  expect(baton.output).toContain('baton: ready shortcut=Control+Shift+F9');
  await expect.poll(() => storedToken(desktop, fake.authId)).toBe(fake.authToken);
  const popup = await baton.page('popup');

  // The built-in shortcut is nobody's: of two presses, one opens the popup.
  await baton.keys('ctrl+alt+b');
  await baton.pressShortcut('ctrl+shift+F9');
  await hasKeys(baton);
  expect(baton.output.match(/^baton: popup shown$/gmu)).toHaveLength(1);
  await leavePopup(baton);

  await transferTo(baton, popup, '020 7946 0958', 'accepted', 'ctrl+shift+F9');
  expect(server.requests[0]).toContain('"to":"+442079460958"');
  await leavePopup(baton);

  // The file's limit, and none of the defaults, ends the wait.
  server.reply('silence');
  await transferTo(baton, popup, '020 7946 0999', 'unknown', 'ctrl+shift+F9');
  await expect(popup.getByText('Plivo did not answer in time').first()).toBeVisible();
  expect(server.requests).toHaveLength(2);
});
