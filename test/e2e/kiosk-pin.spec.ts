import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';
import { z } from 'zod';

import { runProgram } from '../../build/run-program.mjs';
import { pinHashSchema } from '../../electron/contract/kiosk';
import { hashPin, pinMatches } from '../../electron/kiosk/pin-hash';
import { launcherPath } from '../support/baton';
import { callBridge } from '../support/bridge';
import { expect, test } from '../support/fixtures';
import {
  coversTheScreen,
  givePin,
  kioskFile,
  kioskOnFile,
  kioskPage,
  kioskState,
  kioskWindow,
  pin,
} from '../support/kiosk';
import { expectCheck } from '../support/doctor-window';
import { showPage } from '../support/manager-window';
import { withFolder } from '../support/own-folder';

const refusal = z.object({
  ok: z.literal(false),
  error: z.object({ code: z.string(), waitUntil: z.number() }),
});

async function refused(page: Page, given: string) {
  return refusal.parse(await givePin(page, given)).error;
}

/** Types two lines on a terminal, each when it is asked for, and prints what the terminal shows. */
const onTerminal = `
import os, pty, sys
child, terminal = pty.fork()
if child == 0:
    os.execv(sys.argv[1], [sys.argv[1], '--kiosk-pin'])
shown, left = b'', [line.encode() for line in sys.argv[2:]]
while True:
    try:
        part = os.read(terminal, 1024)
    except OSError:
        break
    if not part:
        break
    shown += part
    if left and shown.endswith(b': '):
        os.write(terminal, left.pop(0) + b'\\n')
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
`;

test('--kiosk-pin makes the hash without a display, and shows the PIN nowhere', async () => {
  await withFolder(async (home) => {
    const env = { PATH: process.env['PATH'], HOME: home };
    const options = { env, cwd: home, limitMs: 60_000 };
    const piped = await runProgram(launcherPath(), ['--kiosk-pin'], {
      ...options,
      input: `${pin}\n`,
    });
    expect(piped.code).toBe(0);
    const made = piped.stdout.trim();
    expect(pinHashSchema.parse(made)).toBe(made);
    expect(await pinMatches(pin, made)).toBe(true);
    expect(piped.stdout + piped.stderr).not.toContain(pin);
    const bad = await runProgram(launcherPath(), ['--kiosk-pin'], { ...options, input: 'no pin' });
    expect([bad.code, bad.stdout]).toEqual([1, '']);
    expect(bad.stderr).toContain('a PIN has 4 to 64 digits');

    const typed = async (...lines: string[]) =>
      await runProgram('/usr/bin/python3', ['-c', onTerminal, launcherPath(), ...lines], options);
    const same = await typed(pin, pin);
    expect(same.code, same.stdout).toBe(0);
    expect(same.stdout).toContain('The same PIN again: ');
    expect(same.stdout).not.toContain(pin);
    const hash = /scrypt\$\S+/.exec(same.stdout)?.[0] ?? '';
    expect(await pinMatches(pin, hash)).toBe(true);
    const other = await typed(pin, '482914');
    expect([other.code, other.stdout.includes('scrypt')]).toEqual([1, false]);
    expect(readdirSync(home)).toEqual([]);
  });
});

test('three wrong PINs close it for a while, also to the right one and after a kill', async ({
  startBaton,
  server,
}) => {
  await withFolder(async (userData) => {
    const baton = await startBaton({ userData, config: kioskFile(server.url) });
    const page = await kioskPage(baton);
    for (const guess of ['0000', '1111']) {
      const { code, waitUntil } = await refused(page, guess);
      expect([code, waitUntil <= Date.now()]).toEqual(['wrong', true]);
    }
    const third = await refused(page, '2222');
    expect(third.code).toBe('wrong');
    expect(third.waitUntil).toBeGreaterThan(Date.now());
    expect(await refused(page, pin)).toMatchObject({ code: 'wait' });
    const { kiosk } = await kioskState(page);
    expect(kiosk?.lock).toBe('locked');
    expect(Math.abs((kiosk?.waitUntil ?? 0) - third.waitUntil)).toBeLessThan(1000);
    expect(statSync(join(userData, 'kiosk-pin.json')).mode & 0o777).toBe(0o600);

    baton.signal('SIGKILL');
    await baton.ended();
    const again = await startBaton({ userData, config: kioskFile(server.url) });
    const page2 = await kioskPage(again);
    const answer = await givePin(page2, pin);
    // A computer so slow that the delay was over meanwhile has shown the same.
    if (Date.now() < third.waitUntil) expect(answer).toMatchObject({ error: { code: 'wait' } });
    const waitUntil = async () => (await kioskState(page2)).kiosk?.waitUntil;
    await expect.poll(waitUntil, { timeout: 20_000 }).toBeNull();
    expect(Date.now()).toBeGreaterThan(third.waitUntil - 1000);
    expect(await givePin(page2, pin)).toEqual({ ok: true, value: null });
    expect((await kioskState(page2)).kiosk?.lock).toBe('open');
  });
});

test('another PIN, or none, closes what the last one has opened', async ({
  startBaton,
  server,
}) => {
  await withFolder(async (folder) => {
    const { file, baton, page } = await kioskOnFile(startBaton, folder, server.url);
    const view = async () => (await kioskState(page)).kiosk;
    for (const { next, lock } of [
      { next: undefined, lock: 'no-pin' },
      { next: hashPin('7777'), lock: 'locked' },
    ] as const) {
      expect(await givePin(page, pin)).toEqual({ ok: true, value: null });
      await callBridge(page, 'kiosk:leave', { to: 'settings' });
      await baton.page('manager');
      file.replace(kioskFile(server.url, { kiosk: { pinHash: next, freeEntry: true } }));
      await expect.poll(view).toMatchObject({ freeEntry: true, lock });
      await expect.poll(() => kioskWindow(baton)).toEqual(coversTheScreen);
      // The PIN that opened it is back, and opens nothing by being so.
      file.replace(kioskFile(server.url));
      await expect.poll(view).toMatchObject({ freeEntry: false, lock: 'locked' });
    }
  });
});

test('the right PIN opens the settings above the kiosk; closed, they are behind the PIN again', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: kioskFile(server.url) });
  const page = await kioskPage(baton);
  expect(await givePin(page, pin)).toEqual({ ok: true, value: null });
  expect((await kioskState(page)).kiosk?.lock).toBe('open');
  await callBridge(page, 'kiosk:leave', { to: 'settings' });
  const manager = await baton.page('manager');
  await expect(manager.getByRole('tab', { name: 'Account' })).toBeVisible();
  await expect.poll(() => baton.focusedWindow()).toBe('Baton settings');
  // Above the kiosk, whichever of the two has the keys.
  const { stdout } = await baton.desktop.run('xprop', ['-root', '_NET_CLIENT_LIST_STACKING']);
  const ids = stdout.match(/0x[0-9a-f]+/g) ?? [];
  const { stdout: top } = await baton.desktop.run('xdotool', ['getwindowname', ids.at(-1) ?? '']);
  expect(top.trim()).toBe('Baton settings');
  const hasTools = await baton.app.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) webContents.openDevTools();
    return BrowserWindow.getAllWindows().some(({ webContents }) => webContents.isDevToolsOpened());
  });
  expect(hasTools).toBe(false);

  await baton.app.evaluate(({ BrowserWindow }) => {
    const url = '/manager/';
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.getURL().includes(url))
      ?.close();
  });
  await expect.poll(() => kioskWindow(baton)).toEqual(coversTheScreen);
  expect((await kioskState(page)).kiosk?.lock).toBe('locked');
  expect(await callBridge(page, 'kiosk:leave', { to: 'quit' })).toMatchObject({ ok: false });

  await givePin(page, pin);
  await callBridge(page, 'kiosk:lock', null);
  expect((await kioskState(page)).kiosk?.lock).toBe('locked');

  await givePin(page, pin);
  await callBridge(page, 'kiosk:leave', { to: 'quit' }).catch(() => undefined);
  expect(await baton.ended()).toBe(0);
});

test('the check-up in the settings misses neither a shortcut nor a tray', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: kioskFile(server.url) });
  const page = await kioskPage(baton);
  await givePin(page, pin);
  await callBridge(page, 'kiosk:leave', { to: 'settings' });
  const manager = await baton.page('manager');
  await showPage(manager, 'About');
  await manager.getByRole('button', { name: 'Run a check-up' }).click();
  await expect(await expectCheck(manager, 'shortcut', 'good')).toContainText(
    'A kiosk has no shortcut',
  );
  await expect(await expectCheck(manager, 'tray', 'good')).toContainText(
    'A kiosk has no tray icon',
  );
});

test('a file dialog left open in front of the settings is not there for the next person', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({
    config: kioskFile(server.url, { kiosk: { clearAfterSeconds: 5 } }),
  });
  const page = await kioskPage(baton);
  await givePin(page, pin);
  await callBridge(page, 'kiosk:leave', { to: 'settings' });
  const manager = await baton.page('manager');
  await showPage(manager, 'Directory');
  await manager.getByRole('button', { name: 'Import a file…' }).click();
  await expect.poll(() => baton.focusedWindow()).toBe('Import a directory');
  // It cannot be closed from here, so that Baton ends as a failure: its session starts it again.
  expect(await baton.ended()).toBe(1);
  expect(baton.output).toContain('a dialog of the system was left open');
});
