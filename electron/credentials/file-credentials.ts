import type { CredentialError, CredentialState } from '../contract/credentials';
import { err, ok, type Result } from '../contract/result';
import type { CredentialService } from './credential-service';
import type { TokenFile, TokenFileError } from './token-file';

/** A token file that was found, or why it was not; null where the administrator names none. */
export type NamedTokenFile = Result<TokenFile, TokenFileError & { readonly authId: string }> | null;

interface FileParts {
  readonly read: (file: TokenFile) => Result<string, TokenFileError>;
  /** Something else is known of the file now: null where it can be used, or where there is none. */
  readonly judged: (problem: TokenFileError | null) => void;
}

/** Credentials of which one account's may come from a file that the administrator names. */
export interface FileCredentials extends CredentialService {
  /** The file to read from now on. */
  readFrom(named: NamedTokenFile): void;
}

/**
 * Puts the administrator's token file before the keychain: for its account the token is read from
 * there for each request, not kept, not copied to the keychain, and changed by nobody but the
 * administrator (docs/behaviour.md, "Managed settings").
 */
export function withTokenFile(keychain: CredentialService, parts: FileParts): FileCredentials {
  let named: NamedTokenFile = null;
  let problem: TokenFileError | null = null;

  const accountOf = (file: NonNullable<NamedTokenFile>) =>
    file.ok ? file.value.authId : file.error.authId;
  const isFrom = (authId: string | null): boolean =>
    named !== null && authId !== null && accountOf(named) === authId;

  function read(): Result<string, CredentialError> {
    if (named === null) return err({ code: 'token-empty' });
    const found = named.ok ? parts.read(named.value) : named;
    problem = found.ok ? null : found.error;
    parts.judged(problem);
    if (found.ok) return ok(found.value);
    const { file, expected } = found.error;
    const cause = `${file}: expected ${expected}`.slice(0, 300);
    return err({ code: 'token-file-unusable', cause });
  }

  const state = (authId: string | null): CredentialState => {
    if (!isFrom(authId)) return keychain.state(authId);
    return problem === null ? 'from-file' : 'file-unusable';
  };
  const fixed = err<CredentialError>({ code: 'token-from-file' });

  return {
    ...keychain,
    state,
    async refresh(authId) {
      if (!isFrom(authId)) return await keychain.refresh(authId);
      read();
      return state(authId);
    },
    read: async (authId) => (isFrom(authId) ? read() : await keychain.read(authId)),
    save: async (authId, token) => (isFrom(authId) ? fixed : await keychain.save(authId, token)),
    remove: async (authId) => (isFrom(authId) ? fixed : await keychain.remove(authId)),
    useForSession: (authId, token) =>
      isFrom(authId) ? fixed : keychain.useForSession(authId, token),
    readFrom(next) {
      named = next;
      problem = null;
      if (next === null) parts.judged(null);
      else read();
    },
  };
}
