import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { exitOf } from '../../build/exit-of.mjs';
import { unpackedFolder } from '../../build/package/layout.mjs';
import { PROJECT } from '../../build/project.mjs';
import { hashSources } from '../../build/set-up/project-build.mjs';

/** What lies about where a package is made, and must never be in it. */
export const canary = 'canary-of-the-packaging-machine-0123456789';

const releaseFolder = join(PROJECT, 'release');
const unpacked = join(releaseFolder, unpackedFolder(process.platform, process.arch));
const stamp = join(PROJECT, '.cache', 'package', 'made-from');
const planted = ['.env', 'canary.json'].map((path) => join(PROJECT, path));

/** The archive that `npm run package` made last; null where there is none. */
export function packedArchive(): string | null {
  if (!existsSync(releaseFolder)) return null;
  const name = readdirSync(releaseFolder).find((file) => file.endsWith('.tar.gz'));
  return name === undefined ? null : join(releaseFolder, name);
}

function hashOf(path: string): string {
  if (statSync(path).isDirectory()) {
    return readdirSync(path)
      .toSorted()
      .map((name) => hashOf(join(path, name)))
      .join();
  }
  return createHash('sha256').update(path).update(readFileSync(path)).digest('hex');
}

function sourcesOfPackage(): string {
  const own = [
    'electron-builder.yml',
    'LICENSE',
    'build/config',
    'build/package',
    'build/linux',
    'build/installer',
  ];
  return [hashSources(PROJECT), ...own.map((path) => hashOf(join(PROJECT, path)))].join();
}

/** Runs `npm run package`, among secrets that are none of its business. */
async function makePackage(): Promise<void> {
  const mine = planted.filter((path) => !existsSync(path));
  for (const path of mine) writeFileSync(path, JSON.stringify({ token: canary }));
  // As from a shell: what a test runner adds would make another build of it.
  const { VITEST: _vitest, NODE_ENV: _nodeEnv, ...shell } = process.env;
  const child = spawn(process.execPath, [join(PROJECT, 'build/package.mjs')], {
    cwd: PROJECT,
    env: { ...shell, PLIVO_AUTH_TOKEN: canary, VITE_TOKEN: canary },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const keep = (chunk: Buffer) => {
    said += chunk.toString('utf8');
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  try {
    if ((await exitOf(child)) !== 0) throw new Error(`Baton was not packaged:\n${said}`);
  } finally {
    for (const path of mine) rmSync(path, { force: true });
  }
}

/**
 * The folder that runs, packaged of the sources as they are: once for all tests. `BATON_PACKAGED`
 * names one that is there already.
 */
export async function packagedFolder(): Promise<string> {
  const given = process.env['BATON_PACKAGED'];
  if (given !== undefined) return resolve(PROJECT, given);
  const sources = sourcesOfPackage();
  const kept = existsSync(unpacked) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources;
  if (kept && packedArchive() !== null) return unpacked;
  await makePackage();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
  return unpacked;
}
