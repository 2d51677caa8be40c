import { writeSync } from 'node:fs';

import { readManagedFile } from '../../../electron/config/managed-file';
import { openPersonSettings } from '../../../electron/config/person-settings';
import { realScrubDisk, scrubAuthToken, type ScrubDisk } from '../../../electron/config/scrub-file';
import { createCredentialService } from '../../../electron/credentials/credential-service';
import { takeFromFile } from '../../../electron/credentials/from-file';
import { systemKeychain, type Keychain } from '../../../electron/credentials/keychain';
import { takingSteps, type TakingStep } from './taking-steps';

/**
 * Takes the token of a file into the keychain and out of the file, with the real keychain and the
 * real disk, and is killed at the step that it is given. Prints the steps that it got to.
 */
const [file = '', userData = '', last = ''] = process.argv.slice(2);

let reached = 0;

function at(step: TakingStep): void {
  if (takingSteps[reached] !== step) throw new Error(`${step} came before its turn`);
  reached += 1;
  writeSync(1, `${step}\n`);
  if (step === last) process.kill(process.pid, 'SIGKILL');
}

const keychain: Keychain = {
  ...systemKeychain,
  get: async (authId) => {
    const found = await systemKeychain.get(authId);
    if (found !== null && takingSteps[reached] === 'read-back') at('read-back');
    return found;
  },
  set: async (authId, token) => {
    at('before-store');
    await systemKeychain.set(authId, token);
    at('stored');
  },
};

const disk: ScrubDisk = {
  write: async (...written) => {
    at('before-write');
    await realScrubDisk.write(...written);
    at('written');
  },
  rename: async (...names) => {
    await realScrubDisk.rename(...names);
    at('renamed');
  },
  syncFolder: async (folder) => {
    await realScrubDisk.syncFolder(folder);
    at('synced');
  },
};

async function main(): Promise<void> {
  const reader = { uid: process.getuid?.() ?? null, platform: process.platform };
  const read = readManagedFile(file, reader);
  if (!read.ok) throw new Error(read.error.code);
  const { config, token } = read.value;
  const { settings } = await openPersonSettings(userData, () => new Date());
  const service = createCredentialService(keychain, {
    get: () => settings.tokenSavedFor(),
    set: async (authId) => {
      await settings.setTokenSavedFor(authId);
    },
  });
  const authId = config.credentials?.authId ?? '';
  // A Baton that finds the token in the keychain already does not write it again.
  if ((await systemKeychain.get(authId)) === token) reached = takingSteps.indexOf('before-write');
  if (token === null) return;
  const taken = await takeFromFile({ authId, authToken: token }, service);
  if (!taken.ok) throw new Error(taken.error.code);
  const scrubbed = await scrubAuthToken(file, token, reader, disk);
  if (!scrubbed.ok) throw new Error(scrubbed.error.cause);
}

main().catch((error: unknown) => {
  writeSync(2, String(error));
  process.exitCode = 1;
});
