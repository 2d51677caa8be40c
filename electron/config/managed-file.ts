import { dirname, resolve } from 'node:path';

import type { Notice } from '../contract/notices';
import { err, ok, unreachable, type Result } from '../contract/result';
import { managedFileSchema, type ManagedFile, type SettingsLayer } from '../contract/settings';
import { largestDocument } from './bounded-file';
import type { ConfigError, ConfigFault } from './config-error';
import {
  modeText,
  secretRefusal,
  unsafeFile,
  type FileReader,
  type FileRights,
  type SecretReason,
} from './file-rights';
import { readDocument, type PlacedDocument } from './json-document';
import { managedRules } from './managed-rules';
import { withOpened } from './open-checked';

/** Why the token of a file was not taken, and where it stands. */
export interface SecretRefused {
  readonly file: string;
  readonly reason: SecretReason;
  readonly mode: string;
  readonly fault: ConfigFault;
}

export type Kiosk = NonNullable<ManagedFile['kiosk']>;

/** What a managed file says, without its token. */
export interface ManagedConfig {
  readonly defaults: SettingsLayer;
  readonly enforced: SettingsLayer;
  readonly kiosk: Kiosk | null;
  /** The account that the file names, and the value of `authTokenFile`. */
  readonly credentials: { readonly authId: string; readonly tokenFile: string | null } | null;
  /** Null where there was no token, or it may be taken. */
  readonly secretRefused: SecretRefused | null;
}

/** Holds the token, where the file has one that may be taken: hand it on and let go of it. */
export interface ManagedReading {
  readonly config: ManagedConfig;
  readonly token: string | null;
}

/** What holds where there is no file. */
export const noManagedConfig: ManagedConfig = {
  defaults: {},
  enforced: {},
  kiosk: null,
  credentials: null,
  secretRefused: null,
};

/** A `caFile` is relative to the file that names it, not to the folder Baton was started in. */
function withCaFileFrom(folder: string, layer: SettingsLayer): SettingsLayer {
  const caFile = layer.network?.caFile;
  if (typeof caFile !== 'string') return layer;
  return { ...layer, network: { ...layer.network, caFile: resolve(folder, caFile) } };
}

/** What was expected of the file, and what may be done in its place (docs/managed-settings.md). */
function secretExpectation(reason: SecretReason, mode: string): string {
  const instead =
    'name an "authTokenFile" in its place (a file of the user who runs Baton, of mode 600, or a systemd credential), or give that user a file of their own with --config';
  switch (reason) {
    case 'other-owner':
      return `a token only in a file that the user who runs Baton owns: ${instead}`;
    case 'readable-by-others':
      return `a token only in a file that nobody else may read, not one of mode ${mode} (chmod 600): or ${instead}`;
    case 'rights-unknown':
      return 'no token on this system, which does not tell who may read the file: enter it under Account';
    default:
      return unreachable(reason);
  }
}

function interpret(
  file: string,
  { value: document, faultAt }: PlacedDocument<ManagedFile>,
  stats: FileRights,
  reader: FileReader,
): ManagedReading {
  const folder = dirname(resolve(file));
  const { credentials } = document;
  const authToken = credentials?.authToken ?? null;
  const reason = authToken === null ? null : secretRefusal(stats, reader);
  const mode = modeText(stats);
  const defaults = withCaFileFrom(folder, document.defaults ?? {});
  return {
    config: {
      // The account that the credentials are of is a default: it is not enforced by being named.
      defaults: credentials === undefined ? defaults : { ...defaults, authId: credentials.authId },
      enforced: withCaFileFrom(folder, document.enforced ?? {}),
      kiosk: document.kiosk ?? null,
      credentials:
        credentials === undefined
          ? null
          : { authId: credentials.authId, tokenFile: credentials.authTokenFile ?? null },
      secretRefused:
        reason === null
          ? null
          : {
              file,
              reason,
              mode,
              fault: faultAt(['credentials', 'authToken'], secretExpectation(reason, mode)),
            },
    },
    token: reason === null ? authToken : null,
  };
}

/** The refusal for a window. */
export function secretRefusedNotice({ file, reason, mode, fault }: SecretRefused): Notice {
  const { line, column } = fault;
  return {
    code: 'config-secret-refused',
    params: { file, line, column, key: 'credentials.authToken', reason, mode },
  };
}

/** Judges an opened file: first its rights, then its content. */
export function judgeManagedFile(
  file: string,
  stats: FileRights,
  content: () => Uint8Array | null,
  reader: FileReader,
): Result<ManagedReading, ConfigError> {
  const refusal = unsafeFile(file, stats, reader);
  if (refusal !== null) return err(refusal);
  const bytes = content();
  if (bytes === null) {
    const expected = `a file of at most ${largestDocument / 1024} KiB`;
    return err({ code: 'config-unreadable', file, expected });
  }
  const document = readDocument(managedFileSchema, file, bytes, managedRules);
  return document.ok ? ok(interpret(file, document.value, stats, reader)) : document;
}

function openError(file: string, cause: string): ConfigError {
  if (cause === 'ENOENT') return { code: 'config-absent', file };
  if (cause === 'ELOOP') {
    const expected = 'the file itself, not a symbolic link';
    return { code: 'config-unsafe', file, reason: 'symbolic-link', expected };
  }
  return { code: 'config-unreadable', file, expected: `a file that can be read (${cause})` };
}

/**
 * Reads an administrator's file. Rights and content are taken from the same descriptor. A file of
 * another owner or that others may write is refused whole; a token that others may read, or in
 * the administrator's own file, is refused alone.
 */
export function readManagedFile(
  file: string,
  reader: FileReader,
): Result<ManagedReading, ConfigError> {
  const read = withOpened(file, reader.platform, ({ stats, content }) =>
    judgeManagedFile(file, stats, content, reader),
  );
  return read.ok ? read.value : err(openError(file, read.error.cause));
}
