import type { Page } from '@playwright/test';

import { axeFaults } from '../support/axe';
import { expect, test } from '../support/fixtures';
import { historyLayoutFaults } from '../support/history-layout';
import { pastTransfer, dayAt, samples } from '../support/history-samples';
import {
  choose,
  drawerOf,
  gridOf,
  openHistoryWindow,
  rowsOf,
  totalOf,
  withHistory,
} from '../support/history-window';
import { takePicture } from '../support/pictures';

const long = {
  ...pastTransfer(0, dayAt(0, 15, 0, 0), 'refused'),
  name: 'Maximiliana Hohenstaufen-Wittgenstein of the'.padEnd(180, ' very-long'),
  display: `sip:${'averylonguserpart'.repeat(6)}@${'sub.'.repeat(20)}example.com`,
  line: 'Customer support of the whole northern region,'.padEnd(100, ' second floor'),
  reason: { code: 'http-400', status: 400, plivoReason: 'x'.repeat(300) } as const,
  apiId: 'f'.repeat(200),
};

/** Shows the attempt at an index by the keys, as somebody does who looks for it. */
async function showDetails(manager: Page, index: number): Promise<void> {
  await gridOf(manager).focus();
  await manager.keyboard.press('Home');
  for (let n = 0; n < index; n += 1) await manager.keyboard.press('ArrowDown');
  await manager.keyboard.press('Enter');
  await expect(drawerOf(manager)).toBeVisible();
}

for (const theme of ['light', 'dark'] as const) {
  test(`the history in ${theme}: rows, details of every outcome, menus, messages, and nothing found`, async ({
    desktop,
    startBaton,
  }) => {
    test.slow();
    await withHistory(
      startBaton,
      [...samples(), long],
      { config: { version: 1, enforced: { theme } } },
      async (baton) => {
        const manager = await openHistoryWindow(baton);
        const look = async (state: string) => {
          await takePicture(desktop, manager, `history-${state}-${theme}`);
          expect.soft(await historyLayoutFaults(manager), state).toEqual([]);
          expect.soft(await axeFaults(manager), state).toEqual([]);
        };
        await expect(rowsOf(manager).nth(1)).toContainText('14:30:08');
        await look('all');

        const details = [
          ['long', 0, 'Reason'],
          ['accepted', 1, 'Were you still on the call?'],
          ['refused', 2, 'Sign-in failed (401)'],
          ['unknown', 3, 'Your word goes on record.'],
        ] as const;
        for (const [state, index, says] of details) {
          await showDetails(manager, index);
          await expect(drawerOf(manager)).toContainText(says);
          await look(`details-${state}`);
        }
        await manager.keyboard.press('Escape');
        for (const outcome of ['Not sent', 'Cancelled']) {
          await manager.getByRole('button', { name: outcome }).click();
          await expect.poll(() => totalOf(manager)).toBe(1);
          await showDetails(manager, 0);
          await expect(drawerOf(manager)).toContainText(outcome);
          await look(`details-${outcome.toLowerCase().replace(' ', '-')}`);
          await manager.keyboard.press('Escape');
        }
        await manager.getByRole('button', { name: /^All \d/u }).click();

        await manager.getByRole('button', { name: /Day$/u }).click();
        await expect(manager.getByRole('option', { name: 'Last 7 days' })).toBeVisible();
        await look('day-menu');
        await manager.keyboard.press('Escape');
        await choose(manager, 'Day', 'One day…');
        await expect(manager.getByLabel('One day', { exact: true })).toBeVisible();
        await look('one-day');
        await choose(manager, 'Day', 'All days');
        await manager.getByRole('button', { name: 'Export' }).click();
        await expect(manager.getByRole('menuitem')).toHaveCount(2);
        await look('export-menu');
        await manager.keyboard.press('Escape');
        await manager.getByRole('button', { name: 'Clear history…' }).click();
        await expect(manager.getByRole('alertdialog')).toBeVisible();
        await look('clear');
        await manager.keyboard.press('Escape');

        await manager.getByRole('searchbox').fill('nobody');
        await expect(manager.getByText('Nothing matches this filter.')).toBeVisible();
        await look('nothing-found');
        await manager.getByRole('searchbox').fill('');

        await desktop.run('wmctrl', ['-r', 'Baton history', '-e', '0,20,20,860,480']);
        await expect.poll(() => manager.evaluate(() => innerWidth)).toBeLessThan(900);
        await look('narrow');
        await showDetails(manager, 1);
        await look('narrow-details');
        await manager.keyboard.press('Escape');

        await manager.getByRole('button', { name: 'Clear history…' }).click();
        await manager.getByRole('button', { name: 'Clear history', exact: true }).click();
        await expect(
          manager.getByText('No transfers yet. They appear here as you make them.'),
        ).toBeVisible();
        await look('empty');
      },
    );
  });
}

test('the history at twice the text size, from right to left, and in the colours of the system', async ({
  desktop,
  startBaton,
}) => {
  await withHistory(startBaton, samples(), {}, async (baton) => {
    const manager = await openHistoryWindow(baton);
    const look = async (state: string) => {
      await takePicture(desktop, manager, `history-${state}`);
      expect(await historyLayoutFaults(manager), state).toEqual([]);
    };
    await manager.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    await expect.poll(async () => (await rowsOf(manager).first().boundingBox())?.height).toBe(88);
    await look('large');
    await showDetails(manager, 2);
    await look('large-details');
    await manager.keyboard.press('Escape');

    await manager.evaluate(() => {
      document.documentElement.style.fontSize = '';
      document.documentElement.dir = 'rtl';
    });
    await showDetails(manager, 2);
    await look('rtl');
    await manager.keyboard.press('Escape');

    await manager.evaluate(() => {
      document.documentElement.dir = 'ltr';
    });
    await manager.emulateMedia({ forcedColors: 'active' });
    await showDetails(manager, 2);
    await look('forced-colours');
  });
});
