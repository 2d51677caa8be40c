import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { runProgram } from '../../build/run-program.mjs';
import { launcherPath } from '../support/baton';
import { expect, test } from '../support/fixtures';
import { coversTheScreen, kioskFile, kioskPage, kioskState, kioskWindow } from '../support/kiosk';
import { buttonOf, headingOf } from '../support/kiosk-page';
import { withFolder } from '../support/own-folder';
import { lineAt } from '../support/real-line';
import { takesDecisions } from '../support/popup-window';

test('of two kiosks that start at the same moment one is there, and the other is tried again', async ({
  desktop,
  server,
}) => {
  await withFolder(async (folder) => {
    const config = join(folder, 'config.json');
    writeFileSync(config, JSON.stringify(kioskFile(server.url)), { mode: 0o600 });
    const args = [
      `--user-data-dir=${join(folder, 'user-data')}`,
      ...['--disable-gpu', '--kiosk', `--config=${config}`],
    ];
    const start = () => desktop.start('a kiosk', launcherPath(), args);
    const both = await Promise.all([start(), start()]);
    const left = () => both.filter((kiosk) => !kiosk.ended());
    await expect.poll(() => left().length, { timeout: 20_000 }).toBe(1);
    const [kiosk] = left();
    const gone = both.find((one) => one.ended());
    if (kiosk === undefined || gone === undefined) throw new Error('There is none, or two');
    // 0 would be the PIN, and end the session.
    expect(gone.child.exitCode).toBe(1);
    expect(gone.output()).not.toContain('baton: ready');
    await expect.poll(kiosk.output).toContain('baton: popup shown');
    const windows = () => desktop.run('xdotool', ['search', '--onlyvisible', '--name', '^Baton$']);
    await expect.poll(async () => (await windows()).stdout.trim().split('\n').length).toBe(1);
    await expect
      .poll(async () => {
        const { stdout } = await desktop.run('xdotool', ['getactivewindow', 'getwindowname']);
        return stdout.trim();
      })
      .toBe('Baton');
    // In its first moments a screen takes no key.
    await expect(async () => {
      await desktop.run('xdotool', ['key', '1']);
      await expect.poll(() => server.requests.length, { timeout: 1000 }).toBe(1);
    }).toPass();
    await expect.poll(kiosk.output).toContain('baton: attempt accepted');
    expect(server.requests).toHaveLength(1);
    process.kill(kiosk.pid, 'SIGTERM');
    await expect.poll(kiosk.ended).toBe(true);
  });
});

test('no other start on its folder gets anything out of a kiosk, whatever it shows', async ({
  startBaton,
  server,
}) => {
  const lines = [
    lineAt(server.url, 'support', 'Support line'),
    lineAt(server.url, 'sales', 'Sales line'),
  ];
  const baton = await startBaton({
    config: kioskFile(server.url, {
      kiosk: { freeEntry: true },
      defaults: { lines, holdBackSeconds: 10 },
    }),
  });
  const page = await kioskPage(baton);
  const plain = join(baton.userData, '..', 'plain.json');
  writeFileSync(plain, JSON.stringify({ version: 1 }), { mode: 0o600 });
  const again = async (args: readonly string[], exitCode = 0) => {
    const from = baton.output.length;
    const { code } = await runProgram(
      launcherPath(),
      [`--user-data-dir=${baton.userData}`, ...args],
      { env: baton.desktop.env, limitMs: 30_000 },
    );
    expect(code, args.join(' ')).toBe(exitCode);
    await baton.printed(/^baton: popup shown/m, from);
    expect(await kioskWindow(baton)).toEqual(coversTheScreen);
    const { line, kiosk } = await kioskState(page);
    expect([line.id, kiosk?.lock]).toEqual(['support', 'locked']);
  };
  const link = 'baton:transfer?to=%2B14155550199&line=sales';

  // At the tiles: a text at most, which nobody sends.
  await again([]);
  await again(['--kiosk'], 1);
  await again([`--config=${plain}`, '--popup']);
  await expect(page.getByRole('combobox')).toHaveValue('');
  await again([link]);
  await expect(page.getByRole('combobox')).toHaveValue('+1 415 555 0199');

  // At the pad it stays there, and what was begun too.
  await baton.keys('Escape');
  await buttonOf(page, 'Settings and quit, needs the PIN').click();
  await baton.type('48');
  await again(['--to=+14155550199']);
  await expect(headingOf(page)).toHaveText('Enter the PIN');
  await expect(page.locator('.pad__pin')).toHaveValue('48');

  // While one is held, it is neither sent nor taken back by it.
  await baton.keys('Escape', 'Escape');
  await buttonOf(page, 'Maria Alvarez, Billing').click();
  await expect(headingOf(page)).toContainText('Transferring to Maria Alvarez');
  await again([link]);
  expect((await kioskState(page)).phase.kind).toBe('held');
  expect(server.requests).toEqual([]);
  await takesDecisions(page);
  await baton.keys('Escape');
  await expect.poll(async () => (await kioskState(page)).phase.kind).toBe('compose');
  expect(server.requests).toEqual([]);
});
