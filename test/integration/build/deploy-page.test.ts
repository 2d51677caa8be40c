import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { collectRelease } from '../../../build/package/collect-release.mjs';
import { PROJECT } from '../../../build/project.mjs';
import { runProgram } from '../../../build/run-program.mjs';
import { packagedFolder, packedArchive } from '../../support/made-package';
import { withFolder } from '../../support/own-folder';
import { commandsOfPage, commandWith } from '../../support/page-commands';
import { KeyringSession } from '../credentials/keyring-session';

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')));
const blocks = commandsOfPage('deploy.md');
const limitMs = 60_000;

/** Folders in the place of a computer's own, and programs that this one must not be asked for. */
class Computer {
  readonly home: string;
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.home = join(folder, 'home');
    for (const name of ['usr/bin', 'usr/share', 'opt', 'etc/apparmor.d', 'etc/xdg/autostart']) {
      mkdirSync(this.at(name), { recursive: true });
    }
    mkdirSync(this.home);
    mkdirSync(this.at('stand-ins'));
    this.standIn('sudo', 'exec "$@"');
    // There may be no AppArmor here, and none of this is its kernel's business.
    this.standIn('apparmor_parser', '[ -f "$2" ]');
    for (const name of ['apt-get', 'dnf']) this.standIn(name, '[ -f "$3" ] && echo "$@"');
  }

  at(path: string): string {
    return join(this.#folder, path);
  }

  standIn(name: string, text: string): void {
    writeFileSync(this.at(`stand-ins/${name}`), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  }

  /** Runs the commands as they stand on the page; what they would do below /opt, /usr and /etc is done here. */
  async run(commands: string, cwd: string) {
    const moved = commands.replaceAll(/(?<=\s)\/(?=(?:opt|usr|etc)\/)/g, `${this.#folder}/`);
    // The usual path of the managed file is the program's own: /etc is this one in a mount namespace.
    // Root may mount, and is nobody again for the page.
    const script = `mount --bind '${this.at('etc')}' /etc
      exec unshare --map-user=1000 --map-group=1000 sh -euc "$1"`;
    const env = {
      PATH: [this.at('stand-ins'), this.at('usr/bin'), process.env['PATH'] ?? ''].join(':'),
      HOME: this.home,
    };
    return await runProgram('unshare', ['-rm', 'sh', '-euc', script, 'sh', moved], {
      cwd,
      env,
      limitMs,
    });
  }
}

describe('docs/deploy.md', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    await packagedFolder();
  }, 300_000);

  it('checks what was downloaded by its own command', async () => {
    await withFolder(async (folder) => {
      const archive = packedArchive() ?? '';
      const [made, downloads] = [join(folder, 'made', 'linux'), join(folder, 'downloads')];
      mkdirSync(made, { recursive: true });
      copyFileSync(archive, join(made, basename(archive)));
      collectRelease(join(folder, 'made'), downloads);
      const check = commandWith(blocks, 'SHA256SUMS');
      const whole = await runProgram('sh', ['-euc', check], { cwd: downloads });
      expect(whole).toMatchObject({ code: 0, stdout: `${basename(archive)}: OK\n` });

      writeFileSync(join(downloads, basename(archive)), 'something else');
      const cut = await runProgram('sh', ['-euc', check], { cwd: downloads });
      expect(cut.code).not.toBe(0);
    });
  });

  it.each([
    ['apt-get', 'baton-0.1.0-linux-amd64.deb'],
    ['dnf', 'baton-0.1.0-linux-x86_64.rpm'],
  ])('hands %s the package that lies there', async (program, file) => {
    await withFolder(async (folder) => {
      const computer = new Computer(folder);
      writeFileSync(join(computer.home, file), '');
      const done = await computer.run(commandWith(blocks, program), computer.home);
      expect(done).toMatchObject({ code: 0, stdout: `install -y ./${file}\n`, stderr: '' });
    });
  });

  it('installs the archive, gives it its settings and checks the desktop', async () => {
    await withFolder(async (folder) => {
      const computer = new Computer(folder);
      const downloads = join(packedArchive() ?? '', '..');
      const archive = ['tar -xzf', 'share/apparmor/baton', '/etc/xdg/autostart/'];
      for (const text of archive) {
        const done = await computer.run(commandWith(blocks, text), downloads);
        expect(done, text).toMatchObject({ code: 0, stderr: '' });
      }
      for (const path of [
        'usr/share/applications/baton.desktop',
        'usr/share/icons/hicolor/48x48/apps/baton.png',
        'etc/apparmor.d/baton',
        'etc/xdg/autostart/baton.desktop',
      ]) {
        expect(existsSync(computer.at(path)), path).toBe(true);
      }

      // The example that the page names comes with the package.
      const example = computer.at('opt/Baton/resources/config/config.example.jsonc');
      const token = join(computer.home, 'baton-token');
      writeFileSync(token, 'fake-token-for-tests-deploy', { mode: 0o600 });
      writeFileSync(
        join(computer.home, 'config.json'),
        readFileSync(example, 'utf8').replace('/home/agent/.config/baton-token', token),
      );
      const before = await computer.run(
        commandWith(blocks, '--check-config=config.json'),
        computer.home,
      );
      expect(before).toMatchObject({ code: 0 });
      expect(before.stdout).toMatch(/^region +"US" \(enforced\)$/m);
      const installed = await computer.run(commandWith(blocks, 'sudo install'), computer.home);
      expect(installed).toMatchObject({ code: 0 });
      expect(installed.stdout).toContain('/etc/baton/config.json (good)');
      expect(statSync(computer.at('etc/baton/config.json')).mode & 0o777).toBe(0o644);

      const checked = await computer.run(commandWith(blocks, '--diagnostics='), computer.home);
      // There is no keychain on this computer, which is something to mend.
      expect(checked).toMatchObject({ code: 2 });
      expect(checked.stdout).toContain(`Baton ${version}\n`);
      const report = readdirSync(computer.home).find((name) =>
        name.startsWith('baton-diagnostics'),
      );
      expect(readFileSync(join(computer.home, report ?? ''), 'utf8')).toContain(version);
      expect(checked.stdout + checked.stderr).not.toContain('fake-token-for-tests');
    });
  });

  it('leaves nothing behind when a person is done with it', async () => {
    const session = await KeyringSession.start();
    try {
      const account = ['service', 'Baton', 'account', 'plivo:MAFAKE0EXAMPLE0BATON'];
      await session.run('sh', [
        '-c',
        `printf fake-token-for-tests | secret-tool store --label=Baton ${account.join(' ')}`,
      ]);
      const stored = await session.run('secret-tool', ['lookup', ...account]);
      expect(stored.stdout).toBe('fake-token-for-tests');
      const command = commandWith(blocks, 'secret-tool clear');
      expect((await session.run('sh', ['-euc', command])).code).toBe(0);
      expect((await session.run('secret-tool', ['lookup', ...account])).stdout).toBe('');
    } finally {
      await session.stop();
    }
    await withFolder(async (folder) => {
      const computer = new Computer(folder);
      mkdirSync(join(computer.home, '.config', 'Baton'), { recursive: true });
      mkdirSync(join(computer.home, '.config', 'another'));
      const done = await computer.run(commandWith(blocks, 'rm -rf'), computer.home);
      expect(done.code).toBe(0);
      expect(readdirSync(join(computer.home, '.config'))).toEqual(['another']);
    });
  });
});
