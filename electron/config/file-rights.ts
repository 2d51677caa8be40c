import type { Stats } from 'node:fs';

import type { ConfigError } from './config-error';

/** What decides over the use of a file. */
export type FileRights = Pick<Stats, 'isFile' | 'uid' | 'mode'>;

/** Who reads a file: rights are judged for this user. `uid` is null where there are no uids. */
export interface FileReader {
  readonly uid: number | null;
  readonly platform: NodeJS.Platform;
}

/** Why a secret is refused though the rest of its file is taken. */
export type SecretReason = 'rights-unknown' | 'other-owner' | 'readable-by-others';

const root = 0;
const groupOrOthersMayWrite = 0o022;
const groupOrOthers = 0o077;
const groupOrOthersMayRead = 0o044;
const groupWriteOrOthers = 0o027;

/** The rights in three digits, as `chmod` takes them. */
export const modeText = (stats: Pick<Stats, 'mode'>) =>
  (stats.mode & 0o777).toString(8).padStart(3, '0');

/** Windows has no owner and mode that Node could tell. */
const hasOwner = ({ uid, platform }: FileReader) => platform !== 'win32' && uid !== null;

const isOwner = (stats: FileRights, { uid }: FileReader) => stats.uid === uid;

/** Why a configuration file is refused whole, or null. */
export function unsafeFile(
  file: string,
  stats: FileRights,
  reader: FileReader,
): ConfigError | null {
  const unsafe = (
    reason: 'not-a-file' | 'other-owner' | 'writable-by-others',
    expected: string,
  ): ConfigError => ({ code: 'config-unsafe', file, reason, expected });
  if (!stats.isFile()) return unsafe('not-a-file', 'a regular file, not a folder, device or pipe');
  if (!hasOwner(reader)) return null;
  if (stats.uid !== root && !isOwner(stats, reader)) {
    const owner = `a file of the administrator or of the user who runs Baton, not of user ${stats.uid}`;
    return unsafe('other-owner', `${owner} (chown root)`);
  }
  if ((stats.mode & groupOrOthersMayWrite) === 0) return null;
  const only = `a file that only its owner may write, not one of mode ${modeText(stats)}`;
  return unsafe('writable-by-others', `${only} (chmod go-w)`);
}

/** What a file of root's should be, so that somebody else can read it; null where it is. */
export function rootsAloneExpectation(stats: Pick<Stats, 'mode'>): string | null {
  if ((stats.mode & groupOrOthersMayRead) !== 0) return null;
  return `a file that those who run Baton may read, not one of mode ${modeText(stats)} (chmod 644)`;
}

/** Why a token in the configuration file is refused, or null. */
export function secretRefusal(stats: FileRights, reader: FileReader): SecretReason | null {
  // Without owner and mode nothing shows that others cannot read the file.
  if (!hasOwner(reader)) return 'rights-unknown';
  if (!isOwner(stats, reader)) return 'other-owner';
  return (stats.mode & groupOrOthers) === 0 ? null : 'readable-by-others';
}

/**
 * What a file that holds a token and nothing else should be, or null where it is.
 * @param byService it is a credential that systemd gave: that belongs to root or the user, and the
 *   user's right to read it shows as a right of the group where it is given by an ACL
 */
export function tokenFileExpectation(
  stats: FileRights,
  reader: FileReader,
  byService: boolean,
): string | null {
  if (!stats.isFile()) return 'a regular file, not a folder, device or pipe';
  if (!hasOwner(reader)) return 'a system on which the owner of a file can be told';
  if (byService) {
    const trusted = stats.uid === root || isOwner(stats, reader);
    if (trusted && (stats.mode & groupWriteOrOthers) === 0) return null;
    return `a credential that systemd gave to this service alone, not a file of mode ${modeText(stats)}`;
  }
  if (!isOwner(stats, reader)) {
    return `a file of the user who runs Baton, not of user ${stats.uid}`;
  }
  if ((stats.mode & groupOrOthers) === 0) return null;
  return `a file that nobody else may read, not one of mode ${modeText(stats)} (chmod 600)`;
}
