import type { Stats } from 'node:fs';
import { constants, open, type FileHandle } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

import type { Notice } from '../contract/notices';
import { err, ok, type Result } from '../contract/result';
import { managedFileSchema, type ManagedFile, type SettingsLayer } from '../contract/settings';
import { largestDocument, readBounded, systemErrorCode } from './bounded-file';
import type { ConfigError } from './config-error';
import { parseDocument } from './json-document';

/** Who reads the file: rights are judged for this user. `uid` is null where there are no uids. */
interface FileReader {
  readonly uid: number | null;
  readonly platform: NodeJS.Platform;
}

/** What a managed file says. Holds the token: hand it on and let go of it. */
export interface ManagedConfig {
  readonly defaults: SettingsLayer;
  readonly enforced: SettingsLayer;
  readonly credentials: { readonly authId: string; readonly authToken: string | null } | null;
  /** Why the file's token was not taken; null where there was none or it was taken. */
  readonly secretRefused: Notice | null;
  readonly kiosk: NonNullable<ManagedFile['kiosk']> | null;
}

const groupOrOthersMayWrite = 0o022;
const groupOrOthers = 0o077;

const modeText = (stats: Stats) => (stats.mode & 0o777).toString(8).padStart(3, '0');

/** Why the file is refused whole, or null. */
function unsafe(file: string, stats: Stats, reader: FileReader): ConfigError | null {
  if (!stats.isFile()) {
    const expected = 'a regular file, not a folder, device or pipe';
    return { code: 'config-unsafe', file, reason: 'not-a-file', expected };
  }
  if (reader.platform === 'win32' || (stats.mode & groupOrOthersMayWrite) === 0) return null;
  return {
    code: 'config-unsafe',
    file,
    reason: 'writable-by-others',
    expected: `a file that only its owner may write, not one of mode ${modeText(stats)} (chmod go-w)`,
  };
}

/** Why the token in the file is refused, or null (docs/behaviour.md, "Managed settings"). */
function secretRefusal(file: string, stats: Stats, reader: FileReader): Notice | null {
  const notice = (reason: string): Notice => ({
    code: 'config-secret-refused',
    params: { file, key: 'credentials.authToken', reason, mode: modeText(stats) },
  });
  // Without owner and mode nothing shows that others cannot read the file.
  if (reader.platform === 'win32' || reader.uid === null) return notice('rights-unknown');
  if (stats.uid !== reader.uid) return notice('other-owner');
  return (stats.mode & groupOrOthers) === 0 ? null : notice('readable-by-others');
}

/** A `caFile` is relative to the file that names it, not to the folder Baton was started in. */
function withCaFileFrom(folder: string, layer: SettingsLayer): SettingsLayer {
  const caFile = layer.network?.caFile;
  if (typeof caFile !== 'string') return layer;
  return { ...layer, network: { ...layer.network, caFile: resolve(folder, caFile) } };
}

function interpret(
  file: string,
  document: ManagedFile,
  stats: Stats,
  reader: FileReader,
): ManagedConfig {
  const folder = dirname(resolve(file));
  const { credentials } = document;
  const hasSecret = credentials?.authToken !== undefined;
  const secretRefused = hasSecret ? secretRefusal(file, stats, reader) : null;
  const authToken = secretRefused === null ? (credentials?.authToken ?? null) : null;
  const defaults = withCaFileFrom(folder, document.defaults ?? {});
  return {
    // The account that the credentials are of is a default: it is not enforced by being named.
    defaults: credentials === undefined ? defaults : { ...defaults, authId: credentials.authId },
    enforced: withCaFileFrom(folder, document.enforced ?? {}),
    credentials: credentials === undefined ? null : { authId: credentials.authId, authToken },
    secretRefused,
    kiosk: document.kiosk ?? null,
  };
}

async function readOpened(
  file: string,
  handle: FileHandle,
  reader: FileReader,
): Promise<Result<ManagedConfig, ConfigError>> {
  const stats = await handle.stat();
  const refusal = unsafe(file, stats, reader);
  if (refusal !== null) return err(refusal);
  const bytes = await readBounded(handle);
  if (bytes === null) {
    const expected = `a file of at most ${largestDocument / 1024} KiB`;
    return err({ code: 'config-unreadable', file, expected });
  }
  const document = parseDocument(managedFileSchema, file, bytes);
  return document.ok ? ok(interpret(file, document.value, stats, reader)) : document;
}

function openError(file: string, error: unknown): ConfigError {
  const code = systemErrorCode(error);
  if (code === 'ELOOP') {
    const expected = 'the file itself, not a symbolic link';
    return { code: 'config-unsafe', file, reason: 'symbolic-link', expected };
  }
  const expected =
    code === 'ENOENT' ? 'a file, and there is none' : `a file that can be read (${code})`;
  return { code: 'config-unreadable', file, expected };
}

/**
 * Reads an administrator's file. It is opened once, without following a symbolic link, and rights
 * and content are taken from the same descriptor, so that nothing can be exchanged in between.
 * A file that others may write is refused whole; a token that others may read is refused alone.
 */
export async function readManagedFile(
  file: string,
  reader: FileReader,
): Promise<Result<ManagedConfig, ConfigError>> {
  // Windows has neither flag. Without O_NONBLOCK a named pipe would hold up the start for ever.
  const posixFlags = reader.platform === 'win32' ? 0 : constants.O_NOFOLLOW | constants.O_NONBLOCK;
  let handle: FileHandle;
  try {
    handle = await open(file, constants.O_RDONLY | posixFlags);
  } catch (error) {
    return err(openError(file, error));
  }
  try {
    return await readOpened(file, handle, reader);
  } catch (error) {
    return err(openError(file, error));
  } finally {
    await handle.close();
  }
}
