import { readdir } from 'node:fs/promises';
import { arch, release, type } from 'node:os';
import { basename, dirname, join } from 'node:path';

import type { CredentialService } from '../credentials/credential-service';
import type { JournalReading } from '../doctor/checks/journal';
import type { KeychainReading } from '../doctor/checks/keychain';
import type { Versions } from '../doctor/checks/versions';
import type { Verification } from '../transfer/journal-verify';
import { about } from './about';
import { defaultCollectionLocked } from './doctor-session-bus';
import type { Folders } from './folders';

/** Whom the keychain is asked for where no Auth ID is set up: whether it answers is what counts. */
const nobody = 'check-up';

/** What the keychain holds for an account. The token is read, and let go of at once. */
export async function readKeychain(
  credentials: Pick<CredentialService, 'refresh'>,
  authId: string | null,
): Promise<KeychainReading> {
  const state = await credentials.refresh(authId ?? nobody);
  const isLinux = process.platform === 'linux';
  const locked = isLinux && state !== 'unavailable' ? await defaultCollectionLocked() : null;
  return { hasAccount: authId !== null, state, locked };
}

/** What runs here. */
export function readVersions(baton: string, folders: Folders): Versions {
  const { version, trialRuntime, electron, chromium, node } = about(
    process.versions,
    baton,
    folders,
  );
  const system = `${type()} ${release()}, ${arch()}`;
  return { baton: version, electron, chromium, node, system, trial: trialRuntime };
}

/** The last journal beside this one that could not be read and was set aside, or null. */
async function lastSetAside(file: string): Promise<string | null> {
  const start = `${basename(file)}.unreadable-`;
  try {
    const names = await readdir(dirname(file));
    const last = names
      .filter((name) => name.startsWith(start) && !/-(?:wal|shm)$/.test(name))
      .sort()
      .at(-1);
    return last === undefined ? null : join(dirname(file), last);
  } catch {
    return null;
  }
}

export async function readJournal(
  file: string,
  verify: (file: string) => Promise<Verification>,
): Promise<JournalReading> {
  const [verification, setAside] = await Promise.all([verify(file), lastSetAside(file)]);
  return { file, verification, setAside };
}
