import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { pasteElsewhere } from '../support/clipboard';
import { expect, test } from '../support/fixtures';
import { dateOf } from '../../renderer/manager/history/day';
import { pastId } from '../support/history-journal';
import { dayAt, samples } from '../support/history-samples';
import {
  activeRow,
  announcementsOf,
  choose,
  drawerOf,
  gridOf,
  openHistoryWindow,
  rowsOf,
  totalOf,
  withHistory,
} from '../support/history-window';
import { journalRows } from '../support/journal-rows';
import { fake } from '../support/line';
import { openPopup } from '../support/popup-window';
import { realLine } from '../support/real-line';
import { leavePopup, transferTo } from '../support/transfer';

test('filters by text, outcome, line and day, with counts, and back', async ({ startBaton }) => {
  await withHistory(startBaton, samples(), {}, async (baton) => {
    const manager = await openHistoryWindow(baton);
    const total = () => totalOf(manager);
    const summary = manager.getByRole('group', { name: 'Summary' });
    const outcome = (name: string) => manager.getByRole('button', { name, exact: true });
    await expect.poll(total).toBe(67);
    await expect(summary).toContainText('67 attempts');
    await expect(summary).toContainText('Kept on this computer for 90 days');

    await choose(manager, 'Day', 'Today');
    await expect.poll(total).toBe(58);
    await expect(outcome('All 58')).toHaveAttribute('aria-pressed', 'true');
    await expect(outcome('Accepted 54')).toBeVisible();
    await expect(outcome('Refused 3')).toBeVisible();
    await expect(outcome('Not confirmed 1')).toBeVisible();
    await expect(summary).toContainText('58 attempts today');
    await expect(summary).toContainText('54 accepted');
    await expect(rowsOf(manager).first()).not.toContainText('Today');

    await outcome('Refused 3').click();
    await expect.poll(total).toBe(3);
    await expect(outcome('Accepted 54')).toBeVisible();
    await expect(rowsOf(manager).first()).toContainText('Emma Lindqvist');
    await outcome('All 58').click();

    await choose(manager, 'Day', 'Yesterday');
    await expect.poll(total).toBe(5);
    await expect(outcome('Cancelled 1')).toBeVisible();
    await expect(outcome('Not sent 1')).toBeVisible();
    await choose(manager, 'Day', 'One day…');
    await manager.getByLabel('One day', { exact: true }).fill(dateOf(dayAt(40, 9, 0, 0)));
    await expect.poll(total).toBe(4);
    await choose(manager, 'Day', 'Last 30 days');
    await expect.poll(total).toBe(63);
    await expect(rowsOf(manager).first()).toContainText('Today');
    await choose(manager, 'Day', 'All days');

    await choose(manager, 'Line', 'Claims line');
    const claims = samples().filter(({ line }) => line === 'Claims line').length;
    await expect.poll(total).toBe(claims);
    await choose(manager, 'Line', 'All lines');

    // Ctrl+F and the slash lead to the text; so does no other letter.
    await gridOf(manager).focus();
    await baton.keys('slash');
    await expect(manager.getByRole('searchbox')).toBeFocused();
    await baton.type('(415) 555-0134');
    const said = await announcementsOf(manager);
    const marias = samples().filter(({ name }) => name === 'Maria Alvarez').length;
    await expect.poll(total).toBe(marias);
    await expect(rowsOf(manager).first()).toContainText('Maria Alvarez');
    await gridOf(manager).focus();
    await baton.keys('ctrl+f');
    await expect(manager.getByRole('searchbox')).toBeFocused();
    await baton.type('nobody');
    await expect(manager.getByText('Nothing matches this filter.')).toBeVisible();
    await expect.poll(said).toContain('0 transfers.');
    await manager.getByRole('button', { name: 'Clear filter' }).click();
    await expect.poll(total).toBe(67);
    await expect(manager.getByRole('searchbox')).toHaveValue('');
  });
});

test('goes through the rows by keys, and the details follow', async ({ startBaton, desktop }) => {
  await withHistory(startBaton, samples(), {}, async (baton) => {
    const manager = await openHistoryWindow(baton);
    const grid = gridOf(manager);
    const drawer = drawerOf(manager);
    const activeIndex = async () =>
      Number(await activeRow(manager).getAttribute('aria-rowindex')) - 2;
    await manager.getByRole('searchbox').focus();
    await baton.keys('Down');
    await expect(grid).toBeFocused();
    await expect(activeRow(manager)).toContainText('14:30:08');
    await expect(grid).toHaveAttribute('aria-activedescendant', /./u);
    await expect(manager.getByRole('columnheader', { name: 'Time' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );

    await baton.keys('Down', 'Down', 'Up');
    await expect.poll(activeIndex).toBe(1);
    await baton.keys('Next');
    await expect.poll(activeIndex).toBeGreaterThan(8);
    await baton.keys('End');
    await expect.poll(activeIndex).toBe(66);
    await expect(activeRow(manager)).toBeInViewport();
    await baton.keys('Prior', 'Home');
    await expect.poll(activeIndex).toBe(0);

    await expect(drawer).toHaveCount(0);
    await baton.keys('Return');
    await expect(drawer.getByRole('heading', { level: 2 })).toContainText('Accepted');
    await expect(drawer).toContainText('Maria Alvarez');
    await expect(drawer).toContainText('+14152223333');
    await expect(drawer.getByRole('group', { name: 'Request JSON' })).toContainText(
      '"action": "cold_transfer"',
    );
    await expect(drawer.getByRole('group', { name: 'Response JSON' })).toContainText('201');
    await expect(drawer).toContainText('connection opened ahead');
    await expect(drawer).toContainText('Response complete588 ms');
    await baton.keys('Down');
    await expect(drawer.getByRole('heading', { level: 2 })).toContainText('Refused');
    await expect(drawer).toContainText('Sign-in failed (401)');
    await expect(grid).toBeFocused();
    await baton.keys('Escape');
    await expect(drawer).toHaveCount(0);
    await expect(grid).toBeFocused();

    // Too narrow for both: the details cover the table, take the focus and give it back.
    await desktop.run('wmctrl', ['-r', 'Baton history', '-e', '0,20,20,900,600']);
    await expect.poll(() => manager.evaluate(() => innerWidth)).toBeLessThan(1000);
    await baton.keys('Return');
    await expect(drawer).toBeFocused();
    for (let n = 0; n < 12; n += 1) {
      await baton.keys('Tab');
      await expect(manager.locator('.tools *:focus, .log:focus, .status *:focus')).toHaveCount(0);
    }
    await drawer.getByRole('button', { name: 'Close details' }).focus();
    await baton.keys('Down');
    await expect(drawer.getByRole('heading', { level: 2 })).toContainText('Not confirmed');
    await baton.keys('Escape');
    await expect(drawer).toHaveCount(0);
    await expect(grid).toBeFocused();

    // A click does what Enter does.
    await rowsOf(manager).first().click();
    await expect(drawer).toContainText('Maria Alvarez');
  });
});

test("hands a transfer over by the clipboard, without the token, and takes the agent's word", async ({
  startBaton,
  desktop,
}) => {
  await withHistory(
    startBaton,
    samples(),
    { config: realLine('http://127.0.0.1:9') },
    async (baton) => {
      const { userData } = baton;
      const manager = await openHistoryWindow(baton);
      const drawer = drawerOf(manager);
      const said = await announcementsOf(manager);
      await rowsOf(manager).first().click();

      for (const [button, word, expected] of [
        ['Copy as cURL', 'Copied as cURL.', 'curl'],
        ['Copy as Postman item', 'Copied as Postman item.', '{{auth_token}}'],
        ['Copy details', 'Details copied.', '000f4243-6b1e-11ef-9c0a-0242ac110004'],
      ] as const) {
        await drawer.getByRole('button', { name: button }).click();
        await expect(drawer.getByRole('button', { name: 'Copied' })).toBeVisible();
        await expect.poll(said).toContain(word);
        const text = await pasteElsewhere(desktop);
        expect(text).toContain(expected);
        expect(text).toContain('+14155550134');
        expect(text).not.toContain(fake.authToken);
        await expect(drawer.getByRole('button', { name: 'Copied' })).toHaveCount(0);
      }

      const wordOf = (index: number) => journalRows(userData).at(-1 - index)?.agent_word;
      await drawer.getByRole('button', { name: 'Still on the call' }).click();
      await expect(drawer.getByText('Still on the call')).toBeVisible();
      await expect(drawer.getByRole('button', { name: 'Still on the call' })).toHaveCount(0);
      await expect(drawer).toBeFocused();
      await expect.poll(said).toContain('Recorded: Still on the call.');
      expect(wordOf(0)).toBe('still-on-call');

      await rowsOf(manager).nth(2).click();
      await expect(drawer).toContainText('Not confirmed');
      await drawer.getByRole('button', { name: 'No, caller is gone' }).click();
      await expect(drawer.getByText('The caller was gone')).toBeVisible();
      expect(wordOf(2)).toBe('caller-gone');

      // Of one that was cancelled there is no request to hand over.
      await manager.getByRole('button', { name: 'Cancelled 1' }).click();
      await expect.poll(() => totalOf(manager)).toBe(1);
      await rowsOf(manager).first().click();
      await expect(drawer).toContainText('No request was kept');
      await expect(drawer.getByRole('button', { name: /^Copy/u })).toHaveText(/Copy details/u);
    },
  );
});

test('takes in a transfer that is made meanwhile, and what is being read stays where it is', async ({
  startBaton,
  server,
}) => {
  await withHistory(startBaton, samples(), { config: realLine(server.url) }, async (baton) => {
    const popup = await baton.page('popup');
    const manager = await openHistoryWindow(baton);
    const read = rowsOf(manager).filter({ hasText: '14:02:01' });
    await gridOf(manager).evaluate((grid) => {
      grid.scrollTop = 100;
    });
    const before = await read.boundingBox();
    await transferTo(baton, popup, '+442079460958', 'accepted');
    await expect.poll(() => totalOf(manager)).toBe(68);
    await expect(read).toBeInViewport();
    expect((await read.boundingBox())?.y).toBe(before?.y);
    await gridOf(manager).evaluate((grid) => {
      grid.scrollTop = 0;
    });
    await expect(rowsOf(manager).first()).toContainText('+44 20 7946 0958');
  });
});

test('saves what the filter shows as CSV and JSON, where the person says', async ({
  startBaton,
}) => {
  await withHistory(startBaton, samples(), {}, async (baton) => {
    const { userData } = baton;
    const manager = await openHistoryWindow(baton);
    const said = await announcementsOf(manager);
    await choose(manager, 'Day', 'Yesterday');
    await expect.poll(() => totalOf(manager)).toBe(5);
    for (const [entry, file] of [
      ['CSV, for a spreadsheet', join(userData, 'saved.csv')],
      ['JSON, for a program', join(userData, 'saved.json')],
    ] as const) {
      await manager.getByRole('button', { name: 'Export' }).click();
      await manager.getByRole('menuitem', { name: entry }).click();
      await expect.poll(() => baton.focusedWindow()).not.toBe('Baton history');
      await baton.keys('ctrl+a');
      await baton.type(file);
      await baton.keys('Return');
      await expect(manager.getByText(`Saved 5 attempts to ${file}`).first()).toBeVisible();
      await expect.poll(said).toContain(`Saved 5 attempts to ${file}`);
      await manager.getByRole('button', { name: 'Dismiss this message' }).click();
    }
    const lines = readFileSync(join(userData, 'saved.csv'), 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(6);
    const saved: unknown = JSON.parse(readFileSync(join(userData, 'saved.json'), 'utf8'));
    expect(JSON.stringify(saved)).toContain(pastId(4));

    // A person who changes their mind is told nothing.
    await manager.getByRole('button', { name: 'Export' }).click();
    await manager.getByRole('menuitem', { name: 'CSV' }).click();
    await expect.poll(() => baton.focusedWindow()).not.toBe('Baton history');
    await baton.keys('Escape');
    await expect.poll(() => baton.focusedWindow()).toBe('Baton history');
    await expect(manager.locator('.strip')).toHaveCount(0);
  });
});

test('is cleared after asking, whatever the filter shows: table, recents and file', async ({
  startBaton,
  server,
}) => {
  await withHistory(startBaton, samples(), { config: realLine(server.url) }, async (baton) => {
    const { userData } = baton;
    const popup = await baton.page('popup');
    const recents = popup.getByRole('group', { name: 'Recent' }).getByRole('option');
    await openPopup(baton);
    await expect(recents).not.toHaveCount(0);
    await leavePopup(baton);
    const manager = await openHistoryWindow(baton);
    await manager.getByRole('button', { name: 'Refused 3' }).click();
    await expect.poll(() => totalOf(manager)).toBe(3);

    await manager.getByRole('button', { name: 'Clear history…' }).click();
    const question = manager.getByRole('alertdialog', { name: 'Clear the whole history?' });
    await expect(question).toContainText("This can't be undone.");
    await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
    // The focus is on "Cancel". An Esc right after the one that closed the popup counts as its repeat.
    await baton.keys('Return');
    await expect(question).toHaveCount(0);
    expect(journalRows(userData)).toHaveLength(67);

    await manager.getByRole('button', { name: 'Clear history…' }).click();
    await question.getByRole('button', { name: 'Clear history' }).click();
    await expect(manager.getByText('67 attempts removed.').first()).toBeVisible();
    await expect(manager.getByText('Nothing matches this filter.')).toBeVisible();
    await manager.getByRole('button', { name: 'Clear filter' }).click();
    await expect(
      manager.getByText('No transfers yet. They appear here as you make them.'),
    ).toBeVisible();
    await expect(manager.getByRole('button', { name: 'Clear history…' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    expect(journalRows(userData)).toEqual([]);
    expect(existsSync(join(userData, 'journal.sqlite'))).toBe(true);
    expect(readFileSync(join(userData, 'journal.sqlite')).includes('Emma Lindqvist')).toBe(false);
    await openPopup(baton);
    await expect(recents).toHaveCount(0);
  });
});
