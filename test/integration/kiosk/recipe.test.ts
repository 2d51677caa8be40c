import { chmodSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { PROJECT } from '../../../build/project.mjs';
import { runProgram } from '../../../build/run-program.mjs';
import { withFolder } from '../../support/own-folder';

const recipe = join(PROJECT, 'build/kiosk');
const read = (name: string) => readFileSync(join(recipe, name), 'utf8');
const units = ['baton-kiosk.service', 'baton-kiosk-cage.service'];

/** The keys of a section of a unit, as systemd reads them. */
function section(unit: string, name: string): Map<string, string> {
  const entries = new Map<string, string>();
  let current = '';
  for (const line of read(unit).split('\n')) {
    const heading = /^\[(\w+)\]$/.exec(line)?.[1];
    if (heading !== undefined) current = heading;
    const [, key = '', value = ''] = /^([A-Za-z]+)=(.*)$/.exec(line) ?? [];
    if (current === name && key !== '') entries.set(key, value);
  }
  return entries;
}

/** A program that writes down what it was called with, and ends as the test wants. */
function standIn(folder: string, name: string, script: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
}

describe.each(units)('%s', (unit) => {
  it('starts Baton again however it ends, but where it was quit behind the PIN', () => {
    const service = section(unit, 'Service');
    expect(service.get('Restart')).toBe('always');
    expect(service.get('RestartPreventExitStatus')).toBe('0');
    expect(section(unit, 'Unit').get('StartLimitIntervalSec')).toBe('0');
  });

  it('logs its user in on the first console, and lets Baton end first', () => {
    const service = section(unit, 'Service');
    expect(service.get('User')).toBe('kiosk');
    expect(service.get('PAMName')).toBe('login');
    expect(service.get('TTYPath')).toBe('/dev/tty1');
    expect(service.get('KillMode')).toBe('mixed');
    // A request takes two minutes at most; the longest that may be set is not waited for.
    expect(Number(service.get('TimeoutStopSec'))).toBeGreaterThanOrEqual(10);
  });

  it('is a unit that systemd takes, where there is a systemd to ask', async () => {
    await withFolder(async (root) => {
      const folder = join(root, 'etc/systemd/system');
      mkdirSync(folder, { recursive: true });
      // Its programs are looked for, and are not here.
      const command = section(unit, 'Service').get('ExecStart')?.split(' ')[0] ?? '';
      writeFileSync(join(folder, unit), read(unit).replace(command, '/bin/true'));
      const { code, stdout, stderr } = await runProgram('systemd-analyze', [
        'verify',
        '--man=no',
        join(folder, unit),
      ]);
      // Null: there is no systemd here, and nothing was asked.
      const complaint = code === null ? '' : `${stdout}${stderr}${code === 0 ? '' : code}`;
      expect(complaint).toBe('');
    });
  });
});

describe('the session', () => {
  it('starts Baton again when it ends as a failure, and ends when it was quit behind the PIN', async () => {
    await withFolder(async (folder) => {
      standIn(folder, 'openbox', 'exec sleep 60');
      // Ended by a signal at first, then by the PIN.
      standIn(
        folder,
        'baton',
        'echo "$@"; [ -e "$0.again" ] && exit 0; touch "$0.again"; exit 143',
      );
      const { code, stdout } = await runProgram(join(recipe, 'session'), ['--config=/a b'], {
        env: { PATH: `${folder}:${process.env['PATH'] ?? ''}`, XDG_RUNTIME_DIR: folder },
      });
      expect({ code, stdout }).toEqual({ code: 0, stdout: '--kiosk --config=/a b\n'.repeat(2) });
      expect(readdirSync(folder)).toContain('baton-kiosk.quit');
    });
  });
});

describe('the start of the service', () => {
  it.each([
    ['quit behind the PIN', 'touch "$XDG_RUNTIME_DIR/baton-kiosk.quit"', 0],
    ['ended otherwise', ':', 1],
  ])('exits with a code that says whether Baton was %s', async (_what, script, expected) => {
    await withFolder(async (folder) => {
      standIn(folder, 'xinit', `echo "$@"\n${script}\nexit 7`);
      // What an earlier start has left behind counts for nothing.
      writeFileSync(join(folder, 'baton-kiosk.quit'), '');
      const env = { PATH: `${folder}:${process.env['PATH'] ?? ''}`, XDG_RUNTIME_DIR: folder };
      const started = await runProgram(join(recipe, 'start'), ['--config=/x'], { env });
      expect(started.code).toBe(expected);
      expect(started.stdout).toBe(
        `${join(recipe, 'session')} --config=/x -- /usr/bin/X :0 vt1 -keeptty -nolisten tcp -noreset\n`,
      );
    });
  });
});

describe('the configuration of the window manager', () => {
  it('has no key and no menu', () => {
    const text = read('openbox-rc.xml');
    expect(text).not.toMatch(/<keybind|<menu>|ShowMenu|"Iconify"|<file>/);
    expect(text).toMatch(/<keyboard>[^]*<\/keyboard>/);
  });
});

describe('the folder of the recipe', () => {
  it('holds nothing that the page does not name', () => {
    const page = readFileSync(join(PROJECT, 'docs/kiosk.md'), 'utf8');
    const ofTheService = new Set(['start', 'openbox-rc.xml']);
    const named = readdirSync(recipe).filter((name) => !ofTheService.has(name));
    expect(named.filter((name) => !page.includes(name))).toEqual([]);
  });
});
