import { existsSync, mkdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { execWords, readDesktopEntry } from '../../electron/config/desktop-entry';
import { launcherPath, type Desktop } from '../support/baton';
import { expect, test } from '../support/fixtures';
import { openManager } from '../support/manager-window';
import { withFolder } from '../support/own-folder';
import { commandLine } from '../support/processes';
import { storedSettings } from '../support/settings-file';

const entryOf = (desktop: Desktop) => join(desktop.home, '.config', 'autostart', 'baton.desktop');
const switchName = 'Start Baton when I log in';

test.afterEach(({ desktop }) => {
  rmSync(dirname(entryOf(desktop)), { recursive: true, force: true });
});

/** The process that holds the user-data folder, as Chromium notes it there; null where none does. */
function holderOf(userData: string): number | null {
  try {
    return Number(readlinkSync(join(userData, 'SingletonLock')).split('-').at(-1));
  } catch {
    return null;
  }
}

test('switched on, the desktop starts Baton at login, hidden and on the same folder', async ({
  desktop,
  startBaton,
}) => {
  await withFolder(async (folder) => {
    // A path as people have them.
    const userData = join(folder, 'my "own" data, 100 %');
    const baton = await startBaton({ userData });
    expect(existsSync(entryOf(desktop))).toBe(false);
    const manager = await openManager(baton, 'Behaviour');
    const toggle = manager.getByRole('switch', { name: switchName });
    await expect(toggle).not.toBeChecked();
    await toggle.focus();
    await baton.keys('space');
    await expect(toggle).toBeChecked();
    await expect.poll(() => existsSync(entryOf(desktop))).toBe(true);
    expect(storedSettings(baton).launchAtLogin).toBe(true);
    const fields = readDesktopEntry(readFileSync(entryOf(desktop), 'utf8'));
    expect(execWords(fields.get('Exec') ?? '')).toEqual(
      expect.arrayContaining(['--hidden', `--user-data-dir=${userData}`]),
    );
    await baton.close();

    // As the session does when the person logs in.
    const entry = entryOf(desktop);
    await desktop.run('sh', ['-c', 'gio launch "$0" >/dev/null 2>&1', entry], { limitMs: 30_000 });
    await expect.poll(() => holderOf(userData)).not.toBeNull();
    const pid = holderOf(userData) ?? 0;
    try {
      expect(commandLine(pid)).toContain('--hidden');
      const log = () => readFileSync(join(userData, 'logs', 'baton.log'), 'utf8');
      await expect.poll(() => log().match(/ started on Electron /g)?.length).toBe(2);
      const visible = await desktop.run('xdotool', ['search', '--onlyvisible', '--name', 'Baton']);
      expect(visible.stdout).toBe('');
      // It is there, and a second start shows it.
      const again = [`--user-data-dir=${userData}`, '--popup'];
      expect((await desktop.run(launcherPath(), again)).code).toBe(0);
      await expect
        .poll(
          async () => (await desktop.run('xdotool', ['getwindowfocus', 'getwindowname'])).stdout,
        )
        .toBe('Baton\n');
    } finally {
      process.kill(pid);
      await expect.poll(() => existsSync(`/proc/${pid}`)).toBe(false);
    }
  });
});

test('switched off, nothing of it is left', async ({ desktop, startBaton }) => {
  const baton = await startBaton({ config: { version: 1, defaults: { launchAtLogin: true } } });
  await expect.poll(() => existsSync(entryOf(desktop))).toBe(true);
  const manager = await openManager(baton, 'Behaviour');
  const toggle = manager.getByRole('switch', { name: switchName });
  await expect(toggle).toBeChecked();
  await toggle.focus();
  await baton.keys('space');
  await expect(toggle).not.toBeChecked();
  await expect.poll(() => existsSync(entryOf(desktop))).toBe(false);
});

test('what the desktop’s own settings switch off stays off, until the person says otherwise here', async ({
  desktop,
  startBaton,
}) => {
  await withFolder(async (userData) => {
    const config = { version: 1, defaults: { launchAtLogin: true } };
    const first = await startBaton({ userData, config });
    await expect.poll(() => existsSync(entryOf(desktop))).toBe(true);
    await first.close();
    const written = readFileSync(entryOf(desktop), 'utf8');
    const off = written.replace(
      'X-GNOME-Autostart-enabled=true',
      'X-GNOME-Autostart-enabled=false',
    );
    expect(off).not.toBe(written);
    writeFileSync(entryOf(desktop), off);

    const baton = await startBaton({ userData, config });
    const manager = await openManager(baton, 'Behaviour');
    const toggle = manager.getByRole('switch', { name: switchName });
    await expect(toggle).not.toBeChecked();
    await expect(manager.getByText(/Your system's own start-up settings stop it/)).toBeVisible();
    expect(readFileSync(entryOf(desktop), 'utf8')).toBe(off);

    await toggle.focus();
    await baton.keys('space');
    await expect(toggle).toBeChecked();
    await expect
      .poll(() => readFileSync(entryOf(desktop), 'utf8'))
      .toContain('X-GNOME-Autostart-enabled=true');
  });
});

test('what the administrator enforces is locked and done at once', async ({
  desktop,
  startBaton,
}) => {
  const config = (launchAtLogin: boolean) => ({ version: 1, enforced: { launchAtLogin } });
  const baton = await startBaton({ config: config(true) });
  await expect.poll(() => existsSync(entryOf(desktop))).toBe(true);
  const manager = await openManager(baton, 'Behaviour');
  const row = manager.locator('[data-setting="launchAtLogin"]');
  await expect(row).toContainText('Managed');
  await expect(row).toContainText('On');
  await expect(manager.getByRole('switch', { name: switchName })).toHaveCount(0);

  writeFileSync(baton.configFile, JSON.stringify(config(false)));
  await expect(row).toContainText('Off');
  await expect.poll(() => existsSync(entryOf(desktop))).toBe(false);
});

test('an entry that cannot be written is said, until it can', async ({ desktop, startBaton }) => {
  const folder = dirname(entryOf(desktop));
  writeFileSync(folder, 'a file, where a folder should be');
  try {
    const baton = await startBaton();
    const manager = await openManager(baton, 'Behaviour');
    const toggle = manager.getByRole('switch', { name: switchName });
    await toggle.focus();
    await baton.keys('space');
    const notice = manager.getByText('Baton could not change what starts at login');
    await expect(notice).toBeVisible();
    await expect(manager.getByText(entryOf(desktop))).toBeVisible();

    rmSync(folder);
    mkdirSync(folder);
    await toggle.focus();
    await baton.keys('space');
    await expect(notice).toBeHidden();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
