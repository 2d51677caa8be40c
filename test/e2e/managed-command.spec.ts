import {
  chownSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { PROJECT } from '../../build/project.mjs';
import { runProgram } from '../../build/run-program.mjs';
import { launcherPath } from '../support/baton';
import { expect, test } from '../support/fixtures';
import { withFolder } from '../support/own-folder';
import { commandsOfPage } from '../support/page-commands';

const limitMs = 60_000;
const token = 'fake-token-for-tests-canary';
const nobody = 65_534;

/** Runs Baton where there is neither a display nor a session bus. */
async function run(home: string, ...args: readonly string[]) {
  const env = { PATH: process.env['PATH'], HOME: home };
  return await runProgram(launcherPath(), args, { env, cwd: home, limitMs });
}

test('--check-config says without a display what holds and where it comes from, and leaves no trace', async () => {
  await withFolder(async (home) => {
    const file = join(home, 'config.json');
    const credentials = { authId: 'MAFAKE0EXAMPLE0BATON', authToken: token };
    const config = { version: 1, enforced: { region: 'GB' }, credentials };
    writeFileSync(file, JSON.stringify(config), { mode: 0o600 });
    // Root runs no Baton itself: it checks a file for the person whose it is.
    if (process.getuid?.() === 0) chownSync(file, nobody, nobody);
    const plain = await run(home, '--check-config=config.json');
    expect(plain.code).toBe(0);
    expect(plain.stdout).toContain(`${file} (good)`);
    expect(plain.stdout).toMatch(/^region +"GB" \(enforced\)$/m);
    expect(plain.stdout).toMatch(/^theme +"system" \(built-in\)$/m);

    // The file may be named by --config, too.
    const machine = await run(home, `--config=${file}`, '--check-config', '--json');
    expect(machine.code).toBe(0);
    const answer: unknown = JSON.parse(machine.stdout);
    expect(answer).toMatchObject({
      good: true,
      values: { region: { value: 'GB', source: 'enforced' } },
      authToken: 'taken-into-keychain',
    });
    for (const { stdout, stderr } of [plain, machine]) expect(stdout + stderr).not.toContain(token);
    expect(readFileSync(file, 'utf8')).toContain(token);
    expect(readdirSync(home)).toEqual(['config.json']);
  });
});

test('--check-config says every error with its place, and exits 1', async () => {
  await withFolder(async (home) => {
    const file = join(home, 'config.json');
    const text = `{\n  "version": 1,\n  "enforced": { "regoin": "${token}",\n    "historyDays": "x" }\n}`;
    writeFileSync(file, text, { mode: 0o600 });
    const plain = await run(home, `--check-config=${file}`);
    expect(plain.code).toBe(1);
    expect(plain.stdout).toBe('');
    expect(plain.stderr).toContain(
      `${file}:3:17: enforced.regoin: expected "region", which is the nearest known key\n` +
        `${file}:4:20: enforced.historyDays: expected a number\n`,
    );
    const machine = await run(home, `--check-config=${file}`, '--json');
    expect(machine.code).toBe(1);
    const answer: unknown = JSON.parse(machine.stdout);
    expect(answer).toMatchObject({
      good: false,
      errors: [
        { file, line: 3, column: 17, key: 'enforced.regoin' },
        { file, line: 4, column: 20, key: 'enforced.historyDays', expected: 'a number' },
      ],
    });
    for (const { stdout, stderr } of [plain, machine]) expect(stdout + stderr).not.toContain(token);
  });
});

test('--check-config says all of it, however much that is and however slowly it is read', async () => {
  await withFolder(async (home) => {
    const file = join(home, 'config.json');
    const deny = Array.from({ length: 9000 }, (_, index) => `+1900${index}*`);
    writeFileSync(file, JSON.stringify({ version: 1, enforced: { destinations: { deny } } }));
    const env = { PATH: process.env['PATH'], HOME: home };
    const piped = async (options: string, reader: string) =>
      await runProgram('sh', ['-c', `'${launcherPath()}' ${options} | ${reader}`], {
        env,
        limitMs,
      });
    // A pipe holds less than this, and fills long before anybody reads.
    const { stdout } = await piped(`--check-config='${file}' --json`, 'cat');
    expect(stdout.length).toBeGreaterThan(2 * 64 * 1024);
    const answer: unknown = JSON.parse(stdout);
    expect(answer).toMatchObject({ values: { 'destinations.deny': { value: deny } } });
    // Whoever reads may leave before the end.
    const left = await piped(`--check-config='${file}'`, 'head -c 100');
    // Chromium may still have come to look for a bus, of which there is none.
    const complaints = left.stderr
      .split('\n')
      .filter((line) => line !== '' && !/^\[[\d:/.]+:ERROR:bus\.cc/.test(line));
    expect({ length: left.stdout.length, complaints }).toEqual({ length: 100, complaints: [] });
  });
});

test('every command of the page for administrators does what the page says', async () => {
  await withFolder(async (folder) => {
    const home = join(folder, 'home');
    const programs = join(folder, 'programs');
    mkdirSync(home);
    mkdirSync(programs);
    copyFileSync(join(PROJECT, 'build/config/config.example.jsonc'), join(home, 'config.json'));
    // The example names a token file of its own; here it is made by the page's own commands.
    const example = readFileSync(join(home, 'config.json'), 'utf8');
    const ours = example.replace('/home/agent', home);
    expect(ours).not.toBe(example);
    writeFileSync(join(home, 'config.json'), ours);
    const program = (name: string, text: string) => {
      writeFileSync(join(programs, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
    };
    program('baton', `exec '${launcherPath()}' "$@"`);
    program('sudo', 'exec "$@"');
    const blocks = commandsOfPage('managed-settings.md');
    expect(blocks).toHaveLength(3);
    const [install = '', check = '', makeToken = ''] = blocks;
    // A copy of /etc in a mount namespace of its own: the usual path is really used, and nothing of
    // this computer is changed.
    const mounted = [
      'set -eu',
      `cp -a /etc '${folder}/etc' 2>/dev/null || true`,
      `mount --bind '${folder}/etc' /etc`,
      // Root may mount, and is nobody again for the page.
      'exec unshare --map-user=1000 --map-group=1000 sh -c "$1"',
    ].join('\n');
    const script = [
      'set -eu',
      `cd '${home}'`,
      `echo '${token}' > token`,
      '{',
      makeToken,
      '} < token',
      'stat -c %a ~/.config/baton-token',
      install,
      'stat -c %a /etc/baton/config.json',
      check,
    ].join('\n');
    const env = { PATH: `${programs}:${process.env['PATH'] ?? ''}`, HOME: home };
    const args = ['-rm', 'sh', '-c', mounted, 'sh', script];
    const { code, stdout, stderr } = await runProgram('unshare', args, { env, limitMs });
    expect(`${stderr}\n${stdout}`).not.toContain(token);
    expect({ code, stderr: stderr.includes('expected') }).toEqual({ code: 0, stderr: false });
    expect(stdout.match(/^[0-7]{3}$/gm)).toEqual(['600', '644']);
    expect(stdout).toContain('/etc/baton/config.json (good)');
    expect(stdout).toContain(`${join(home, 'config.json')} (good)`);
    expect(stdout.match(/^region +"US" \(enforced\)$/gm)).toHaveLength(2);
    expect(stdout).toContain('"authToken": "read-from-file"');
  });
});
