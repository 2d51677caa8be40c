import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { launcherPath, type Desktop } from '../support/baton';
import { expect, test } from '../support/fixtures';
import { version } from '../support/line';
import { withFolder } from '../support/own-folder';
import { expectClosed, hasKeys, isOpen } from '../support/popup-window';
import { realLine } from '../support/real-line';
import { leavePopup } from '../support/transfer';
import { runProgram } from '../../build/run-program.mjs';

const limitMs = 30_000;

/** Starts Baton once more on a folder, as a person or a link would, and waits until it has ended. */
async function startAgain(desktop: Desktop, userData: string, ...args: readonly string[]) {
  return await desktop.run(launcherPath(), [`--user-data-dir=${userData}`, ...args], { limitMs });
}

/** Runs Baton where there is neither a display nor a session bus. */
async function runWithoutDisplay(...args: readonly string[]) {
  return await withFolder(
    async (home) =>
      await runProgram(launcherPath(), args, {
        env: { PATH: process.env['PATH'], HOME: home },
        limitMs,
      }),
  );
}

test('a second start on the same folder shows the popup of the first and exits 0', async ({
  desktop,
  startBaton,
}) => {
  const baton = await startBaton();
  expect(await isOpen(baton)).toBe(false);
  const { code } = await startAgain(desktop, baton.userData);
  expect(code).toBe(0);
  await hasKeys(baton);
});

test('a second start with --to fills the field and sends nothing', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  const { code } = await startAgain(desktop, baton.userData, '--to=+14155550134');
  expect(code).toBe(0);
  await hasKeys(baton);
  await expect(popup.getByRole('combobox', { name: 'Transfer to' })).toHaveValue('+1 415 555 0134');
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
  expect(server.requests).toEqual([]);

  // Enter is the person's.
  await baton.keys('Return');
  expect(await server.arrived(1)).toContain('"to":"+14155550134"');
  expect(server.requests).toHaveLength(1);
});

test('a second start with --practice or --line changes the line; with --hidden it shows nothing', async ({
  desktop,
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: realLine(server.url) });
  const popup = await baton.page('popup');
  await startAgain(desktop, baton.userData, '--practice');
  await hasKeys(baton);
  await expect(popup.getByText('No real call is made')).toBeVisible();
  await leavePopup(baton);

  const { code } = await startAgain(desktop, baton.userData, '--line=support', '--hidden');
  expect(code).toBe(0);
  await expect(popup.getByText('No real call is made')).toBeHidden();
  expect(await isOpen(baton)).toBe(false);
});

test('a second start with a misspelt option leaves the first as it is, and says why', async ({
  desktop,
  startBaton,
}) => {
  const baton = await startBaton();
  const { code, stderr } = await startAgain(desktop, baton.userData, '--popupp');
  expect(code).toBe(1);
  expect(stderr).toContain('unknown option "--popupp": did you mean --popup?');
  expect(await isOpen(baton)).toBe(false);
});

test('a second start with what counts at the start alone says so, and shows the popup', async ({
  desktop,
  startBaton,
}) => {
  const baton = await startBaton();
  const late = await startAgain(desktop, baton.userData, '--kiosk', '--config=/nowhere.json');
  // Who asks for a kiosk and gets none is told so.
  expect(late.code).toBe(1);
  expect(late.stderr).toContain('baton: another Baton runs on this user-data folder already');
  await hasKeys(baton);
  for (const option of ['--config', '--kiosk']) {
    expect(baton.output).toContain(`baton: ${option} counts when Baton starts, and it is running`);
  }
});

test('what prints and ends is answered beside a running Baton, which does nothing', async ({
  desktop,
  startBaton,
}) => {
  const baton = await startBaton();
  await withFolder(async (folder) => {
    const file = join(folder, 'history.csv');
    const commands = ['--version', '--help', '--check-config', '--verify-history'];
    for (const command of [...commands, `--export-history=${file}`]) {
      const { code, stdout } = await startAgain(desktop, baton.userData, command, '--popup');
      expect(stdout, command).not.toBe('');
      expect(code, command).toBe(0);
    }
    expect(readFileSync(file, 'utf8')).not.toBe('');
  });
  expect(await isOpen(baton)).toBe(false);
  expect(baton.output).not.toContain('popup shown');
});

test('--popup opens the popup at the start', async ({ startBaton }) => {
  const baton = await startBaton({ args: ['--popup'] });
  await hasKeys(baton);
});

test('--to opens it with the field filled, and sends nothing', async ({ startBaton, server }) => {
  const baton = await startBaton({
    config: realLine(server.url),
    args: ['--to=sip:dispatch@example.com'],
  });
  const popup = await baton.page('popup');
  await hasKeys(baton);
  await expect(popup.getByRole('combobox', { name: 'Transfer to' })).toHaveValue(
    'sip:dispatch@example.com',
  );
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
  expect(server.requests).toEqual([]);
});

test('--hidden stays in the tray though --popup is given, and the shortcut still opens it', async ({
  startBaton,
}) => {
  const baton = await startBaton({ args: ['--popup', '--hidden'] });
  expect(baton.output).not.toContain('baton: popup shown');
  await expectClosed(baton);
  await baton.pressShortcut();
  await hasKeys(baton);
});

test('--practice uses the practice line, whatever is configured', async ({
  startBaton,
  server,
}) => {
  const baton = await startBaton({ config: realLine(server.url), args: ['--practice'] });
  const popup = await baton.page('popup');
  await baton.pressShortcut();
  await expect(popup.getByText('No real call is made')).toBeVisible();
  await baton.type('+14155550134');
  await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
  await baton.keys('Return');
  await baton.printed(/^baton: attempt accepted/m);
  expect(server.requests).toEqual([]);
});

test('--version prints the version, without a display', async () => {
  const { code, stdout } = await runWithoutDisplay('--version');
  expect(stdout).toBe(`Baton ${version}\n`);
  expect(code).toBe(0);
});

test('--help prints every option, without a display', async () => {
  const { code, stdout } = await runWithoutDisplay('--help');
  expect(code).toBe(0);
  for (const option of [
    '--user-data-dir=DIR',
    '--config=FILE',
    '--check-config[=FILE]',
    '--popup',
    '--to=ADDRESS',
    '--line=ID',
    '--hidden',
    '--kiosk',
    '--practice',
    '--verify-history',
    '--export-history=FILE',
    '--version',
    '--help',
  ]) {
    expect(stdout).toContain(`  ${option} `);
  }
});

test('a misspelt option exits 1 and names the nearest, without a display', async () => {
  const { code, stdout, stderr } = await runWithoutDisplay('--user-data-dri=somewhere');
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain(
    'baton: unknown option "--user-data-dri": did you mean --user-data-dir?',
  );
});

test('a user-data folder that cannot be used is named, without a display', async () => {
  await withFolder(async (folder) => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    for (const userData of [file, join(file, 'below')]) {
      const { code, stderr } = await runWithoutDisplay(`--user-data-dir=${userData}`);
      expect(code).toBe(1);
      expect(stderr).toContain('baton: the user-data folder cannot be used:');
      expect(stderr).toContain(userData);
    }
  });
});
