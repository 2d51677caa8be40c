import { chmodSync, rmSync } from 'node:fs';

import type { Page } from '@playwright/test';

import { expect, test } from '../support/fixtures';
import { lineAt } from '../support/real-line';
import { ManagedFileOnDisk } from '../support/managed-file';
import { openManager, showPage } from '../support/manager-window';
import { withFolder } from '../support/own-folder';
import { hasKeys } from '../support/popup-window';
import { leavePopup } from '../support/transfer';

const messagesOf = (manager: Page) => manager.getByRole('list', { name: 'Messages' });

test('a lock comes and goes with the file, without a restart, and so do its values', async ({
  startBaton,
  server,
}) => {
  await withFolder(async (folder) => {
    const file = new ManagedFileOnDisk(folder);
    file.replace({ version: 1, defaults: { region: 'GB' } });
    const baton = await startBaton({ args: [`--config=${file.path}`] });
    const manager = await openManager(baton, 'Lines');
    await expect(manager.getByLabel('Region')).toHaveValue('GB');
    const lines = manager.getByRole('radiogroup', { name: 'Line in use' });
    await expect(manager.getByRole('radio')).toHaveCount(1);

    file.replace({
      version: 1,
      enforced: {
        region: 'FR',
        lines: [lineAt(server.url, 'desk', 'Front desk')],
        activeLine: 'desk',
        shortcut: 'Control+Shift+F7',
        theme: 'dark',
      },
    });
    await expect(manager.getByText('belong to France')).toBeVisible();
    await expect(manager.getByLabel('Region')).toHaveCount(0);
    await expect(manager.getByRole('radio', { name: 'Front desk' })).toBeChecked();
    await expect(manager.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(lines.or(manager.getByRole('radiogroup'))).toHaveAttribute(
      'aria-readonly',
      'true',
    );
    await showPage(manager, 'Shortcuts');
    await expect(
      manager.getByRole('region', { name: 'Everywhere' }).getByText('Managed', { exact: true }),
    ).toBeVisible();

    // The new shortcut works at once, the old one no longer.
    await baton.keys('ctrl+alt+b');
    await baton.pressShortcut('ctrl+shift+F7');
    await hasKeys(baton);
    const popup = await baton.page('popup');
    await expect(popup.getByText('Front desk')).toBeVisible();
    await leavePopup(baton);

    // Gone, it counts as empty: what it said is said no more.
    rmSync(file.path);
    await expect(
      manager.getByRole('region', { name: 'Everywhere' }).getByText('Managed', { exact: true }),
    ).toHaveCount(0);
    await showPage(manager, 'Lines');
    await expect(manager.getByLabel('Region')).toHaveValue('US');
    await expect(manager.getByRole('radio')).toHaveCount(1);
    await expect(messagesOf(manager)).toContainText("The configuration file can't be read");
    await baton.pressShortcut('ctrl+alt+b');
    await hasKeys(baton);
  });
});

test('a language that the administrator sets is spoken at once', async ({ startBaton }) => {
  await withFolder(async (folder) => {
    const file = new ManagedFileOnDisk(folder);
    file.replace({ version: 1, defaults: { language: 'en' } });
    const baton = await startBaton({ args: [`--config=${file.path}`] });
    const manager = await openManager(baton);
    file.replace({ version: 1, enforced: { language: 'de' } });
    await expect(manager.getByRole('tab', { name: 'Konto' })).toBeVisible();
  });
});

test('a file that is damaged while Baton runs keeps its last good content in force, until it is mended', async ({
  startBaton,
}) => {
  await withFolder(async (folder) => {
    const file = new ManagedFileOnDisk(folder);
    const good = { version: 1, enforced: { region: 'FR' } };
    file.replace(good);
    const baton = await startBaton({ args: [`--config=${file.path}`] });
    const manager = await openManager(baton, 'Lines');
    await expect(manager.getByText('belong to France')).toBeVisible();
    const messages = messagesOf(manager);
    await expect(messages).toHaveCount(0);

    file.replace('{\n  "version": 1,\n  "enforced": { "regoin": "DE" }\n}');
    await expect(messages).toContainText('The configuration file has a mistake');
    await expect(messages).toContainText('Baton keeps to the last content of it that was good.');
    await expect(messages.getByText('line 3, column 17', { exact: true })).toBeVisible();
    await expect(manager.getByText('belong to France')).toBeVisible();
    expect(baton.output).toContain(
      `${file.path}:3:17: enforced.regoin: expected "region", which is the nearest known key`,
    );

    // One kind of damage takes the place of the other.
    file.replace(good);
    chmodSync(file.path, 0o666);
    await expect(messages).toContainText('The configuration file is not safe to use');
    await expect(messages.getByRole('listitem')).toHaveCount(1);
    await expect(manager.getByText('belong to France')).toBeVisible();
    await expect(manager.getByLabel('Region')).toHaveCount(0);

    chmodSync(file.path, 0o644);
    await expect(messages).toHaveCount(0);
    file.replace({ version: 1, enforced: { region: 'DE' } });
    await expect(manager.getByText('belong to Germany')).toBeVisible();
  });
});

test('a file that comes late, its folder with it, is in force from then on', async ({
  startBaton,
}) => {
  await withFolder(async (folder) => {
    const file = new ManagedFileOnDisk(folder);
    const baton = await startBaton({ args: [`--config=${file.path}`] });
    const manager = await openManager(baton, 'Lines');
    await expect(messagesOf(manager)).toContainText('Baton runs without it.');
    file.replace({ version: 1, enforced: { region: 'FR' } });
    await expect(manager.getByText('belong to France')).toBeVisible();
    await expect(messagesOf(manager)).toHaveCount(0);
  });
});
