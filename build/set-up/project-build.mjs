import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

const SOURCES = [
  'electron',
  'renderer',
  'build/icons',
  'build/render-icons.mjs',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
const OUTPUTS = ['dist/main/main.cjs', 'dist/main/practice-cli.cjs', 'dist/preload/preload.cjs'];

/**
 * Builds main, preload and the windows, unless what was last built came from the same sources.
 * @param {string} project
 * @param {(line: string) => void} say
 */
export async function ensureBuilt(project, say) {
  const stamp = join(project, '.cache', 'set-up', 'built-from');
  const sources = hashSources(project);
  const present = OUTPUTS.every((file) => existsSync(join(project, file)));
  if (present && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  say('Building Baton');
  rmSync(stamp, { force: true });
  await runVite(project);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
}

/**
 * @param {string} project
 * @returns {string} a hash over names and contents of everything that the build reads
 */
export function hashSources(project) {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesUnder(join(project, source))) {
      const content = readFileSync(file);
      hash.update(`${relative(project, file).split(sep).join('/')}\0${content.length}\0`);
      hash.update(content);
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]} sorted; the path itself when it is a file, nothing when it is not there
 */
function filesUnder(path) {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry === undefined) return [];
  if (!entry.isDirectory()) return [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** @param {string} project */
function runVite(project) {
  const vite = join(project, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: project,
    stdio: ['ignore', 2, 2],
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(undefined);
      else reject(new Error('The build failed; its own words are above.'));
    });
  });
}
