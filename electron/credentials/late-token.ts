import type { CredentialState } from '../contract/credentials';
import { err } from '../contract/result';
import type { CredentialService } from './credential-service';

/** The token of the administrator's file that the keychain has not taken yet. */
export interface LateToken {
  /** The account whose token waits in the file; null where none does. */
  readonly waitsFor: () => string | null;
  /** Takes it into the keychain, where that is possible by now. */
  readonly take: () => Promise<void>;
}

/**
 * Credentials of which a token may still wait in the administrator's file, because the keychain was
 * locked: then it is out of reach and not missing, and it is taken whenever somebody asks for it.
 */
export function withLateToken(inner: CredentialService, late: LateToken): CredentialService {
  const state = (authId: string | null): CredentialState => {
    const known = inner.state(authId);
    return known === 'absent' && waits(authId) ? 'locked-or-removed' : known;
  };
  const waits = (authId: string | null): authId is string =>
    authId !== null && late.waitsFor() === authId && inner.state(authId) !== 'session';

  return {
    ...inner,
    state,
    async refresh(authId) {
      if (waits(authId)) await late.take();
      await inner.refresh(authId);
      return state(authId);
    },
    async read(authId) {
      if (waits(authId)) await late.take();
      const read = await inner.read(authId);
      const empty = !read.ok && read.error.code === 'token-empty';
      return empty && waits(authId) ? err({ code: 'keychain-locked-or-removed' }) : read;
    },
    async save(authId, token) {
      const saved = await inner.save(authId, token);
      // The keychain works by now; what the file holds goes before what a person types.
      if (saved.ok && waits(authId)) await late.take();
      return saved;
    },
  };
}
