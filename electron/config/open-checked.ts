import { closeSync, constants, fstatSync, openSync, type Stats } from 'node:fs';

import { err, ok, type Result } from '../contract/result';
import { readBounded, systemErrorCode } from './bounded-file';

/** An open file: its rights, and its content where it is not too large. */
interface OpenedFile {
  readonly stats: Stats;
  /** Null where it holds more than is read. */
  readonly content: () => Uint8Array | null;
}

/** Why a file could not be opened or read: the system's name for it, such as ENOENT or ELOOP. */
interface OpenError {
  readonly cause: string;
}

/**
 * Opens a file, hands it over and closes it. It is opened once and no symbolic link is followed, so
 * that rights and content of the same file are judged and nothing can be exchanged in between.
 * Nothing waits here: `--check-config` must be done before there is a display to wait on.
 */
export function withOpened<T>(
  file: string,
  platform: NodeJS.Platform,
  work: (opened: OpenedFile) => T,
): Result<T, OpenError> {
  // Windows has neither flag. Without O_NONBLOCK a named pipe would hold up the start for ever.
  const posixFlags = platform === 'win32' ? 0 : constants.O_NOFOLLOW | constants.O_NONBLOCK;
  try {
    const descriptor = openSync(file, constants.O_RDONLY | posixFlags);
    try {
      const content = () => readBounded(descriptor);
      return ok(work({ stats: fstatSync(descriptor), content }));
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return err({ cause: systemErrorCode(error) });
  }
}
