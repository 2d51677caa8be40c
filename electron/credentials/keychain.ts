import { createRequire } from 'node:module';

import type keytar from 'keytar';

/**
 * Where tokens are stored. Calls may reject, and may stay pending for as long as a person leaves
 * the system's unlock dialog open.
 */
export interface Keychain {
  /** The stored token; null where there is none, and also where the keychain is locked. */
  get(authId: string): Promise<string | null>;
  set(authId: string, token: string): Promise<void>;
  /** False where there was nothing to delete, and also where the keychain is locked. */
  delete(authId: string): Promise<boolean>;
}

const service = 'Baton';
const account = (authId: string) => `plivo:${authId}`;

const requireNative = createRequire(import.meta.url);

/**
 * Loads the native module at the first call: where its library is missing, that call rejects and
 * Baton runs without a keychain, in place of not starting. `require`, because the bundle is
 * CommonJS and an `import()` in it would go through Node's other loader.
 */
function load(): typeof keytar {
  const loaded: typeof keytar = requireNative('keytar');
  return loaded;
}

/** The keychain of the operating system. The only place that knows keytar. */
export const systemKeychain: Keychain = {
  get: async (authId) => load().getPassword(service, account(authId)),
  set: async (authId, token) => load().setPassword(service, account(authId), token),
  delete: async (authId) => load().deletePassword(service, account(authId)),
};
