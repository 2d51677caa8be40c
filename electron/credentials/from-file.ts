import type { CredentialError } from '../contract/credentials';
import { err, ok, type Result } from '../contract/result';
import type { CredentialService } from './credential-service';
import { normaliseToken } from './token';

/**
 * Takes the credentials of a managed file into the keychain, and writes only where the keychain
 * does not hold the same token already. Call it for the account that is in use.
 */
export async function takeFromFile(
  credentials: { readonly authId: string; readonly authToken: string },
  service: Pick<CredentialService, 'read' | 'save'>,
): Promise<Result<'stored' | 'unchanged', CredentialError>> {
  const { authId } = credentials;
  const token = normaliseToken(credentials.authToken);
  if (!token.ok) return token;
  const stored = await service.read(authId);
  if (stored.ok && stored.value === token.value) return ok('unchanged');
  const saved = await service.save(authId, token.value);
  return saved.ok ? ok('stored') : err(saved.error);
}
