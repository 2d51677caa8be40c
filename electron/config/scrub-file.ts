import type { Stats } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { err, ok, type Result } from '../contract/result';
import { managedFileSchema } from '../contract/settings';
import { systemErrorCode } from './bounded-file';
import { secretRefusal, type FileReader } from './file-rights';
import { parseDocument } from './json-document';
import { withOpened } from './open-checked';
import { withoutAuthToken } from './scrub-text';
import { fileIdentity } from './watch-file';

/** Why the token is still in the file: the system's name for it, such as EACCES. */
export interface ScrubError {
  readonly cause: string;
}

/** The steps of an atomic rewrite, in their order. */
export interface ScrubDisk {
  /** Writes a new file with rights and owner of the old one, down to the disk. */
  write(file: string, text: string, like: Stats): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Makes a renaming last. */
  syncFolder(folder: string): Promise<void>;
}

export const realScrubDisk: ScrubDisk = {
  async write(file, text, like) {
    // Left behind by a Baton that was cut off; it never held the token.
    await rm(file, { force: true });
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.chmod(like.mode & 0o7777);
      // The owner is us; a group that is not ours cannot be given, and has no rights here.
      await handle.chown(like.uid, like.gid).catch(() => undefined);
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  rename,
  async syncFolder(folder) {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};

const byteOrderMark = '\uFEFF';

interface Original {
  readonly text: string;
  readonly stats: Stats;
  readonly identity: string;
}

async function readOriginal(
  file: string,
  reader: FileReader,
): Promise<Result<Original, ScrubError>> {
  const identity = await fileIdentity(file);
  const read = withOpened(file, reader.platform, ({ stats, content }) => {
    const bytes = content();
    return bytes === null ? null : { bytes, stats };
  });
  if (!read.ok) return read;
  if (read.value === null) return err({ cause: 'EFBIG' });
  const { bytes, stats } = read.value;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return ok({ text, stats, identity });
}

/**
 * Takes `credentials.authToken` out of the file, once it is in the keychain: the whole file is
 * written anew beside it and put in its place, so that it is there complete at every moment. Comments,
 * formatting, rights and owner stay. A file that holds another token by now, or none, is left.
 * @param token the token that was stored
 */
export async function scrubAuthToken(
  file: string,
  token: string,
  reader: FileReader,
  disk: ScrubDisk = realScrubDisk,
): Promise<Result<'scrubbed' | 'other-content', ScrubError>> {
  const original = await readOriginal(file, reader);
  if (!original.ok) {
    return original.error.cause === 'ENOENT' ? ok('other-content') : original;
  }
  const { text, stats, identity } = original.value;
  const document = parseDocument(managedFileSchema, file, Buffer.from(text));
  if (!document.ok || document.value.credentials?.authToken !== token) return ok('other-content');
  if (secretRefusal(stats, reader) !== null) return ok('other-content');
  // The other name of the file would keep the token.
  if (stats.nlink > 1) return err({ cause: 'EMLINK' });
  const bare = text.startsWith(byteOrderMark) ? text.slice(1) : text;
  const scrubbed = withoutAuthToken(bare);
  if (scrubbed === null) return err({ cause: 'EINVAL' });
  const temporary = join(dirname(file), `.${basename(file)}.baton-scrub`);
  try {
    await disk.write(temporary, bare === text ? scrubbed : byteOrderMark + scrubbed, stats);
    // Somebody may have saved the file meanwhile: that content is not thrown away.
    if ((await fileIdentity(file)) !== identity) {
      await rm(temporary, { force: true });
      return ok('other-content');
    }
    await disk.rename(temporary, file);
    await disk.syncFolder(dirname(file));
    return ok('scrubbed');
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    return err({ cause: systemErrorCode(error).slice(0, 300) });
  }
}
