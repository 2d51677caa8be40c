import { join } from 'node:path';

import Database from 'libsql';

import { expect, test } from '../support/fixtures';
import { withFolder } from '../support/own-folder';
import { openPopup, takesDecisions } from '../support/popup-window';
import { realLine } from '../support/real-line';
import { followAnnouncements } from '../support/spoken';
import { takePicture } from '../support/pictures';

/** As if the restart had taken no time: on a slow machine it takes longer than the ten seconds. */
function acceptedNow(userData: string): void {
  const db = new Database(join(userData, 'journal.sqlite'), { timeout: 5_000 });
  db.exec(`UPDATE attempts SET ended_at = ${Date.now()} WHERE outcome = 'accepted'`);
  db.close();
}

test('an address that was accepted seconds ago is asked about after a restart, too', async ({
  startBaton,
  server,
}) => {
  await withFolder(async (userData) => {
    const config = realLine(server.url);
    const first = await startBaton({ userData, config });
    const firstPopup = await first.page('popup');
    await openPopup(first);
    await first.keys('alt+1');
    await expect(
      firstPopup.getByRole('heading', { name: 'Plivo accepted the transfer' }),
    ).toBeVisible();
    first.signal('SIGKILL');
    await first.ended();

    const baton = await startBaton({ userData, config });
    const popup = await baton.page('popup');
    const again = popup.getByRole('alertdialog', { name: 'Transfer to Maria Alvarez again?' });
    await openPopup(baton);
    acceptedNow(userData);
    await baton.keys('alt+1');
    await expect(again).toBeVisible();
    expect(server.requests).toHaveLength(1);
    await takesDecisions(popup);
    await again.getByRole('button', { name: 'Transfer again' }).click();
    expect(await server.arrived(2)).toContain('"to":"+14155550134"');
  });
});

test('an attempt that was taken back says where the caller is, until the next key', async ({
  desktop,
  startBaton,
  server,
}) => {
  const config = realLine(server.url, { defaults: { holdBackSeconds: 10 } });
  const baton = await startBaton({ config });
  const popup = await baton.page('popup');
  const spoken = await followAnnouncements(popup);
  const held = popup.getByRole('heading', { name: /^Transferring to Maria Alvarez in/ });
  const note = popup.getByText('Cancelled. The caller is still with you.', { exact: true });
  const inNote = (body: string) =>
    popup.locator('.aside', { hasText: `Cancelled. The caller is still with you. ${body}` });

  await openPopup(baton);
  await baton.keys('alt+1');
  await expect(held).toBeVisible();
  await baton.keys('Escape');
  await expect(inNote('Undone in time. Nothing was sent.')).toBeVisible();
  await takePicture(desktop, popup, 'popup-cancelled');
  const said = async () =>
    (await spoken()).filter((words) => words.includes('The caller is still with you.'));
  expect(await said()).toEqual([
    'Cancelled. The caller is still with you. Undone in time. Nothing was sent.',
  ]);
  await baton.keys('Down');
  await expect(note).toHaveCount(0);

  await baton.keys('alt+1');
  await expect(held).toBeVisible();
  await desktop.run('gdbus', [
    'emit',
    '--session',
    '--object-path',
    '/org/freedesktop/ScreenSaver',
    '--signal',
    'org.freedesktop.ScreenSaver.ActiveChanged',
    'true',
  ]);
  await expect(inNote('The screen was locked before the time to undo was over.')).toBeVisible();
  expect(await said()).toHaveLength(2);
  // The next opening says nothing of it: nobody knows where the caller is by then.
  await baton.keys('ctrl+alt+b');
  await openPopup(baton);
  await expect(note).toHaveCount(0);
  expect(server.requests).toHaveLength(0);
});
