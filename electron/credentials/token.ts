import { authTokenPattern, type CredentialError } from '../contract/credentials';
import { err, ok, type Result } from '../contract/result';

/** Longest token that is taken; Plivo's have 40 characters, and that is not promised anywhere. */
const longest = 512;

/**
 * The token without the blanks that copying leaves around it. Refuses what can be no token: it
 * goes into a Basic header, so nothing but visible characters of Latin-1. Its length is not judged.
 */
export function normaliseToken(text: string): Result<string, CredentialError> {
  const token = text.trim();
  if (token === '') return err({ code: 'token-empty' });
  if (token.length > longest || !authTokenPattern.test(token)) {
    return err({ code: 'token-malformed' });
  }
  return ok(token);
}

/** The keychain's own words for a window: one line, bounded, and never with the token in them. */
export function causeWithout(token: string | null, cause: string): string {
  const withoutToken = token === null ? cause : cause.replaceAll(token, '…');
  return withoutToken.replaceAll(/\p{Cc}+/gu, ' ').slice(0, 300);
}
