import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Locator, Page } from '@playwright/test';

import { chooseFile } from '../support/choose-file';
import { expect, test } from '../support/fixtures';
import { configFor } from '../support/line';
import { openManager, typeInto } from '../support/manager-window';
import { withFolder } from '../support/own-folder';
import { openPopup } from '../support/popup-window';
import { storedSettings } from '../support/settings-file';
import { leavePopup } from '../support/transfer';

const team = [
  'Name;Phone;Department',
  'Maria Alvarez;+1 415 555 0134;Billing',
  'José Núñez;+1 415 555 0161;Support',
  'Nobody;;Sales',
  'Priya Nair;+44 20 7946 0958;Sales',
].join('\r\n');

const files = (manager: Page) => manager.getByRole('list', { name: 'Contact files' });
const people = (manager: Page) => manager.getByRole('list', { name: 'Directory' });
const favourites = (manager: Page) => manager.getByRole('grid', { name: 'Favourites' });
const namesIn = (rows: Locator) => rows.locator('.person__name b');

test('a table is imported: what it is, what it brought, what was rejected and why', async ({
  startBaton,
}) => {
  await withFolder(async (folder) => {
    const file = join(folder, 'team.csv');
    writeFileSync(file, Buffer.from(team, 'latin1'));
    const baton = await startBaton();
    const manager = await openManager(baton, 'Directory');
    await expect(manager.getByText('No files yet')).toBeVisible();
    await chooseFile(baton, manager, file);

    const preview = manager.getByRole('dialog', { name: 'Import “team.csv”' });
    await expect(preview).toContainText('Table, windows-1252');
    await expect(preview).toContainText('4 rows');
    await expect(preview).toContainText('Recognised columns: Name, Number, Department');
    await preview.getByRole('button', { name: 'Change columns…' }).click();
    await expect(preview.getByLabel('What “Phone” is')).toHaveValue('number');
    await preview.getByRole('button', { name: 'Import', exact: true }).click();

    const report = manager.getByRole('dialog', { name: '“team.csv” is imported' });
    await expect(report.getByRole('button', { name: 'Done' })).toBeFocused();
    await expect(report.locator('dd')).toHaveText(['3', '0', '0', '0', '1']);
    await report.getByRole('button', { name: 'Rejected rows…' }).click();
    const rejected = manager.getByRole('dialog', { name: 'Rejected rows of “team.csv”' });
    await expect(rejected.locator('tbody tr')).toHaveText([/^4.*Nobody.*No number and no SIP/u]);
    await baton.keys('Escape');
    await expect(rejected).toHaveCount(0);
    await expect(report.getByRole('button', { name: 'Rejected rows…' })).toBeFocused();
    await report.getByRole('button', { name: 'Done' }).click();
    await expect(manager.getByRole('button', { name: 'Import a file…' })).toBeFocused();

    await expect(files(manager).getByRole('listitem')).toHaveText([
      /team\.csv.*Imported.*3 entries, 1 rejected, read /u,
    ]);
    await expect(namesIn(people(manager))).toHaveText([
      'José Núñez',
      'Maria Alvarez',
      'Priya Nair',
    ]);

    // The same file again: it updates in place.
    writeFileSync(file, Buffer.from(team.replace('0134', '0135'), 'latin1'));
    await chooseFile(baton, manager, file);
    await preview.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(report.getByRole('button', { name: 'Done' })).toBeFocused();
    await expect(report.locator('dd').nth(3)).toHaveText('2');
    await baton.keys('Return');
    await expect(files(manager).getByRole('listitem')).toHaveCount(1);
    await expect(people(manager)).toContainText('+1 415 555 0135');

    await manager.getByRole('button', { name: 'Remove… team.csv' }).click();
    const question = manager.getByRole('alertdialog', { name: 'Remove “team.csv”?' });
    await expect(question).toContainText('Its 3 entries leave the directory.');
    await question.getByRole('button', { name: 'Remove' }).click();
    await expect(manager.getByText('No files yet')).toBeVisible();
    await expect(manager.getByText('Your directory is empty.')).toBeVisible();
    await expect(manager.getByRole('button', { name: 'Import a file…' })).toBeFocused();
  });
});

test('columns that nobody knows are asked about at once', async ({ startBaton }) => {
  await withFolder(async (folder) => {
    const file = join(folder, 'odd.csv');
    writeFileSync(file, 'Wer,Wohin\nMaria Alvarez,+1 415 555 0134\n');
    const baton = await startBaton();
    const manager = await openManager(baton, 'Directory');
    await chooseFile(baton, manager, file);
    const preview = manager.getByRole('dialog', { name: 'Import “odd.csv”' });
    await expect(preview).toContainText('Say what the columns are.');
    for (const [column, meaning] of [
      ['Wer', 'name'],
      ['Wohin', 'ignore'],
    ] as const) {
      await preview.getByLabel(`What “${column}” is`).selectOption(meaning);
    }
    await preview.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(preview.getByRole('alert')).toHaveText(
      'Choose which column is the number or the SIP address.',
    );
    await preview.getByLabel('What “Wohin” is').selectOption('number');
    await preview.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(manager.getByRole('dialog').locator('dd').first()).toHaveText('1');
  });
});

test('a file that cannot be read is said in three parts', async ({ startBaton }) => {
  await withFolder(async (folder) => {
    const file = join(folder, 'broken.json');
    writeFileSync(file, '[{"name": "Maria" "number": 1}]');
    const baton = await startBaton();
    const manager = await openManager(baton, 'Directory');
    await chooseFile(baton, manager, file);
    await expect(manager.locator('.problem')).toContainText('The JSON has a mistake');
    await expect(manager.locator('.problem')).toContainText('line 1');
    await expect(manager.locator('.problem')).toContainText('What to do');
  });
});

test('a file that is watched is read again by itself, and stays when it goes', async ({
  startBaton,
}) => {
  await withFolder(async (folder) => {
    const file = join(folder, 'team.csv');
    writeFileSync(file, 'name,number\nMaria Alvarez,+1 415 555 0134\n');
    const baton = await startBaton();
    const manager = await openManager(baton, 'Directory');
    await typeInto(baton, manager, 'Watch a file', file);
    await baton.keys('Return');
    await expect(manager.getByLabel('Watch a file')).toHaveValue('');
    await expect(files(manager).getByRole('listitem')).toHaveText([/team\.csv.*Watched.*1 entry/u]);
    expect(storedSettings(baton).directory).toEqual({ files: [file] });

    const next = join(folder, 'next.csv');
    writeFileSync(next, 'name,number\nMaria Alvarez,+1 415 555 0134\nPriya Nair,+442079460958\n');
    renameSync(next, file);
    await expect(files(manager)).toContainText('2 entries');
    await expect(namesIn(people(manager))).toHaveText(['Maria Alvarez', 'Priya Nair']);

    renameSync(file, join(folder, 'gone.csv'));
    await expect(files(manager).locator('.problem')).toContainText('The file is not there');
    await expect(files(manager)).toContainText('2 entries');

    await manager.getByRole('button', { name: 'Stop watching… team.csv' }).click();
    await manager.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await expect(manager.getByText('No files yet')).toBeVisible();
    expect(storedSettings(baton).directory).toEqual({ files: [] });
  });
});

test('favourites: starred, added by hand, put in order by keyboard, by button and by drag, and in the popup in that order', async ({
  startBaton,
  server,
}) => {
  await withFolder(async (folder) => {
    const file = join(folder, 'team.csv');
    writeFileSync(file, team);
    const baton = await startBaton({
      config: configFor(server.url, { directory: { files: [file] } }),
    });
    const popup = await baton.page('popup');
    const manager = await openManager(baton, 'Directory');
    const names = namesIn(favourites(manager));
    await expect(
      manager.getByText('Star someone in the directory to keep them here.'),
    ).toBeVisible();

    // By keyboard: into the list from the search, down, star.
    await typeInto(baton, manager, 'Find in the directory', 'nunez');
    await expect(namesIn(people(manager))).toHaveText(['José Núñez']);
    await baton.keys('Down', 'space');
    await expect(names).toHaveText(['José Núñez']);
    await expect(
      manager.getByRole('button', { name: 'Take José Núñez out of the favourites' }),
    ).toBeFocused();
    await typeInto(baton, manager, 'Find in the directory', 'alvarez');
    await expect(namesIn(people(manager))).toHaveText(['Maria Alvarez']);
    await manager.getByRole('button', { name: 'Add Maria Alvarez to the favourites' }).click();
    await expect(names).toHaveText(['José Núñez', 'Maria Alvarez']);

    await manager.getByRole('button', { name: 'Add a favourite…' }).click();
    const form = manager.getByRole('dialog', { name: 'Add a favourite' });
    await baton.type('Front desk');
    await baton.keys('Return');
    await expect(form.getByText('Give a number or SIP address.')).toBeVisible();
    await expect(form.getByLabel('Number or SIP address')).toBeFocused();
    await baton.type('desk@phone.plivo.com');
    await form.getByText('Customer', { exact: true }).click();
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(names).toHaveText(['José Núñez', 'Maria Alvarez', 'Front desk']);
    await expect(favourites(manager).getByRole('row').nth(2)).toContainText('Alt+3');
    await expect(manager.getByRole('button', { name: 'Add a favourite…' })).toBeFocused();

    // Alt and an arrow: the row keeps the focus.
    const row = (name: string) => favourites(manager).getByRole('row', { name });
    await row('Front desk').focus();
    await baton.keys('alt+Up', 'alt+Up');
    await expect(names).toHaveText(['Front desk', 'José Núñez', 'Maria Alvarez']);
    await expect(row('Front desk')).toBeFocused();
    await expect(manager.getByRole('status')).toHaveText('Front desk is number 1 of 3.');
    // Each press means the list as it is by then, not as it was painted; the focus goes with the row.
    await baton.keys('alt+Down', 'alt+Down', 'alt+Up', 'alt+Down', 'alt+Up', 'alt+Up');
    await expect(manager.getByRole('status')).toHaveText('Front desk is number 1 of 3.');
    await baton.keys('alt+Down', 'alt+Down');
    await expect(names).toHaveText(['José Núñez', 'Maria Alvarez', 'Front desk']);
    await expect(row('Front desk')).toBeFocused();
    await manager.getByRole('button', { name: 'Move Front desk up' }).evaluate((button) => {
      for (let press = 0; press < 2; press += 1)
        button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    });
    await expect(names).toHaveText(['Front desk', 'José Núñez', 'Maria Alvarez']);

    await manager.getByRole('button', { name: 'Move Front desk down' }).click();
    await expect(names).toHaveText(['José Núñez', 'Front desk', 'Maria Alvarez']);

    await row('Maria Alvarez').dragTo(row('José Núñez'), {
      sourcePosition: { x: 100, y: 20 },
      targetPosition: { x: 100, y: 3 },
    });
    await expect(names).toHaveText(['Maria Alvarez', 'José Núñez', 'Front desk']);

    await manager.getByRole('button', { name: 'Edit José Núñez' }).click();
    const edit = manager.getByRole('dialog', { name: 'Edit José Núñez' });
    await expect(edit.getByLabel('Team')).toHaveValue('Support');
    await baton.keys('ctrl+a');
    await baton.type('Pepe');
    await baton.keys('Return');
    await expect(names).toHaveText(['Maria Alvarez', 'Pepe', 'Front desk']);

    await openPopup(baton);
    await expect(popup.getByRole('group', { name: 'Favourites' }).getByRole('option')).toHaveText([
      /Maria Alvarez/u,
      /Pepe/u,
      /Front desk/u,
    ]);
    await leavePopup(baton);
    expect(storedSettings(baton).favourites).toEqual([
      { name: 'Maria Alvarez', address: '+14155550134', note: 'Billing' },
      { name: 'Pepe', address: '+14155550161', note: 'Support' },
      { name: 'Front desk', address: 'sip:desk@phone.plivo.com', role: 'customer' },
    ]);

    await manager.getByRole('button', { name: 'Remove Pepe' }).click();
    await expect(names).toHaveText(['Maria Alvarez', 'Front desk']);
    await expect(row('Front desk')).toBeFocused();
    // Each press means its row, however fast the next one comes.
    await manager
      .getByRole('button', { name: /^Remove (?:Maria|Front)/u })
      .evaluateAll((buttons) => {
        for (const button of buttons)
          button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      });
    await expect(names).toHaveCount(0);
    await expect(manager.getByRole('button', { name: 'Add a favourite…' })).toBeFocused();
  });
});

test('a long directory is gone through by keyboard to its end and back', async ({
  startBaton,
  server,
}) => {
  await withFolder(async (folder) => {
    const file = join(folder, 'long.csv');
    const rows = Array.from({ length: 20_000 }, (_, index) => {
      const number = String(index).padStart(5, '0');
      return `Person ${number},+49301234${number}`;
    });
    writeFileSync(file, ['name,number', ...rows].join('\n'));
    const baton = await startBaton({
      config: configFor(server.url, { directory: { files: [file] } }),
    });
    const manager = await openManager(baton, 'Directory');
    await expect(manager.getByText('20,000 entries in the directory')).toBeVisible();
    await manager.getByLabel('Find in the directory').focus();
    await baton.keys('Down');
    const star = (index: string) =>
      manager.getByRole('button', { name: `Add Person ${index} to the favourites` });
    await expect(star('00000')).toBeFocused();
    await baton.keys('End');
    await expect(star('19999')).toBeFocused();
    await expect(star('19999')).toBeInViewport();
    await baton.keys('Prior');
    await expect(star('19991')).toBeFocused();
    await baton.keys('Home');
    await expect(star('00000')).toBeFocused();
    // Only what is in sight is drawn.
    expect(await people(manager).getByRole('listitem').count()).toBeLessThan(60);
    // One stop for Tab, however long the list is.
    await baton.keys('shift+Tab');
    await expect(manager.getByLabel('Find in the directory')).toBeFocused();
  });
});
