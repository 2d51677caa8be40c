import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { PROJECT } from '../../build/project.mjs';
import type { Baton } from '../support/baton';
import { coversTheScreen, kioskFile, kioskPage, kioskWindow } from '../support/kiosk';
import { expect, test } from '../support/own-desktop';

/** The window manager as docs/kiosk.md sets it up: with its own defaults Alt+Tab is its, not Baton's. */
const windowManager = join(PROJECT, 'build/kiosk/openbox-rc.xml');

const letters = 'a d f g h j k l n o p q r s t u w x z'.split(' ');
/** What closes, leaves, reloads, zooms, prints, saves, searches or opens something elsewhere. */
const combinations = [
  ...letters.map((letter) => `ctrl+${letter}`),
  ...['i', 'j', 'c', 'r', 'n', 't', 'w', 'q', 'k', 'o', 'b', 'Delete', 'Escape', 'Tab'].map(
    (key) => `ctrl+shift+${key}`,
  ),
  ...Array.from({ length: 12 }, (_, index) => `F${index + 1}`),
  ...['F1', 'F4', 'F5', 'F11', 'F12'].flatMap((key) => [`ctrl+${key}`, `shift+${key}`]),
  ...['plus', 'minus', 'equal', '0', 'comma', 'period', 'Tab', 'Page_Up', 'Page_Down'].map(
    (key) => `ctrl+${key}`,
  ),
  ...['F4', 'Tab', 'Left', 'Right', 'Home', 'space', 'Escape', 'd', 'e', 'f', 'l', 'F1', 'F2'].map(
    (key) => `alt+${key}`,
  ),
  ...['F8', 'F10', 'BackSpace'].map((key) => `alt+${key}`),
  ...['d', 'e', 'l', 'r', 'Tab', 'space', 'Up', 'Left'].map((key) => `super+${key}`),
  ...['ctrl+alt+d', 'ctrl+alt+t', 'ctrl+alt+l', 'ctrl+alt+Delete', 'ctrl+alt+Right', 'ctrl+alt+b'],
  ...['Super_L', 'Menu', 'shift+F10', 'XF86Back', 'XF86Forward', 'XF86Reload', 'XF86HomePage'],
  ...['XF86WWW', 'XF86Mail', 'XF86Close', 'Print', 'Help'],
];

/** So many are pressed before somebody looks at what came of them. */
const atOnce = 6;

/** The page of a kiosk that must not be loaded anew, and what is pressed into it. */
async function pressAll(baton: Baton, page: Page, state: string): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset['mark'] = 'here';
  });
  const got: [string, unknown][] = [];
  for (let first = 0; first < combinations.length; first += atOnce) {
    const keys = combinations.slice(first, first + atOnce);
    await baton.keys(...keys);
    const now = await kioskWindow(baton);
    if (JSON.stringify(now) !== JSON.stringify(coversTheScreen)) got.push([keys.join(' '), now]);
  }
  expect(got, state).toEqual([]);
  // The window manager may answer late.
  await expect.poll(() => kioskWindow(baton), state).toEqual(coversTheScreen);
  const { stdout } = await baton.desktop.run('xdotool', ['getwindowfocus', 'getwindowname']);
  expect(stdout.trim(), state).toBe('Baton');
  expect(await page.evaluate(() => document.documentElement.dataset['mark']), state).toBe('here');
  expect(await page.evaluate(() => document.hasFocus()), state).toBe(true);
  expect(await page.evaluate(() => visualViewport?.scale), state).toBe(1);
}

test('no key leads out of it: on the tiles, on the PIN pad and on a result', async ({
  ownDesktop,
  startOn,
  server,
}) => {
  test.setTimeout(120_000);
  expect(new Set(combinations).size).toBeGreaterThanOrEqual(40);
  const desktop = await ownDesktop({ keychain: 'unlocked', panel: false, windowManager });
  const baton = await startOn(desktop, { config: kioskFile(server.url) });
  const page = await kioskPage(baton);
  const title = page.getByRole('heading', { name: 'Who takes this call?' });
  await pressAll(baton, page, 'tiles');
  await baton.keys('Escape');
  await expect(title).toBeVisible();

  await page.getByRole('button', { name: 'Settings and quit, needs the PIN' }).click();
  await expect(page.getByRole('heading', { name: 'Enter the PIN' })).toBeVisible();
  await pressAll(baton, page, 'PIN pad');
  expect(server.requests).toHaveLength(0);
  await baton.keys('Escape');
  await expect(title).toBeVisible();

  await baton.keys('1');
  await expect(page.getByRole('heading', { name: 'Plivo accepted the transfer' })).toBeVisible();
  await pressAll(baton, page, 'result');
  await baton.keys('Escape');
  await expect(title).toBeVisible();
  expect(server.requests).toHaveLength(1);
  expect(await kioskWindow(baton)).toEqual(coversTheScreen);
});

test('no click, no other program and no script leads out of it', async ({
  ownDesktop,
  startOn,
  server,
}) => {
  const desktop = await ownDesktop({ keychain: 'unlocked', panel: false, windowManager });
  const baton = await startOn(desktop, {
    config: kioskFile(server.url, { kiosk: { freeEntry: true } }),
  });
  const page = await kioskPage(baton);
  await page.getByRole('combobox').fill('Mar');
  const stays = async (what: string) => {
    await expect.poll(() => kioskWindow(baton), what).toEqual(coversTheScreen);
  };
  // The right button on the backdrop and in the field, the middle one, back and forward, the wheel
  // with Ctrl.
  for (const [x, y] of [
    ['20', '20'],
    ['640', '300'],
  ]) {
    for (const button of ['3', '2', '8', '9']) {
      await desktop.run('xdotool', ['mousemove', x ?? '', y ?? '', 'click', button]);
      await stays(`button ${button} at ${x},${y}`);
    }
  }
  await desktop.run('xdotool', ['keydown', 'ctrl', 'click', '4', 'click', '5', 'keyup', 'ctrl']);
  await stays('the wheel with Ctrl');
  // What another program can ask of a window.
  await desktop.run('wmctrl', ['-F', '-c', 'Baton']);
  await stays('close');
  await desktop.run('wmctrl', ['-F', '-r', 'Baton', '-b', 'remove,fullscreen']);
  await stays('no longer fullscreen');
  await desktop.run('wmctrl', ['-F', '-r', 'Baton', '-b', 'add,hidden']);
  await stays('hidden');
  const { stdout } = await desktop.run('xdotool', ['search', '--name', '^Baton$']);
  for (const id of stdout.trim().split('\n')) {
    await desktop.run('xdotool', ['windowminimize', id]);
  }
  await stays('minimised');
  // What a page can ask of its window.
  for (const script of [
    'location.href = "https://example.com/"',
    'location.href = "file:///etc/passwd"',
    'location.href = "app://baton/manager/index.html"',
    'window.open("https://example.com/")',
    'history.back()',
    'document.exitFullscreen().catch(() => undefined)',
    'window.moveTo(50, 50); window.resizeTo(300, 300)',
  ]) {
    await page.evaluate(script);
    await stays(script);
  }
  // A file that is dropped on it.
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      type,
      x: 640,
      y: 300,
      data: { items: [], files: ['/etc/passwd'], dragOperationsMask: 1 },
    });
  }
  await stays('a dropped file');
  await session.detach();
  // Asked for past Playwright, which waits for the navigations that never were.
  const typed = await page.evaluate(() => document.querySelector('input')?.value);
  expect(typed).toBe('Mar');
  expect(server.requests).toHaveLength(0);

  // A script could close its window, if there were one that wanted to: that is a failure, and what
  // looks after Baton starts it again.
  await page.evaluate('window.close()').catch(() => undefined);
  expect(await baton.ended()).toBe(1);
});
