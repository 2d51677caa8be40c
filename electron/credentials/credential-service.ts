import type { CredentialError, CredentialState } from '../contract/credentials';
import { err, ok, type Result } from '../contract/result';
import type { Keychain } from './keychain';
import { createKeychainQueue, type CallError, type KeychainCall } from './keychain-queue';
import { causeWithout, normaliseToken } from './token';

/**
 * The Auth ID whose token was saved last, kept in the person's settings. It tells "locked or
 * removed" from "never saved": the keychain answers both with nothing.
 */
export interface SavedMarker {
  get(): string | null;
  /** Never rejects: a marker that could not be written is for its keeper to report. */
  set(authId: string | null): Promise<void>;
}

/** The Auth token of an account: in the keychain, and in memory only for the session mode. */
export interface CredentialService {
  /** What was found last; before the first `refresh`, what the marker lets expect. */
  state(authId: string | null): CredentialState;
  /** A token is being stored for this account: it counts as there until the returned call. */
  expect(authId: string): () => void;
  /** Asks the keychain anew. */
  refresh(authId: string | null): Promise<CredentialState>;
  /** The token, for one request: use it and let go of it. Without any: `token-empty`. */
  read(authId: string | null): Promise<Result<string, CredentialError>>;
  /** Stores the token and reads it back. */
  save(authId: string | null, token: string): Promise<Result<null, CredentialError>>;
  /**
   * Makes sure that the keychain itself holds this very token: looks, and stores it where it does
   * not. Memory does not count, as it does not last.
   */
  hold(authId: string, token: string): Promise<Result<'stored' | 'unchanged', CredentialError>>;
  /** Deletes the token; it is no error where there was none. */
  remove(authId: string | null): Promise<Result<null, CredentialError>>;
  /** Keeps the token in memory until Baton ends, where there is no keychain. */
  useForSession(authId: string | null, token: string): Result<null, CredentialError>;
  /**
   * Leaves the keychain alone from now on. Resolves when the call under way has ended, or is beyond
   * its limit: one that ends after the program has begun to is its crash (keytar 7.10, Electron 25).
   */
  close(): Promise<void>;
}

type Found = Exclude<CredentialState, 'session' | 'from-file' | 'file-unusable'>;

/**
 * The credential states and their transitions (docs/behaviour.md, "Keychain"). `limitMs` is the
 * time limit of a single call to the keychain; a save makes up to three.
 */
export function createCredentialService(
  keychain: Keychain,
  marker: SavedMarker,
  limitMs = 5000,
): CredentialService {
  const queue = createKeychainQueue(limitMs);
  const found = new Map<string, Found>();
  let expected: string | null = null;
  let session: { readonly authId: string; readonly token: string } | null = null;

  const noAuthId = err<CredentialError>({ code: 'no-auth-id' });
  const lockedOrRemoved = err<CredentialError>({ code: 'keychain-locked-or-removed' });
  const savedOnce = (authId: string) => marker.get() === authId;

  async function mark(authId: string | null): Promise<void> {
    if (marker.get() !== authId) await marker.set(authId);
  }

  async function unmark(authId: string): Promise<void> {
    if (savedOnce(authId)) await marker.set(null);
  }

  function failure(error: CallError, token: string | null): CredentialError {
    if (error.code === 'timeout') return { code: 'keychain-timeout' };
    return { code: 'keychain-unavailable', cause: causeWithout(token, error.cause) };
  }

  /** Reads the token and keeps what the answer says of the state. */
  async function look(
    call: KeychainCall,
    authId: string,
  ): Promise<Result<string | null, CredentialError>> {
    const answer = await call(() => keychain.get(authId));
    if (!answer.ok) {
      // A call that stays pending waits for somebody to unlock the keychain.
      found.set(authId, answer.error.code === 'timeout' ? 'locked-or-removed' : 'unavailable');
      return err(failure(answer.error, null));
    }
    if (answer.value !== null) {
      found.set(authId, 'present');
      await mark(authId);
      return answer;
    }
    found.set(authId, savedOnce(authId) ? 'locked-or-removed' : 'absent');
    return answer;
  }

  /** A keychain that can be read and not written to is locked: it answers reads with nothing. */
  async function writeFailure(
    call: KeychainCall,
    authId: string,
    error: CallError,
    token: string,
  ): Promise<CredentialError> {
    if (error.code === 'timeout') {
      found.set(authId, 'locked-or-removed');
      return failure(error, token);
    }
    const now = await look(call, authId);
    const cause = causeWithout(token, error.cause);
    if (now.ok && now.value === null) return { code: 'keychain-locked-or-removed', cause };
    return { code: 'keychain-unavailable', cause };
  }

  async function store(
    call: KeychainCall,
    authId: string,
    token: string,
  ): Promise<Result<null, CredentialError>> {
    const written = await call(() => keychain.set(authId, token));
    if (!written.ok) return err(await writeFailure(call, authId, written.error, token));
    const back = await look(call, authId);
    if (!back.ok) return back;
    if (back.value === token) return ok(null);
    const deleted = await call(() => keychain.delete(authId));
    if (deleted.ok) {
      found.set(authId, 'absent');
      await unmark(authId);
    }
    return err({ code: 'keychain-read-back-differs' });
  }

  async function erase(call: KeychainCall, authId: string): Promise<Result<null, CredentialError>> {
    const deleted = await call(() => keychain.delete(authId));
    if (!deleted.ok) {
      found.set(authId, deleted.error.code === 'timeout' ? 'locked-or-removed' : 'unavailable');
      return err(failure(deleted.error, null));
    }
    const left = await look(call, authId);
    if (!left.ok) return left;
    if (left.value !== null) return err({ code: 'keychain-read-back-differs' });
    // Nothing deleted though a token was saved: a locked keychain keeps it, and would give it
    // again once unlocked.
    if (!deleted.value && savedOnce(authId)) return lockedOrRemoved;
    found.set(authId, 'absent');
    await unmark(authId);
    return ok(null);
  }

  function state(authId: string | null): CredentialState {
    if (authId === null) return 'absent';
    if (session?.authId === authId) return 'session';
    if (expected === authId) return 'present';
    return found.get(authId) ?? (savedOnce(authId) ? 'present' : 'absent');
  }

  return {
    state,

    expect(authId) {
      expected = authId;
      return () => {
        expected = null;
      };
    },

    async refresh(authId) {
      if (authId !== null) await queue.run((call) => look(call, authId));
      return state(authId);
    },

    async read(authId) {
      if (authId === null) return noAuthId;
      if (session?.authId === authId) return ok(session.token);
      const answer = await queue.run((call) => look(call, authId));
      if (!answer.ok) return answer;
      if (answer.value !== null) return ok(answer.value);
      return savedOnce(authId) ? lockedOrRemoved : err({ code: 'token-empty' });
    },

    async save(authId, text) {
      if (authId === null) return noAuthId;
      const token = normaliseToken(text);
      if (!token.ok) return token;
      const stored = await queue.run((call) => store(call, authId, token.value));
      if (stored.ok && session?.authId === authId) session = null;
      return stored;
    },

    hold: (authId, token) =>
      queue.run(async (call) => {
        const there = await look(call, authId);
        if (there.ok && there.value === token) return ok('unchanged');
        const stored = await store(call, authId, token);
        if (!stored.ok) return stored;
        if (session?.authId === authId) session = null;
        return ok('stored');
      }),

    async remove(authId) {
      if (authId === null) return noAuthId;
      const hadSession = session?.authId === authId;
      if (hadSession) session = null;
      const erased = await queue.run((call) => erase(call, authId));
      // Without a keychain the session's token was the only one, and it is gone.
      return hadSession && !savedOnce(authId) ? ok(null) : erased;
    },

    useForSession(authId, text) {
      if (authId === null) return noAuthId;
      const token = normaliseToken(text);
      if (!token.ok) return token;
      session = { authId, token: token.value };
      return ok(null);
    },

    close: () => queue.close(),
  };
}
