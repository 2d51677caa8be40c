// `npm run lockfile`, after a change of dependencies: writes the lockfile and completes it.
//
// A registry mirror may lack packages that are for other systems only. npm then leaves them out of
// the lockfile, and `npm ci` refuses a lockfile that leaves out what a package names. Their
// integrity cannot be known here, so those entries have none; all of them are tools for development.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { PROJECT } from './project.mjs';

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ppc64', 'riscv64', 's390x', 'ia32', 'x64'];

/**
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} Entry
 */

/**
 * What a platform package is for, as its own name says it.
 * @param {string} name such as `@swc/core-linux-x64-musl`
 */
function platformOf(name) {
  const words = (name.split('/').at(-1) ?? '').split('-');
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  if (os === undefined || cpu === undefined) throw new Error(`${name} names no platform`);
  if (words.some((word) => word.startsWith('musl'))) return { os, cpu, libc: 'musl' };
  const glibc = os === 'linux' && words.some((word) => word.startsWith('gnu'));
  return { os, cpu, libc: glibc ? 'glibc' : null };
}

/**
 * The lockfile's packages with an entry for each optional dependency that has none.
 * @param {Record<string, Entry>} packages
 * @returns {Record<string, Entry>}
 */
function completed(packages) {
  const all = { ...packages };
  for (const [from, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (all[`${from}/node_modules/${name}`] ?? all[`node_modules/${name}`]) continue;
      if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`${name} has no exact version`);
      const { os, cpu, libc } = platformOf(name);
      all[`node_modules/${name}`] = {
        version,
        cpu: [cpu],
        ...(dev === true && { dev }),
        ...(libc !== null && { libc: [libc] }),
        optional: true,
        os: [os],
      };
    }
  }
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => a.localeCompare(b, 'en')));
}

const file = join(PROJECT, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
lock.packages = completed(lock.packages);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
