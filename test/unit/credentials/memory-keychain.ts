import type { SavedMarker } from '../../../electron/credentials/credential-service';
import type { Keychain } from '../../../electron/credentials/keychain';

/** A keychain for what the real one cannot be made to do on demand; `calls` is what it was asked. */
export class MemoryKeychain implements Keychain {
  readonly calls: string[] = [];
  readonly tokens = new Map<string, string>();

  get(authId: string): Promise<string | null> {
    this.calls.push(`get ${authId}`);
    return Promise.resolve(this.tokens.get(authId) ?? null);
  }

  set(authId: string, token: string): Promise<void> {
    this.calls.push(`set ${authId}`);
    this.tokens.set(authId, token);
    return Promise.resolve();
  }

  delete(authId: string): Promise<boolean> {
    this.calls.push(`delete ${authId}`);
    return Promise.resolve(this.tokens.delete(authId));
  }
}

export function memoryMarker(authId: string | null = null): SavedMarker {
  let saved = authId;
  return {
    get: () => saved,
    set: (next) => {
      saved = next;
      return Promise.resolve();
    },
  };
}
