import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';
import { z } from 'zod';

import { queryReplySchema } from '../../electron/contract/popup';
import type { Baton, Desktop } from '../support/baton';
import { callBridge } from '../support/bridge';
import { copyElsewhere, pasteElsewhere } from '../support/clipboard';
import { expect, test } from '../support/fixtures';
import { journalEndings } from '../support/journal-rows';
import {
  coversTheScreen,
  givePin,
  kioskFile,
  kioskPage,
  kioskState,
  kioskWindow,
  pin,
} from '../support/kiosk';
import { withFolder } from '../support/own-folder';
import { accepted } from '../support/recording-server';
import { startSystemBus, type SystemBus } from '../support/system-bus';
import { heapOf, Traces } from '../support/traces';

const heading = (page: Page) => page.getByRole('heading', { name: 'Who takes this call?' });

/** The end of the number that somebody types, in each way in which it could be found afterwards. */
const canary = ['4155550187', '555 0187', '555-0187'];

const found = z.object({ value: queryReplySchema });

/** Every string of main's JavaScript heap. */
async function mainsHeap(baton: Baton): Promise<Buffer> {
  const file = join(baton.userData, '..', 'main.heapsnapshot');
  try {
    await baton.app.evaluate(
      `process.mainModule.require('node:v8').writeHeapSnapshot(${JSON.stringify(file)})`,
    );
    return readFileSync(file);
  } finally {
    rmSync(file, { force: true });
  }
}

/** Takes what nobody holds any more out of the page's memory, as happens by itself sooner or later. */
async function collectGarbage(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
}

/** Everywhere where what was typed could have been left. */
async function tracesOf(baton: Baton, page: Page): Promise<string[]> {
  await collectGarbage(page);
  const heaps = { main: await mainsHeap(baton), page: await heapOf(page) };
  return canary.flatMap((text) => {
    const traces = new Traces(text);
    return [
      ...traces.inFolder(baton.userData),
      ...traces.in(Buffer.from(baton.output), 'output'),
      ...traces.in(heaps.main, 'heap of main'),
      ...traces.in(heaps.page, 'heap of the page'),
    ];
  });
}

/** What is only selected, as another program gets it with the middle button. */
async function selectedElsewhere(desktop: Desktop): Promise<string> {
  const { stdout } = await desktop.run('xclip', ['-selection', 'primary', '-o'], {
    limitMs: 5000,
  });
  return stdout;
}

/** Says on the system's bus that nobody is there any more, and waits for the page that is new. */
async function leaveAlone(
  baton: Baton,
  page: Page,
  bus: SystemBus,
  how: 'lock' | 'sleep',
): Promise<void> {
  const from = baton.output.length;
  await page.evaluate(() => {
    document.documentElement.dataset['old'] = 'yes';
  });
  if (how === 'lock') {
    await bus.emit('/org/freedesktop/login1/session/c1', 'org.freedesktop.login1.Session.Lock');
  } else {
    const member = 'org.freedesktop.login1.Manager.PrepareForSleep';
    await bus.emit('/org/freedesktop/login1', member, 'boolean:true');
  }
  await baton.printed(/^baton: kiosk cleared/m, from);
  await page.waitForFunction(() => document.documentElement.dataset['old'] === undefined);
  await expect(heading(page)).toBeVisible();
}

test('what was typed, selected or copied is gone after the time without input: from screen, memory, disk and clipboard', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({
    config: kioskFile(server.url, { kiosk: { freeEntry: true, clearAfterSeconds: 5 } }),
  });
  await baton.printed(/^baton: popup shown/m);
  const page = await baton.page('popup');
  await expect.poll(() => kioskWindow(baton)).toEqual(coversTheScreen);
  // Not with a locator: what Playwright has looked at once stays in memory for as long as it likes.
  const typed = () => page.evaluate(() => document.querySelector('input')?.value.length);
  await expect.poll(typed).toBe(0);
  const from = baton.output.length;
  await baton.type('4155550187');
  await expect.poll(typed).toBe('(415) 555-0187'.length);
  await baton.keys('ctrl+a');
  await expect.poll(() => selectedElsewhere(desktop)).toBe('(415) 555-0187');
  await copyElsewhere(desktop, '(415) 555-0187');
  // It is there to be found.
  expect(await new Traces('555-0187').inHeap(page)).not.toEqual([]);

  await baton.printed(/^baton: kiosk cleared/m, from);
  // Its page is being loaded anew.
  await expect.poll(() => typed().catch(() => null)).toBe(0);
  await expect.poll(() => tracesOf(baton, page)).toEqual([]);
  expect([await pasteElsewhere(desktop), await selectedElsewhere(desktop)]).toEqual(['', '']);
  expect(await kioskWindow(baton)).toEqual(coversTheScreen);
  expect(server.requests).toHaveLength(0);
});

test('a key that something lies on keeps nothing on the screen', async ({ startBaton, server }) => {
  const baton = await startBaton({
    config: kioskFile(server.url, { kiosk: { freeEntry: true, clearAfterSeconds: 5 } }),
  });
  const page = await kioskPage(baton);
  const field = page.getByRole('combobox');
  await baton.desktop.run('xdotool', ['keydown', '5']);
  try {
    const from = baton.output.length;
    await expect(field).toHaveValue(/5.*5/);
    await baton.printed(/^baton: kiosk cleared/m, from);
  } finally {
    await baton.desktop.run('xdotool', ['keyup', '5']);
  }
  expect(server.requests).toHaveLength(0);
});

test('a result goes from the screen and stays in the history, where the next person does not see it', async ({
  startBaton,
  server,
}) => {
  await withFolder(async (userData) => {
    const baton = await startBaton({
      userData,
      config: kioskFile(server.url, { kiosk: { freeEntry: true, clearAfterSeconds: 5 } }),
    });
    const page = await kioskPage(baton);
    await baton.type('4155550187');
    await expect(page.getByText('Complete', { exact: true })).toBeVisible();
    await baton.keys('Return');
    await expect(page.getByRole('heading', { name: 'Plivo accepted the transfer' })).toBeVisible();
    const from = baton.output.length;
    await baton.printed(/^baton: kiosk cleared/m, from);
    await expect(heading(page)).toBeVisible();
    expect(journalEndings(userData)).toMatchObject([
      { address: '+14155550187', outcome: 'accepted' },
    ]);
    expect((await kioskState(page)).recents).toEqual([]);
    // One digit away from it, and part of it: nothing leads to whom the last person called.
    for (const text of ['+14155550186', '0187', '415555']) {
      const { suggestions, lookAlikes } = found.parse(
        await callBridge(page, 'popup:query', { text }),
      ).value;
      expect(JSON.stringify([suggestions, lookAlikes]), text).not.toContain('5550187');
    }
    expect(await kioskWindow(baton)).toEqual(coversTheScreen);
  });
});

test('a locked screen and a computer that goes to sleep clear it at once, the settings too', async ({
  desktop,
  startBaton,
  server,
}) => {
  const bus = await startSystemBus(desktop);
  const baton = await startBaton({
    config: kioskFile(server.url, { defaults: { holdBackSeconds: 10 } }),
    env: { DBUS_SYSTEM_BUS_ADDRESS: bus.address },
  });
  const page = await kioskPage(baton);
  await page.getByRole('button', { name: 'Settings and quit, needs the PIN' }).click();
  await expect(page.getByRole('heading', { name: 'Enter the PIN' })).toBeVisible();
  await baton.keys('4', '8');
  await leaveAlone(baton, page, bus, 'lock');
  await expect(heading(page)).toBeVisible();

  await givePin(page, pin);
  await callBridge(page, 'kiosk:leave', { to: 'settings' });
  await baton.page('manager');
  await leaveAlone(baton, page, bus, 'sleep');
  await expect.poll(() => kioskWindow(baton)).toEqual(coversTheScreen);
  expect((await kioskState(page)).kiosk?.lock).toBe('locked');

  // What is held is taken back: nobody is there any more who meant it.
  await expect(heading(page)).toBeVisible();
  await baton.keys('1');
  await expect(page.getByText(/Transferring to Maria Alvarez/).first()).toBeVisible();
  await leaveAlone(baton, page, bus, 'lock');
  await expect(heading(page)).toBeVisible();
  expect(server.requests).toHaveLength(0);
});

test('an attempt under way is not cut; what it ended with is asked before the next one', async ({
  desktop,
  startBaton,
  server,
}) => {
  await withFolder(async (userData) => {
    const bus = await startSystemBus(desktop);
    const baton = await startBaton({
      userData,
      config: kioskFile(server.url),
      env: { DBUS_SYSTEM_BUS_ADDRESS: bus.address },
    });
    const page = await kioskPage(baton);
    server.reply('silence');
    await baton.keys('1');
    await server.arrived(1);
    const from = baton.output.length;
    const cleared = leaveAlone(baton, page, bus, 'lock');
    await expect(page.getByText('Waiting for Plivo').first()).toBeVisible();
    server.answerLate(accepted);
    await cleared;
    // Not before the answer was there and written down.
    const said = baton.output.slice(from);
    expect(said.indexOf('baton: attempt accepted')).toBeGreaterThanOrEqual(0);
    expect(said.indexOf('baton: attempt accepted')).toBeLessThan(said.indexOf('kiosk cleared'));
    await expect(heading(page)).toBeVisible();

    server.reply('drop');
    await baton.keys('2');
    await expect(page.getByRole('heading', { name: 'Are you still on the call?' })).toBeVisible();
    await leaveAlone(baton, page, bus, 'lock');
    await expect(heading(page)).toBeVisible();
    expect(server.requests).toHaveLength(2);
    await baton.keys('3');
    await expect(page.getByRole('heading', { name: 'Are you still on the call?' })).toBeVisible();
    expect(server.requests).toHaveLength(2);
    expect(journalEndings(userData).map(({ outcome }) => outcome)).toEqual(['accepted', 'unknown']);
  });
});
