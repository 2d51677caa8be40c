import type { CredentialService } from '../credentials/credential-service';
import { takeFromFile } from '../credentials/from-file';
import type { Notices } from './notices';
import type { OpenSettings } from './open-settings';

/**
 * Takes the token of the administrator's file into the keychain, once, and lets go of it; then asks
 * the keychain how things stand. The account counts as signed in from the start, so that the popup
 * does not ask for a sign-in that is on its way.
 * @param authId the account in use; the file's token belongs to the account that the file names,
 *   which need not be this one
 */
export function settleCredentials(
  credentials: CredentialService,
  notices: Notices,
  authId: string | null,
  fromFile: OpenSettings['fromFile'],
): () => Promise<void> {
  let waiting = fromFile?.authId === authId ? fromFile : null;
  const arrived = waiting === null ? null : credentials.expect(waiting.authId);
  return async () => {
    const handedOver = waiting;
    waiting = null;
    const taken = handedOver === null ? null : await takeFromFile(handedOver, credentials);
    if (taken?.ok === false) {
      const { code, cause = '' } = taken.error;
      notices.raise({ code: 'credentials-import-failed', params: { error: code, cause } });
    }
    await credentials.refresh(authId);
    arrived?.();
  };
}
