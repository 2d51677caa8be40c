import { mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { launcherPath } from '../support/baton';
import { callBridge } from '../support/bridge';
import { expect, test } from '../support/fixtures';
import { givePin, kioskFile, kioskPage, kioskState, pin } from '../support/kiosk';
import { buttonOf, headingOf } from '../support/kiosk-page';
import { layoutFaults } from '../support/layout';
import { withFolder } from '../support/own-folder';
import { takePicture } from '../support/pictures';
import { takesDecisions } from '../support/popup-window';
import { fillDisk, freeDisk, smallDisk } from '../support/small-disk';

const maria = 'Maria Alvarez, Billing';
const notSent = 'Not sent. The caller is still with you.';

test('without a journal it says so and sends nothing, and goes on by itself with a new one', async ({
  desktop,
  startBaton,
  server,
}) => {
  await withFolder(async (userData) => {
    const journal = join(userData, 'journal.sqlite');
    mkdirSync(journal);
    const baton = await startBaton({ userData, config: kioskFile(server.url) });
    const page = await kioskPage(baton);
    const aside = page.locator('.aside');
    await expect(aside).toContainText('No call can be moved now.');
    await takePicture(desktop, page, 'kiosk-no-journal');
    expect(await layoutFaults(page)).toEqual([]);
    await baton.keys('1');
    await expect(headingOf(page)).toHaveText(notSent);
    await expect(page.locator('.advice')).toContainText('tell your administrator');
    await baton.keys('Escape');
    await expect(buttonOf(page, maria)).toBeFocused();
    expect(server.requests).toEqual([]);

    // Then a file that cannot be read.
    const damaged = 'This was a database once. '.repeat(1000);
    rmdirSync(journal);
    writeFileSync(journal, damaged);
    await expect(aside).toContainText('The journal could not be read. It was set aside');
    await takePicture(desktop, page, 'kiosk-journal-set-aside');
    expect(await layoutFaults(page)).toEqual([]);
    const aged = readdirSync(userData).find((name) => name.includes('.unreadable-')) ?? '';
    expect(readFileSync(join(userData, aged), 'utf8')).toBe(damaged);
    expect(baton.read('logs', 'baton.log')).toContain(aged);
    await baton.keys('1');
    await server.arrived(1);
    await expect(headingOf(page)).toHaveText('Plivo accepted the transfer');
    await takesDecisions(page);
    await baton.keys('Return');

    // The settings say it in full; whoever has been there knows.
    await expect(aside).toBeVisible();
    await givePin(page, pin);
    await callBridge(page, 'kiosk:leave', { to: 'settings' });
    const manager = await baton.page('manager');
    await expect(manager.getByText('The file was set aside', { exact: false })).toBeVisible();
    await callBridge(page, 'kiosk:lock', null);
    await expect(buttonOf(page, maria)).toBeVisible();
    await expect(aside).toHaveCount(0);
    expect(server.requests).toHaveLength(1);
  });
});

test('on a full disk it sends nothing, judges no PIN and clears; with room it goes on', async ({
  desktop,
  startBaton,
  server,
}) => {
  await withFolder(async (folder) => {
    const disk = smallDisk(folder, launcherPath());
    const baton = await startBaton({
      program: disk.program,
      userData: join(disk.folder, 'user-data'),
      config: kioskFile(server.url, { kiosk: { clearAfterSeconds: 5 } }),
    });
    const page = await kioskPage(baton);
    fillDisk(disk.seenFrom(baton.pid));
    await baton.keys('1');
    await expect(headingOf(page)).toHaveText(notSent);
    await expect(page.locator('.advice')).toContainText('the disk may be full');
    await takePicture(desktop, page, 'kiosk-disk-full');
    expect(await layoutFaults(page)).toEqual([]);

    await baton.keys('Escape');
    await buttonOf(page, 'Settings and quit, needs the PIN').click();
    await baton.type(pin);
    await takesDecisions(page);
    await baton.keys('Return');
    await expect(page.locator('.pad__word')).toContainText('The disk may be full. Try again in');
    await takePicture(desktop, page, 'kiosk-disk-full-pin');
    expect(await layoutFaults(page)).toEqual([]);
    expect((await kioskState(page)).kiosk?.lock).toBe('locked');
    const from = baton.output.length;
    await baton.printed(/^baton: kiosk cleared/m, from);
    await expect(headingOf(page)).toHaveText('Who takes this call?');
    expect(server.requests).toEqual([]);

    freeDisk(disk.seenFrom(baton.pid));
    await baton.keys('1');
    await server.arrived(1);
    await expect(headingOf(page)).toHaveText('Plivo accepted the transfer');
    await expect
      .poll(() => givePin(page, pin), { timeout: 15_000 })
      .toEqual({ ok: true, value: null });
    expect(server.requests).toHaveLength(1);
  });
});
