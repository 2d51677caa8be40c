import type { Page } from '@playwright/test';

import { settingKeys } from '../../electron/contract/settings';
import { launcherPath } from '../support/baton';
import { expect, test } from '../support/fixtures';
import { lineAt } from '../support/real-line';
import { openManager, typeInto } from '../support/manager-window';
import { looker } from '../support/look';
import { hasKeys, openPopup } from '../support/popup-window';
import { storedSettings } from '../support/settings-file';

const everything = (url: string) => ({
  lines: [lineAt(url, 'support', 'Support line'), lineAt(url, 'sales', 'Sales line')],
  activeLine: 'support',
  region: 'GB',
  shortcut: 'Control+Alt+B',
  holdBackSeconds: 3,
  closeAfterMs: 1000,
  clipboardOffer: false,
  authId: 'MAFAKE0EXAMPLE0BATON',
  updates: 'off',
  destinations: { allow: ['+1*'], deny: [], directoryOnly: false },
  favourites: [{ name: 'Maria Alvarez', address: '+14155550134' }],
  directory: { files: [] },
  historyDays: 30,
  launchAtLogin: false,
  theme: 'light',
  language: 'en',
  network: { proxy: 'none', caFile: null, connectTimeoutMs: 2000, totalTimeoutMs: 4000 },
});

/** Rows that are no setting of the file: what is done there changes none. */
const noSetting = new Set([
  'authToken',
  'connectionTest',
  'files',
  'people',
  'popupKeys',
  'history',
  'clearHistory',
  'exportSettings',
  'checkUp',
  'kept',
  'welcome',
  'appFiles',
  'runtime',
  'links',
]);

/** Everything on the page that a person can change something with, by the row that it is in. */
async function controlsOf(manager: Page): Promise<{ row: string; control: string }[]> {
  return await manager.evaluate(() => {
    const editable =
      'input, textarea, select, button, [role="switch"], [role="slider"], [role="combobox"], [contenteditable="true"]';
    return [...document.querySelectorAll('[data-setting]')].flatMap((row) =>
      [...row.querySelectorAll(editable)]
        // Read-only, a radio shows what is chosen and cannot be chosen.
        .filter((element) => element.closest('[aria-readonly="true"]') === null)
        .map((element) => ({
          row: row.getAttribute('data-setting') ?? '',
          control: element.outerHTML.slice(0, 120),
        })),
    );
  });
}

test('where the administrator enforces every key, nothing of it can be edited on any page', async ({
  startBaton,
  server,
}) => {
  const enforced = everything(server.url);
  expect(Object.keys(enforced)).toEqual([...settingKeys]);
  const baton = await startBaton({ config: { version: 1, enforced } });
  const manager = await openManager(baton);
  const tabs = manager.getByRole('tab');
  await expect(tabs).not.toHaveCount(0);
  const rows = new Set<string>();
  for (const tab of await tabs.all()) {
    await tab.click();
    const name = (await tab.textContent()) ?? '';
    await expect(manager.getByRole('heading', { level: 1 })).toBeVisible();
    for (const row of await manager.locator('[data-setting]').all()) {
      rows.add((await row.getAttribute('data-setting')) ?? '');
    }
    const left = (await controlsOf(manager)).filter(({ row }) => !noSetting.has(row));
    expect(left, name).toEqual([]);
  }
  // The rows were really there, with their locks.
  for (const row of ['authId', 'proxy', 'lines', 'region', 'favourites', 'shortcut', 'theme']) {
    expect(rows).toContain(row);
  }
  for (const row of ['historyDays', 'launchAtLogin', 'updates']) expect(rows).toContain(row);

  // The files that the administrator watches are fixed; a person may still import one for a search.
  await manager.getByRole('tab', { name: 'Directory' }).click();
  const files = manager.locator('[data-setting="files"]');
  await expect(files.getByRole('textbox')).toHaveCount(0);
  await expect(manager.locator('[data-setting="watchFile"]')).toHaveCount(0);
});

test('where the administrator sets defaults alone, everything can be edited', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: { version: 1, defaults: everything(server.url) } });
  const manager = await openManager(baton);
  await expect(manager.getByText('Some settings are set by your administrator')).toHaveCount(0);
  const rows = new Set<string>();
  for (const tab of await manager.getByRole('tab').all()) {
    await tab.click();
    await expect(manager.getByRole('heading', { level: 1 })).toBeVisible();
    for (const { row } of await controlsOf(manager)) rows.add(row);
  }
  for (const row of ['authId', 'proxy', 'lines', 'region', 'favourites', 'shortcut', 'theme']) {
    expect(rows).toContain(row);
  }
});

test('where one network setting is enforced, it alone is locked', async ({ startBaton }) => {
  const enforced = { network: { proxy: 'http://proxy.example:3128' } };
  const baton = await startBaton({ config: { version: 1, enforced } });
  const manager = await openManager(baton);
  const row = (setting: string) => manager.locator(`[data-setting="${setting}"]`);
  await expect(row('proxy')).toContainText('http://proxy.example:3128');
  await expect(row('proxy').getByText('Managed', { exact: true })).toBeVisible();
  await expect(row('proxy').getByRole('radio')).toHaveCount(0);
  await typeInto(baton, manager, 'Connect within', '1.5');
  await baton.keys('Return');
  await expect
    .poll(() => storedSettings(baton))
    .toMatchObject({ network: { connectTimeoutMs: 1500 } });
  expect(storedSettings(baton)).not.toHaveProperty('network.proxy');
});

test('a line that is enforced has a lock in the popup, and no key, link or option changes it', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({
    config: { version: 1, enforced: everything(server.url) },
    args: ['--line=sales'],
  });
  const popup = await baton.page('popup');
  await openPopup(baton);
  const chip = popup.getByRole('img', {
    name: /^Line: Support line, .*set by your administrator/u,
  });
  const said = popup
    .locator('.aside')
    .getByText('The line is set by your administrator. Support line stays in use.');
  await expect(chip).toBeVisible();
  await expect(popup.getByRole('button', { name: /^Line/u })).toHaveCount(0);
  await baton.keys('alt+l');
  await expect(said).toBeVisible();
  await expect(popup.getByRole('listbox', { name: 'Lines' })).toHaveCount(0);
  await looker(desktop, popup, 'light')('line-fixed');
  await baton.type('m');
  await expect(said).toBeHidden();

  for (const asked of [
    '--line=sales',
    'baton:transfer?line=sales',
    'baton:transfer?line=practice',
  ]) {
    await desktop.run(launcherPath(), [`--user-data-dir=${baton.userData}`, asked], {
      limitMs: 30_000,
    });
    await hasKeys(baton);
    await expect(said).toBeVisible();
    await expect(chip).toBeVisible();
    await baton.keys('Shift_L');
  }

  // Practising is no transfer; from there the way leads back to the line that is set.
  await desktop.run(launcherPath(), [`--user-data-dir=${baton.userData}`, '--practice'], {
    limitMs: 30_000,
  });
  await popup.getByRole('button', { name: 'Leave practice' }).click();
  await expect(chip).toBeVisible();
});
