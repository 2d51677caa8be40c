import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';

import { err, ok, type Result } from '../contract/result';
import { personsAutostartEntry, readAutostartEntry, type LoginItem } from './autostart-entry';
import { systemErrorCode } from './bounded-file';

/** The programs that start at login, as far as they are Baton. */
export interface LoginItems {
  /** Where it is kept, for messages. */
  readonly place: string;
  /** Null: nothing starts Baton. */
  find(): Result<(LoginItem & { readonly startable: boolean }) | null, LoginItemError>;
  write(): Result<null, LoginItemError>;
  remove(): Result<null, LoginItemError>;
}

/** What the system says, such as EACCES. */
export interface LoginItemError {
  readonly cause: string;
}

/** Where a person's entry lies (freedesktop.org, "Desktop Application Autostart Specification"). */
export function autostartFile(
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  const { XDG_CONFIG_HOME: named = '' } = environment;
  // The specification has a relative path ignored.
  const config = isAbsolute(named) ? named : join(home, '.config');
  return join(config, 'autostart', 'baton.desktop');
}

function attempt<T>(act: () => T): Result<T, LoginItemError> {
  try {
    return ok(act());
  } catch (error) {
    return err({ cause: systemErrorCode(error) });
  }
}

/** The person's entry on Linux. `command` is what it is to start. */
export function autostartEntryFile(file: string, command: readonly string[]): LoginItems {
  return {
    place: file,
    find: () =>
      attempt(() => {
        if (!existsSync(file)) return null;
        const found = readAutostartEntry(readFileSync(file, 'utf8'), command);
        const { program } = found;
        // A bare name is looked for by the desktop, along a path of its own.
        const startable = program === null || !isAbsolute(program) || existsSync(program);
        return { ...found, startable };
      }),
    write: () =>
      attempt(() => {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        writeFileAtomic.sync(file, personsAutostartEntry(command), { mode: 0o600 });
        return null;
      }),
    remove: () =>
      attempt(() => {
        rmSync(file, { force: true });
        return null;
      }),
  };
}
