import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './npm.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {boolean} [optional]
 */

/** @typedef {{ packages?: Record<string, LockedPackage> }} Lockfile */

/**
 * @param {Lockfile} lockfile package-lock.json
 * @param {Lockfile} installed node_modules/.package-lock.json, which npm writes last of all
 * @returns {boolean} every package is there in its locked version, and no other is; those for
 *   another platform may be absent
 */
export function modulesMatchLockfile(lockfile, installed) {
  const wanted = lockfile.packages ?? {};
  const present = installed.packages ?? {};
  for (const [path, { version, optional }] of Object.entries(wanted)) {
    if (path === '' || (optional === true && present[path] === undefined)) continue;
    if (present[path]?.version !== version) return false;
  }
  return Object.keys(present).every((path) => wanted[path] !== undefined);
}

/**
 * @param {string} project
 * @returns {boolean} node modules are what the lockfile says
 */
export function nodeModulesAreInstalled(project) {
  try {
    return modulesMatchLockfile(
      JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')),
      JSON.parse(readFileSync(join(project, 'node_modules', '.package-lock.json'), 'utf8')),
    );
  } catch {
    return false;
  }
}

/** @param {string} project */
export function mayInstallNodeModules(project) {
  try {
    accessSync(project, constants.W_OK);
    const modules = join(project, 'node_modules');
    if (existsSync(modules)) accessSync(modules, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Installs by the lockfile. Install scripts stay off: every package here brings its binaries, and
 * Electron's own is the runtime resolver's business.
 * @param {string} project
 */
export async function installNodeModules(project) {
  const done = await runNpm(
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund'],
    project,
    'shown',
  );
  if (!done) throw new Error('npm could not install the node modules; its own words are above.');
}
