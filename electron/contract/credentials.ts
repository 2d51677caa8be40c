import { z } from 'zod';

/**
 * What is known about the Auth token. `locked-or-removed`: a token was saved once and the keychain
 * does not give it now. `session`: kept in memory for this run, because there is no keychain.
 */
export const credentialStates = [
  'absent',
  'present',
  'locked-or-removed',
  'unavailable',
  'session',
] as const;
export type CredentialState = (typeof credentialStates)[number];

export const credentialErrorCodes = [
  'no-auth-id',
  'token-empty',
  'token-malformed',
  'keychain-locked-or-removed',
  'keychain-unavailable',
  'keychain-timeout',
  'keychain-read-back-differs',
] as const;
export type CredentialErrorCode = (typeof credentialErrorCodes)[number];

export const credentialErrorSchema = z.strictObject({
  code: z.enum(credentialErrorCodes),
  /** The keychain's own words, for details; never a secret. */
  cause: z.string().max(300).optional(),
});
export type CredentialError = z.infer<typeof credentialErrorSchema>;
