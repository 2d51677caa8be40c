import { isDeepStrictEqual } from 'node:util';

import type { Result } from '../contract/result';
import type { ConfigError } from './config-error';
import { noManagedConfig, type ManagedConfig, type ManagedReading } from './managed-file';

/** Why the file is not in force as it is now. */
export interface ManagedProblem {
  readonly error: ConfigError;
  /** True where an earlier content of it stays in force. */
  readonly kept: boolean;
}

/** The administrator's file as it is in force, and what is wrong with it now. */
export interface ManagedState {
  readonly config: ManagedConfig;
  /** A good content was read, and it is in force. */
  readonly good: boolean;
  readonly problem: ManagedProblem | null;
}

/** Before the file was read. */
export const unreadManagedState: ManagedState = {
  config: noManagedConfig,
  good: false,
  problem: null,
};

/**
 * What is in force after the file was read again (docs/behaviour.md, "Managed settings"). Absent
 * means empty. On every other failure the last good content stays.
 * @param named the file was named by `--config`: whoever did expects one, and is told of none
 */
export function nextManagedState(
  last: ManagedState,
  read: Result<ManagedConfig, ConfigError>,
  named: boolean,
): ManagedState {
  if (read.ok) return { config: read.value, good: true, problem: null };
  const { error } = read;
  if (error.code === 'config-absent') {
    return {
      config: noManagedConfig,
      good: false,
      problem: named ? { error, kept: false } : null,
    };
  }
  return { ...last, problem: { error, kept: last.good } };
}

interface SourceParts {
  readonly read: () => Result<ManagedReading, ConfigError>;
  readonly named: boolean;
  /** Something is in force that was not before, or something else is wrong with the file. */
  readonly changed: (state: ManagedState) => void;
  /** The file holds a token that may be taken: hand it on and let go of it. */
  readonly token: (authId: string, token: string) => void;
  /** The file holds no token that may be taken. */
  readonly noToken: () => void;
}

/** The administrator's file, read when it is told to. */
export class ManagedSource {
  #state = unreadManagedState;
  readonly #parts: SourceParts;

  constructor(parts: SourceParts) {
    this.#parts = parts;
  }

  get state(): ManagedState {
    return this.#state;
  }

  /** Reads the file anew. */
  look(): void {
    const { read, named, changed, token, noToken } = this.#parts;
    const reading = read();
    const next = nextManagedState(
      this.#state,
      reading.ok ? { ok: true, value: reading.value.config } : reading,
      named,
    );
    const before = this.#state;
    this.#state = next;
    if (!isDeepStrictEqual(before, next)) changed(next);
    const credentials = reading.ok ? reading.value.config.credentials : null;
    const found = reading.ok ? reading.value.token : null;
    if (credentials !== null && found !== null) token(credentials.authId, found);
    // A file that cannot be read now may still hold one.
    else if (reading.ok || reading.error.code === 'config-absent') noToken();
  }
}
