import type { CredentialError } from '../contract/credentials';
import type { Result } from '../contract/result';
import type { CredentialService } from './credential-service';
import { normaliseToken } from './token';

/**
 * Takes the credentials of a managed file into the keychain and reads them back, and writes only
 * where the keychain does not hold the same token already.
 */
export async function takeFromFile(
  credentials: { readonly authId: string; readonly authToken: string },
  service: Pick<CredentialService, 'hold'>,
): Promise<Result<'stored' | 'unchanged', CredentialError>> {
  const token = normaliseToken(credentials.authToken);
  return token.ok ? await service.hold(credentials.authId, token.value) : token;
}
