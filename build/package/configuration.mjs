import { join } from 'node:path';

import { fusesFor } from './fuses.mjs';
import { isTrial, majorOf } from './trial.mjs';

/** What a release holds, as electron-builder.yml lists it. */
export const RELEASED = {
  linux: ['tar.gz', 'deb', 'rpm', 'AppImage'],
  darwin: ['dmg', 'pkg', 'zip'],
  win32: ['nsis', 'msi'],
};

/**
 * @typedef {object} Wanted
 * @property {NodeJS.Platform} platform
 * @property {boolean} release for people: on the current Electron, and nothing else
 * @property {string} electron version to package
 * @property {string | null} dist its folder; null has electron-builder download it
 * @property {string} released version that Baton is released on
 * @property {NodeJS.ProcessEnv} env
 */

/**
 * What is added to electron-builder.yml.
 * @param {Wanted} wanted
 * @returns {import('electron-builder').Configuration}
 */
export function builderConfiguration({ platform, release, electron, dist, released, env }) {
  const trial = isTrial(electron, released);
  if (release && trial) {
    throw new Error(`A release is made of Electron ${released}, and here is only ${electron}.`);
  }
  return {
    electronVersion: electron,
    ...(dist !== null && { electronDist: dist }),
    electronFuses: { ...fusesFor(majorOf(electron), platform), resetAdHocDarwinSignature: true },
    ...(trial && { artifactName: 'baton-${version}-trial-${os}-${arch}.${ext}' }),
    ...repositoryOf(env),
    ...(platform === 'darwin' && { mac: { notarize: mayNotarize(env) } }),
    // Who gives a certificate wants no package without its signature.
    ...((env['CSC_LINK'] || env['WIN_CSC_LINK']) && { forceCodeSigning: true }),
  };
}

/**
 * The repository that a release is published in: packages name it, and look there for updates.
 * @param {NodeJS.ProcessEnv} env
 * @returns {import('electron-builder').Configuration}
 */
function repositoryOf(env) {
  const [owner, repo] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
  if (!owner || !repo) return {};
  return {
    extraMetadata: { homepage: `https://github.com/${owner}/${repo}` },
    publish: { provider: 'github', owner, repo },
    linux: { maintainer: `${owner} <${owner}@users.noreply.github.com>`, vendor: owner },
  };
}

/** Apple's service takes a package with these. @param {NodeJS.ProcessEnv} env */
function mayNotarize(env) {
  return ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'].every((name) => env[name]);
}

/** Where the icons of a package are drawn, as electron-builder.yml names it. @param {string} project */
export function iconFolder(project) {
  return join(project, '.cache', 'package', 'icons');
}
