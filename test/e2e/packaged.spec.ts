import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { startDesktop } from '../../build/desktop.mjs';
import { readFuses } from '../../build/package/fuses.mjs';
import { layoutOf } from '../../build/package/layout.mjs';
import { runProgram } from '../../build/run-program.mjs';
import type { Desktop } from '../support/baton';
import { expect, test as base } from '../support/fixtures';
import { kioskFile } from '../support/kiosk';
import { fake } from '../support/line';
import { packagedFolder, packedArchive } from '../support/made-package';
import { withFolder } from '../support/own-folder';
import { PackagedBaton } from '../support/packaged-baton';
import { commandLine, processTree, renderersOf } from '../support/processes';
import { realLine } from '../support/real-line';

const linux = process.platform === 'linux';
const root = process.getuid?.() === 0;
/** A person without any right; root runs no windows in Chromium's sandbox. */
const nobody = 65_534;

interface PackagedFixtures {
  readonly folder: string;
  /** What programs run in: a private desktop on Linux, the session of this process elsewhere. */
  readonly env: NodeJS.ProcessEnv;
  readonly privateDesktop: Desktop | null;
}

const test = base.extend<object, PackagedFixtures>({
  folder: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants the pattern
    async ({}, provide) => {
      await provide(await packagedFolder());
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  privateDesktop: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants the pattern
    async ({}, provide) => {
      const privateDesktop = linux ? await startDesktop({ compositor: true }) : null;
      await provide(privateDesktop);
      await privateDesktop?.dispose();
    },
    { scope: 'worker' },
  ],
  env: [
    async ({ privateDesktop }, provide) => {
      await provide(privateDesktop?.env ?? process.env);
    },
    { scope: 'worker' },
  ],
});

/** The program itself, as this user: root has to do without the sandbox. */
function asThisUser(folder: string, args: readonly string[]) {
  const { program } = layoutOf(folder, process.platform);
  return { program, args: linux && root ? ['--no-sandbox', ...args] : args };
}

test('its fuses: no Node, no variables, no inspector, and only its own archive', ({ folder }) => {
  const fuses = readFuses(layoutOf(folder, process.platform).fuses);
  expect(fuses).toMatchObject({
    runAsNode: 'off',
    enableCookieEncryption: 'on',
    enableNodeOptionsEnvironmentVariable: 'off',
    enableNodeCliInspectArguments: 'off',
    onlyLoadAppFromAsar: 'on',
  });
  // Where this Electron has them at all.
  expect(fuses.grantFileProtocolExtraPrivileges ?? 'off').toBe('off');
});

test('neither variables nor switches make it run other code', async ({ folder, env }) => {
  const { program, args } = asThisUser(folder, ['--version']);
  const script = 'console.log("other code ran")';
  const run = async (more: NodeJS.ProcessEnv, ...passed: readonly string[]) =>
    await runProgram(program, passed, { env: { ...env, ...more }, limitMs: 30_000 });

  const asNode = await run({ ELECTRON_RUN_AS_NODE: '1' }, '-e', script, ...args);
  expect(asNode.stdout).not.toContain('other code ran');
  const inspected = await run({}, '--inspect-brk=127.0.0.1:0', ...args);
  expect(inspected.stdout).toMatch(/^Baton \d/m);
  expect(inspected.stderr).not.toContain('Debugger listening');
  await withFolder(async (other) => {
    const preload = join(other, 'preload.cjs');
    writeFileSync(preload, script);
    const required = await run({ NODE_OPTIONS: `--require=${preload}` }, ...args);
    expect(required.stdout).toMatch(/^Baton \d/m);
    expect(required.stdout).not.toContain('other code ran');
  });
});

test('it starts, makes a practice transfer, and a second start hands over and ends', async ({
  folder,
  env,
}) => {
  await withFolder(async (home) => {
    const own = `--user-data-dir=${join(home, 'user-data')}`;
    const start = asThisUser(folder, ['--practice', '--popup', own]);
    const baton = await PackagedBaton.start({ ...start, env });
    try {
      const popup = await baton.popup();
      const field = popup.getByRole('combobox', { name: 'Transfer to' });
      await field.fill('+14155550134');
      await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
      await popup.keyboard.press('Enter');
      await baton.printed(/^baton: attempt accepted/m);
      await expect(
        popup.getByRole('heading', { name: 'Plivo accepted the transfer' }),
      ).toBeHidden();

      const again = asThisUser(folder, [own, '--to=+16285550119']);
      const { code } = await runProgram(again.program, again.args, { env, limitMs: 30_000 });
      expect(code).toBe(0);
      await expect(field).toHaveValue('+1 628 555 0119');
      // The second number waits for the person.
      expect(baton.output.match(/^baton: attempt/gm)).toHaveLength(1);
    } finally {
      await baton.close();
    }
  });
});

if (linux) {
  test('a plain user starts the installed command in the sandbox, and makes a transfer by keyboard', async ({
    // oxlint-disable-next-line no-unused-vars -- asked for so that the archive is there
    folder: _,
  }) => {
    const desktop = await startDesktop({ keychain: 'none', panel: false });
    try {
      await withFolder(async (prefix) => {
        // As docs/deploy.md installs the archive, with another folder in the place of /.
        const home = join(prefix, 'home');
        mkdirSync(home);
        chmodSync(prefix, 0o755);
        mkdirSync(join(prefix, 'Baton'));
        execFileSync('tar', [
          ...['-xzf', packedArchive() ?? '', '-C', join(prefix, 'Baton')],
          ...['--strip-components=1', '--no-same-owner'],
        ]);
        symlinkSync(join(prefix, 'Baton', 'bin', 'baton'), join(prefix, 'baton'));
        if (root) chownSync(home, nobody, nobody);
        const baton = await PackagedBaton.start({
          program: join(prefix, 'baton'),
          args: ['--practice', '--popup', `--user-data-dir=${join(home, 'user-data')}`],
          env: { ...desktop.env, HOME: home, XDG_RUNTIME_DIR: home },
          ...(root ? { uid: nobody } : {}),
        });
        try {
          const popup = await baton.popup();
          await expect(popup.getByRole('combobox', { name: 'Transfer to' })).toBeFocused();
          await desktop.run('xdotool', ['type', '--delay', '20', '+14155550134']);
          await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
          await desktop.run('xdotool', ['key', 'Return']);
          await baton.printed(/^baton: attempt accepted/m);

          const renderers = renderersOf(baton.pid);
          expect(renderers.length).toBeGreaterThan(0);
          for (const pid of renderers) {
            expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
          }
          const started = processTree(baton.pid).map(commandLine).join('\n');
          expect(started).not.toContain('--no-sandbox');
        } finally {
          await baton.close();
        }
      });
    } finally {
      await desktop.dispose();
    }
  });

  test('the shortcut opens it, the token comes from the real keychain, and one POST goes out', async ({
    folder,
    env,
    privateDesktop,
    server,
  }) => {
    if (privateDesktop === null) throw new Error('There is no desktop.');
    await withFolder(async (home) => {
      const config = join(home, 'config.json');
      writeFileSync(config, JSON.stringify(realLine(server.url)), { mode: 0o600 });
      const userData = join(home, 'user-data');
      const args = ['--hidden', `--config=${config}`, `--user-data-dir=${userData}`];
      const baton = await PackagedBaton.start({ ...asThisUser(folder, args), env });
      try {
        const popup = await baton.popup();
        await privateDesktop.run('xdotool', ['key', 'ctrl+alt+b']);
        await baton.printed(/^baton: popup shown/m);
        await privateDesktop.run('xdotool', ['type', '--delay', '20', '+14155550134']);
        await expect(popup.getByText('Complete', { exact: true })).toBeVisible();
        await privateDesktop.run('xdotool', ['key', 'Return']);
        const request = await server.arrived(1);
        expect(request).toContain(
          `Basic ${Buffer.from(`${fake.authId}:${fake.authToken}`).toString('base64')}`,
        );
        await baton.printed(/^baton: attempt accepted/m);
        expect(server.requests).toHaveLength(1);
        // A module that was left out of the package would show here.
        const log = readFileSync(join(userData, 'logs', 'baton.log'), 'utf8');
        expect(log).not.toMatch(/\[(?:warn|error)\]/);
      } finally {
        await baton.close();
      }
    });
  });

  test('as a kiosk one key makes a transfer, and Alt+F4 leaves it where it is', async ({
    folder,
    env,
    privateDesktop,
    server,
  }) => {
    if (privateDesktop === null) throw new Error('There is no desktop.');
    await withFolder(async (home) => {
      const config = join(home, 'config.json');
      writeFileSync(config, JSON.stringify(kioskFile(server.url)), { mode: 0o600 });
      const userData = join(home, 'user-data');
      const args = [`--config=${config}`, `--user-data-dir=${userData}`];
      const baton = await PackagedBaton.start({ ...asThisUser(folder, args), env });
      const geometry = async () => {
        const { stdout } = await privateDesktop.run('xwininfo', ['-name', 'Baton']);
        return /-geometry (\S+)/.exec(stdout)?.[1];
      };
      try {
        const page = await baton.popup();
        await baton.printed(/^baton: popup shown/m);
        await expect(page.getByRole('heading', { name: 'Who takes this call?' })).toBeVisible();
        await expect.poll(geometry).toBe('1280x800+0+0');
        await privateDesktop.run('xdotool', ['key', '1']);
        await server.arrived(1);
        await baton.printed(/^baton: attempt accepted/m);
        await privateDesktop.run('xdotool', ['key', 'alt+F4', 'ctrl+q', 'ctrl+w', 'F12']);
        await privateDesktop.run('xdotool', ['key', 'Escape']);
        await expect(page.getByRole('heading', { name: 'Who takes this call?' })).toBeVisible();
        expect(await geometry()).toBe('1280x800+0+0');
        expect(server.requests).toHaveLength(1);
        // A module that was left out of the package would show here.
        const log = readFileSync(join(userData, 'logs', 'baton.log'), 'utf8');
        expect(log).not.toMatch(/\[(?:warn|error)\]/);
      } finally {
        await baton.close();
      }
    });
  });
}
