import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { PROJECT } from '../../build/project.mjs';
import { runProgram } from '../../build/run-program.mjs';
import { pinHashSchema } from '../../electron/contract/kiosk';
import { pinMatches } from '../../electron/kiosk/pin-hash';
import { launcherPath, type Desktop } from '../support/baton';
import { pin } from '../support/kiosk';
import { expect, test } from '../support/own-desktop';
import { withFolder } from '../support/own-folder';
import { commandsOfPage } from '../support/page-commands';
import { commandLine, processTree } from '../support/processes';

const recipe = join(PROJECT, 'build/kiosk');

/** A folder whose `baton` is the one that is tested, as an installation brings the command. */
function installedIn(folder: string): string {
  const programs = join(folder, 'programs');
  mkdirSync(programs);
  writeFileSync(join(programs, 'baton'), `#!/bin/sh\nexec '${launcherPath()}' "$@"\n`, {
    mode: 0o755,
  });
  return programs;
}

/** Where windows are, by the names that their programs give them. */
async function geometryOf(desktop: Desktop, name: string): Promise<string | null> {
  const { stdout } = await desktop.run('xwininfo', ['-name', name]);
  return /-geometry (\S+)/.exec(stdout)?.[1] ?? null;
}

/** A network of its own that has nothing but this computer itself. */
const withoutNetwork = `
import fcntl, os, socket, struct, sys
SIOCSIFFLAGS, IFF_UP = 0x8914, 1
with socket.socket() as any:
    fcntl.ioctl(any, SIOCSIFFLAGS, struct.pack('16sH', b'lo', IFF_UP))
os.execvp(sys.argv[1], sys.argv[1:])
`;

test('the session on a bare X server, without network: ready for a transfer with no other hand', async ({
  ownDesktop,
}) => {
  const desktop = await ownDesktop({ windowManager: 'none', keychain: 'none', panel: false });
  await withFolder(async (folder) => {
    const path = `${installedIn(folder)}:${desktop.env['PATH'] ?? ''}`;
    const userData = join(folder, 'user-data');
    const session = await desktop.start(
      'kiosk session',
      'unshare',
      [
        ...['-rn', '/usr/bin/python3', '-c', withoutNetwork, join(recipe, 'session')],
        ...['--practice', '--disable-gpu', `--user-data-dir=${userData}`],
      ],
      { PATH: path },
    );
    const heard = async (pattern: RegExp, times: number) => {
      const said = () => session.output().match(pattern)?.length ?? 0;
      await expect.poll(said, { timeout: 30_000 }).toBeGreaterThanOrEqual(times);
    };
    const inSession = (what: string) =>
      processTree(session.pid).find((pid) => commandLine(pid).includes(what)) ?? 0;
    const covers = () => expect.poll(() => geometryOf(desktop, 'Baton')).toBe('1280x800+0+0');
    const hasKeys = async () => {
      const focused = async () =>
        (await desktop.run('xdotool', ['getwindowfocus', 'getwindowname'])).stdout.trim();
      await expect.poll(focused).toBe('Baton');
    };

    await heard(/^baton: popup shown/gm, 1);
    await covers();
    await hasKeys();
    await desktop.run('xdotool', ['key', '1']);
    await heard(/^baton: attempt accepted/gm, 1);

    // Openbox listens to its own configuration, which has no keys.
    await desktop.run('xdotool', ['key', 'alt+F4', 'ctrl+alt+d', 'alt+Escape', 'super+e']);
    await covers();
    await hasKeys();

    // Whatever ends comes back, with nobody there.
    process.kill(inSession('openbox --sm-disable'), 'SIGKILL');
    await expect.poll(() => inSession('openbox --sm-disable')).toBeGreaterThan(0);
    const main = () =>
      processTree(session.pid).find(
        (pid) => commandLine(pid).includes('--kiosk') && !/--type=|session/.test(commandLine(pid)),
      ) ?? 0;
    process.kill(main(), 'SIGKILL');
    await heard(/^baton: popup shown/gm, 2);
    await covers();
    await hasKeys();
    // The practice line's second destination; the first one would be asked about so soon.
    await desktop.run('xdotool', ['key', '2']);
    await heard(/^baton: attempt refused/gm, 1);

    // Ended by somebody else it comes back as well: only the PIN quits it.
    process.kill(main(), 'SIGTERM');
    await heard(/^baton: popup shown/gm, 3);
    await covers();
    await hasKeys();
  });
});

test('every command of the page about kiosks does what the page says', async () => {
  await withFolder(async (folder) => {
    const programs = installedIn(folder);
    const home = join(folder, 'home');
    mkdirSync(home);
    const program = (name: string, text: string) => {
      writeFileSync(join(programs, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
    };
    program('sudo', 'exec "$@"');
    // What would change this computer itself is only written down.
    for (const name of ['apt-get', 'useradd', 'systemctl']) {
      program(name, `echo "CALLED ${name} $*"`);
    }
    cpSync(recipe, join(folder, 'opt/Baton/share/kiosk'), { recursive: true });
    const settings = {
      version: 1,
      credentials: { authId: 'MAFAKE0EXAMPLE0BATON', authTokenFile: 'systemd:baton-token' },
      kiosk: { enabled: true },
    };
    writeFileSync(join(home, 'config.json'), JSON.stringify(settings));
    writeFileSync(join(home, 'token'), 'fake-token-for-tests-0123456789\n');
    const blocks = commandsOfPage('kiosk.md');
    expect(blocks).toHaveLength(5);
    const [makePin = '', packages = '', files = '', service = '', start = ''] = blocks;
    const script = [
      'set -eu',
      `cp -a /etc '${folder}/etc' 2>/dev/null || true`,
      `mount --bind '${folder}/etc' /etc`,
      `mount --bind '${folder}/opt' /opt`,
      `cd '${home}'`,
      `{\n${makePin}\n} <<PIN\n${pin}\nPIN`,
      packages,
      files,
      service,
      start,
      'stat -c "%a %n" /etc/baton/config.json /etc/baton/token /etc/X11/xorg.conf.d/90-baton-kiosk.conf',
      'cat /etc/systemd/system/baton-kiosk.service /etc/systemd/system/baton-kiosk.service.d/token.conf',
    ].join('\n');
    const { code, stdout, stderr } = await runProgram('unshare', ['-rm', 'sh', '-c', script], {
      env: { PATH: `${programs}:${process.env['PATH'] ?? ''}`, HOME: home },
      limitMs: 60_000,
    });
    expect({ code, stderr: stderr.includes('expected') }, stderr).toEqual({
      code: 0,
      stderr: false,
    });
    const hash = /^scrypt\$\S+$/m.exec(stdout)?.[0] ?? '';
    expect(await pinMatches(pin, pinHashSchema.parse(hash))).toBe(true);
    expect(stdout).toContain('/etc/baton/config.json (good)');
    expect(stdout.match(/^[0-7]{3} \S+$/gm)).toEqual([
      '644 /etc/baton/config.json',
      '600 /etc/baton/token',
      '644 /etc/X11/xorg.conf.d/90-baton-kiosk.conf',
    ]);
    expect(stdout).toContain('LoadCredential=baton-token:/etc/baton/token');
    expect(stdout).toContain('ExecStart=/opt/Baton/share/kiosk/start');
    expect(stdout.match(/^CALLED .*/gm)).toEqual([
      expect.stringMatching(/^CALLED apt-get install .* openbox$/),
      'CALLED useradd --create-home --shell /usr/sbin/nologin kiosk',
      'CALLED systemctl daemon-reload',
      'CALLED systemctl set-default graphical.target',
      'CALLED systemctl enable --now baton-kiosk.service',
    ]);
  });
});
