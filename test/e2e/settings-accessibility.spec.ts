import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { axeFaults } from '../support/axe';
import type { Baton } from '../support/baton';
import { chooseFile } from '../support/choose-file';
import { expect, test } from '../support/fixtures';
import { writeJournal } from '../support/history-journal';
import { samples } from '../support/history-samples';
import { gridOf } from '../support/history-window';
import { openManager, pageNames, showPage } from '../support/manager-window';
import { withFolder } from '../support/own-folder';
import { pageFaults } from '../support/page-layout';
import { takePicture } from '../support/pictures';
import { realLine } from '../support/real-line';

const team = [
  'Name,Phone,Department,Role',
  'Maria Alvarez,+1 415 555 0134,Billing,customer',
  'Anna-Lena Großmann-Oppenheimer von und zu Hohenstein,+44 20 7946 0958,"Returns and exchanges, northern region",',
  'Nobody,,Sales,',
].join('\n');

const favourites = [
  { name: 'Maria Alvarez', address: '+14155550134', note: 'Billing' },
  {
    name: 'Anna-Lena Großmann-Oppenheimer von und zu Hohenstein',
    address: '+442079460958',
    note: 'Returns and exchanges, northern region',
    role: 'customer',
  },
];

/** What can be tabbed to and is smaller than 24 by 24 CSS pixels, with nothing else that near. */
async function smallTargets(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'button, input, select, [role="tab"], [role="option"]',
      ),
    ]
      .filter((control) => control.closest('[aria-hidden="true"]') === null)
      .map((control) => {
        // What is pressed is the label of a hidden control.
        const target =
          control.closest('.vh, [style*="clip"]') === null ? control : control.closest('label');
        const box = (target ?? control).getBoundingClientRect();
        return { name: control.getAttribute('aria-label') ?? control.textContent, box };
      })
      .filter(({ box }) => box.width > 1 && (box.width < 23.5 || box.height < 23.5))
      .map(({ name, box }) => `${name ?? ''} ${box.width}x${box.height}`),
  );
}

for (const theme of ['light', 'dark'] as const) {
  const looks = (baton: Baton, manager: Page) => async (state: string) => {
    await takePicture(baton.desktop, manager, `settings-${state}-${theme}`);
    expect.soft(await axeFaults(manager), state).toEqual([]);
    expect.soft(await pageFaults(manager), state).toEqual([]);
    expect.soft(await smallTargets(manager), state).toEqual([]);
  };

  test(`axe finds nothing on any page of the settings, in its dialogs, nor in history and welcome, in ${theme}`, async ({
    startBaton,
    server,
  }) => {
    test.setTimeout(240_000);
    await withFolder(async (folder) => {
      const userData = join(folder, 'user-data');
      const watched = join(folder, 'watched.csv');
      const imported = join(folder, 'imported.csv');
      writeFileSync(watched, team);
      writeFileSync(imported, team.replaceAll('415', '416'));
      writeJournal(userData, samples());
      const baton = await startBaton({
        userData,
        config: realLine(server.url, {
          enforced: { theme, region: 'US' },
          defaults: { favourites, directory: { files: [watched, join(folder, 'gone.csv')] } },
        }),
      });
      const manager = await openManager(baton);
      const look = looks(baton, manager);
      const button = (name: string) => manager.getByRole('button', { name, exact: true });

      for (const name of pageNames) {
        await showPage(manager, name);
        await look(name.toLowerCase());
      }

      await baton.keys('ctrl+f');
      await baton.type('se');
      await expect(manager.getByRole('listbox')).toBeVisible();
      await look('search');
      await baton.keys('Escape');

      await showPage(manager, 'Privacy');
      await button('Clear history…').click();
      await expect(manager.getByRole('alertdialog')).toBeVisible();
      await look('clear-history');
      await baton.keys('Escape');

      await showPage(manager, 'Directory');
      await expect(manager.getByRole('list', { name: 'Directory' })).toContainText('Maria');
      await button('Add a favourite…').scrollIntoViewIfNeeded();
      await look('directory-filled');
      await manager.getByLabel('Find in the directory').scrollIntoViewIfNeeded();
      await look('directory-people');
      await button('Add a favourite…').click();
      await button('Save').click();
      await expect(manager.getByText('Give a name.').last()).toBeVisible();
      await look('favourite');
      await baton.keys('Escape');
      await button('Rejected rows… watched.csv').click();
      await expect(manager.getByRole('dialog').getByRole('row')).toHaveCount(2);
      await look('rejected');
      await baton.keys('Escape');
      await chooseFile(baton, manager, imported);
      await button('Change columns…').click();
      await look('import');
      await button('Import').click();
      await expect(button('Done')).toBeFocused();
      await look('imported');
      await baton.keys('Return');

      await showPage(manager, 'Privacy');
      await button('Open history').click();
      await expect(gridOf(manager)).toBeVisible();
      await look('history');

      await manager.evaluate("window.baton.call('manager:open', { route: 'about' })");
      await button('Show the welcome again').click();
      await expect(button('Change the shortcut')).toBeVisible();
      await look('welcome');
    });
  });
}

test('nothing is cut with text twice as large, nor from right to left', async ({
  startBaton,
  server,
}) => {
  test.setTimeout(120_000);
  await withFolder(async (folder) => {
    const watched = join(folder, 'watched.csv');
    writeFileSync(watched, team);
    const baton = await startBaton({
      config: realLine(server.url, {
        defaults: { favourites, directory: { files: [watched] } },
      }),
    });
    const manager = await openManager(baton, 'Directory');
    await expect(manager.getByRole('list', { name: 'Directory' })).toContainText('Maria');
    await manager.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    for (const name of pageNames) {
      await showPage(manager, name);
      await takePicture(baton.desktop, manager, `settings-${name.toLowerCase()}-large`);
      expect.soft(await pageFaults(manager), name).toEqual([]);
    }
    await manager.evaluate(() => {
      document.documentElement.style.fontSize = '';
      document.documentElement.dir = 'rtl';
    });
    for (const name of pageNames) {
      await showPage(manager, name);
      await takePicture(baton.desktop, manager, `settings-${name.toLowerCase()}-rtl`);
      expect.soft(await pageFaults(manager), name).toEqual([]);
    }
  });
});

test('every control of a page is reached by Tab, and the focus is never lost', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({
    config: realLine(server.url, { defaults: { favourites } }),
  });
  const manager = await openManager(baton);
  for (const name of pageNames) {
    await showPage(manager, name);
    const reached = new Set<string>();
    const where = () =>
      manager.evaluate(() => {
        const control = document.activeElement;
        if (control === null || control === document.body) return null;
        return control.id || control.outerHTML.slice(0, 200);
      });
    for (let step = 0; step < 60; step += 1) {
      await manager.keyboard.press('Tab');
      const now = await where();
      expect(now, name).not.toBeNull();
      if (now === null || reached.has(now)) break;
      reached.add(now);
    }
    const missed = await manager.evaluate(
      (seen: string[]) =>
        [
          ...document.querySelectorAll<HTMLElement>(
            'button:not([tabindex="-1"]), select, a[href], input:not([type="radio"], [tabindex="-1"])',
          ),
        ]
          .filter((control) => control.getClientRects().length > 0)
          // Arrows go from row to row, and Tab then into the row.
          .filter((control) => control.closest('[role="row"]:nth-child(n + 2)') === null)
          .map((control) => control.id || control.outerHTML.slice(0, 200))
          .filter((control) => !seen.includes(control)),
      [...reached],
    );
    expect(missed, name).toEqual([]);
  }

  await showPage(manager, 'Directory');
  const rows = manager.getByRole('grid', { name: 'Favourites' }).getByRole('row');
  await rows.first().focus();
  await baton.keys('Down', 'Tab');
  await expect(rows.nth(1).getByRole('button').first()).toBeFocused();
});
