import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { runProgram } from '../../../build/run-program.mjs';
import { PROJECT } from '../../../build/project.mjs';
import { withFolder } from '../../support/own-folder';

const script = (name: string) => join(PROJECT, 'build', 'linux', name);

/** A program that writes down what it was called with. */
function standIn(folder: string, name: string, more = ''): void {
  const text = `#!/bin/sh\nprintf '%s' '${name}' >>"$CALLS"; printf ' %s' "$@" >>"$CALLS"; echo >>"$CALLS"\n${more}\n`;
  writeFileSync(join(folder, name), text, { mode: 0o755 });
}

/** Runs the command `baton` of an installation in which a stand-in prints its arguments. */
async function runInstalled(user: { readonly uid: number }, ...args: readonly string[]) {
  return await withFolder(async (folder) => {
    const [bin, stubs, path] = ['Baton/bin', 'stubs', 'usr-bin'].map((name) => join(folder, name));
    if (bin === undefined || stubs === undefined || path === undefined)
      throw new Error('no folder');
    for (const one of [bin, stubs, path]) mkdirSync(one, { recursive: true });
    copyFileSync(script('launcher.sh'), join(bin, 'baton'));
    symlinkSync(join(bin, 'baton'), join(path, 'baton'));
    writeFileSync(join(stubs, 'id'), `#!/bin/sh\necho ${user.uid}\n`, { mode: 0o755 });
    const program = '#!/bin/sh\necho "$$"\nfor one in "$@"; do echo "<$one>"; done\nexit 7\n';
    writeFileSync(join(folder, 'Baton', 'baton'), program, { mode: 0o755 });
    const started = await runProgram('sh', ['-c', 'echo "$$"; exec baton "$@"', 'sh', ...args], {
      env: { PATH: [stubs, path, process.env['PATH']].join(':') },
    });
    const [before, after, ...passed] = started.stdout.trimEnd().split('\n');
    return { ...started, sameProcess: before === after, passed };
  });
}

const root = { uid: 0 };
const person = { uid: 1000 };

describe('the command baton of an installation', () => {
  it('becomes the program, with every argument as it is and its exit code', async () => {
    const args = ['--popup', '--to=+1 415 555 0134', '', 'a\'b"c$d', '--', '--version'];
    const { code, sameProcess, passed } = await runInstalled(person, ...args);
    expect(passed).toEqual(args.map((one) => `<${one}>`));
    expect({ code, sameProcess }).toEqual({ code: 7, sameProcess: true });
  });

  it('never takes the sandbox away from a person', async () => {
    for (const option of ['--version', '--check-config', '--popup']) {
      const { passed } = await runInstalled(person, option);
      expect(passed).toEqual([`<${option}>`]);
    }
  });

  it.each([
    '--help',
    '--version',
    '--verify-history',
    '--export-history=/tmp/a.csv',
    '--export-history',
    '--check-config',
    '--check-config=/etc/baton/config.json',
    '--diagnostics=/tmp/a.json',
    '--kiosk-pin',
  ])('answers root what opens no window: %s', async (option) => {
    const { code, passed, sameProcess } = await runInstalled(root, '--config=/a b', option);
    expect(passed).toEqual(['<--no-sandbox>', '<--config=/a b>', `<${option}>`]);
    expect({ code, sameProcess }).toEqual({ code: 7, sameProcess: true });
  });

  it.each([
    [[]],
    [['--popup']],
    [['--kiosk']],
    [['--no-sandbox']],
    [['--', '--version']],
    [['--versions']],
    [['--to=--version']],
  ])('tells root that Baton is not run as root: %j', async (args) => {
    const { code, stdout, stderr } = await runInstalled(root, ...args);
    expect(code).toBe(1);
    expect(stdout.trim()).toMatch(/^\d+$/);
    expect(stderr).toContain('baton: Baton is not run as root');
  });
});

/** Runs an install script where every program is a stand-in, and gives what it called. */
async function callsOf(name: string, args: readonly string[], namespaces: 'everybody' | 'root') {
  return await withFolder(async (folder) => {
    const programs = ['ln', 'rm', 'chmod', 'cp', 'update-desktop-database', 'apparmor_parser'];
    for (const program of programs) standIn(folder, program);
    standIn(folder, 'unshare');
    standIn(folder, 'setpriv', namespaces === 'everybody' ? '' : 'exit 1');
    const calls = join(folder, 'calls');
    writeFileSync(calls, '');
    const { code, stderr } = await runProgram('/bin/sh', [script(name), ...args], {
      env: { PATH: folder, CALLS: calls },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return readFileSync(calls, 'utf8').trim().split('\n');
  });
}

describe('the scripts of deb and rpm', () => {
  it('put the command in place, and the entry and the profile', async () => {
    const calls = await callsOf('after-install.sh', ['configure'], 'everybody');
    expect(calls[0]).toBe('ln -sf /opt/Baton/bin/baton /usr/bin/baton');
    expect(calls).toContain('chmod 0755 /opt/Baton/chrome-sandbox');
    const probe = 'setpriv --reuid=65534 --regid=65534 --clear-groups unshare --user true';
    expect(calls).toContain(probe);
    expect(calls).toContain('update-desktop-database /usr/share/applications');
    expect(calls).toContain('cp -f /opt/Baton/share/apparmor/baton /etc/apparmor.d/baton');
  });

  it("give the sandbox's helper its bit only where the kernel gives nobody but root a user namespace", async () => {
    const calls = await callsOf('after-install.sh', ['configure'], 'root');
    expect(calls).toContain('chmod 4755 /opt/Baton/chrome-sandbox');
    expect(calls).not.toContain('chmod 0755 /opt/Baton/chrome-sandbox');
  });

  it.each([['remove'], ['purge'], ['0']])('take the command away when told %s', async (word) => {
    const calls = await callsOf('after-remove.sh', [word], 'everybody');
    expect(calls).toContain('rm -f /usr/bin/baton');
  });

  it.each([['upgrade'], ['1'], ['failed-upgrade'], ['abort-install']])(
    'leave everything to the successor when told %s',
    async (word) => {
      expect(await callsOf('after-remove.sh', [word], 'everybody')).toEqual(['']);
    },
  );
});
