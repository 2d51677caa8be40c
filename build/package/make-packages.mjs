import { accessSync, constants, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { archFromString, build, Platform } from 'electron-builder';

import { resolveRuntime } from '../runtime-resolver.mjs';
import { ensureSetUp } from '../setup.mjs';
import { builderConfiguration, iconFolder } from './configuration.mjs';
import { renderPackageIcons } from './icons.mjs';
import { unpackedFolder } from './layout.mjs';
import { isTrial, TRIAL_WARNING } from './trial.mjs';

/**
 * @typedef {object} Packages
 * @property {string[]} artefacts the folder and files that were made
 * @property {string | null} warning a word that nobody may miss
 */

/**
 * Packages the built project for this system and processor.
 * @param {string} project
 * @param {import('./arguments.mjs').PackageArguments} wanted
 * @returns {Promise<Packages>}
 */
export async function makePackages(project, { release, targets }) {
  await ensureSetUp({ runtime: false, desktop: false, packaging: true });
  const { platform, arch, env } = process;
  const { devDependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  const released = devDependencies.electron;
  const runtime = release
    ? { version: released, dist: null }
    : await resolveRuntime({ project, platform, arch, env, say });
  if (isTrial(runtime.version, released)) say(TRIAL_WARNING);
  // What an earlier run made must never be taken for what this one did.
  rmSync(join(project, 'release'), { recursive: true, force: true });
  const icons = iconFolder(project);
  rmSync(icons, { recursive: true, force: true });
  renderPackageIcons(join(project, 'build', 'icons', 'app-icon.svg'), icons);
  preferSystemArchiver();
  // What nobody downloads is packed quickly; the smallest file takes two minutes.
  if (!release) process.env['ELECTRON_BUILDER_COMPRESSION_LEVEL'] ??= '1';

  const artefacts = await build({
    projectDir: project,
    targets: Platform.current().createTarget(targets, archFromString(arch)),
    config: builderConfiguration({
      platform,
      release,
      electron: runtime.version,
      dist: runtime.dist,
      released,
      env,
    }),
    publish: 'never',
  });
  const folder = join(project, 'release', unpackedFolder(platform, arch));
  return {
    artefacts: [folder, ...artefacts.filter((file) => !file.endsWith('.blockmap'))],
    warning: isTrial(runtime.version, released) ? TRIAL_WARNING : null,
  };
}

/** electron-builder would download an archiver of its own. */
function preferSystemArchiver() {
  if (process.platform !== 'linux' || process.env['ELECTRON_BUILDER_7ZIP_PATH']) return;
  const found = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, '7za'))
    .find(isProgram);
  if (found !== undefined) process.env['ELECTRON_BUILDER_7ZIP_PATH'] = found;
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} line */
function say(line) {
  process.stderr.write(`baton: ${line}\n`);
}
