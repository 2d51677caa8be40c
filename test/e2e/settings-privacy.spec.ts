import { expect, test } from '../support/fixtures';
import { writeJournal } from '../support/history-journal';
import { samples } from '../support/history-samples';
import { journalEndings } from '../support/journal-rows';
import { realLine } from '../support/real-line';
import { openManager, typeInto } from '../support/manager-window';
import { withFolder } from '../support/own-folder';
import { openPopup } from '../support/popup-window';
import { storedSettings } from '../support/settings-file';
import { leavePopup } from '../support/transfer';

test('fewer days are asked about first, and then remove what is older now', async ({
  startBaton,
  server,
}) => {
  await withFolder(async (userData) => {
    writeJournal(userData, samples());
    const baton = await startBaton({ userData, config: realLine(server.url) });
    const before = journalEndings(userData).length;
    const manager = await openManager(baton, 'Privacy');
    const days = manager.getByLabel('Keep for');
    const question = manager.getByRole('alertdialog', { name: 'Keep attempts for 1 day only?' });

    await typeInto(baton, manager, 'Keep for', '1');
    await baton.keys('Return');
    await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await baton.keys('Escape');
    await expect(question).toHaveCount(0);
    await expect(days).toHaveValue('90');
    await expect(days).toBeFocused();
    expect(storedSettings(baton).historyDays).toBeUndefined();
    expect(journalEndings(userData)).toHaveLength(before);

    await typeInto(baton, manager, 'Keep for', '1');
    await baton.keys('Return');
    await question.getByRole('button', { name: 'Remove older ones' }).click();
    await expect(days).toHaveValue('1');
    await expect.poll(() => journalEndings(userData).length).toBeLessThan(before);
    expect(storedSettings(baton).historyDays).toBe(1);
  });
});

test('more days are not asked about; what is no number of days is told', async ({ startBaton }) => {
  const baton = await startBaton();
  const manager = await openManager(baton, 'Privacy');
  for (const wrong of ['0', '3651', '1.5']) {
    await typeInto(baton, manager, 'Keep for', wrong);
    await baton.keys('Return');
    await expect(manager.getByText('A whole number of days from 1 to 3650.').first()).toBeVisible();
  }
  await typeInto(baton, manager, 'Keep for', '365');
  await baton.keys('Return');
  await expect.poll(() => storedSettings(baton).historyDays).toBe(365);
  await expect(manager.getByRole('alertdialog')).toHaveCount(0);
});

test('the history is opened from here, and cleared after a question', async ({
  startBaton,
  server,
}) => {
  await withFolder(async (userData) => {
    writeJournal(userData, samples());
    const baton = await startBaton({ userData, config: realLine(server.url) });
    const popup = await baton.page('popup');
    const manager = await openManager(baton, 'Privacy');
    await expect(manager.getByText(`${userData}/journal.sqlite`)).toBeVisible();

    await manager.getByRole('button', { name: 'Clear history…' }).click();
    const question = manager.getByRole('alertdialog', { name: 'Clear the history?' });
    await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await question.getByRole('button', { name: 'Clear history' }).click();
    await expect(manager.getByRole('status')).toContainText(/\d+ attempts removed\./u);
    expect(journalEndings(userData)).toEqual([]);
    await openPopup(baton);
    await expect(popup.getByRole('group', { name: 'Recent' })).toHaveCount(0);
    await leavePopup(baton);

    await manager.getByRole('button', { name: 'Open history' }).click();
    await expect(manager.getByText('No transfers yet', { exact: false }).first()).toBeVisible();
    await expect.poll(() => baton.focusedWindow()).toBe('Baton history');
  });
});
