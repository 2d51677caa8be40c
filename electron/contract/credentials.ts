import { z } from 'zod';

/**
 * What is known about the Auth token. `locked-or-removed`: a token was saved once and the keychain
 * does not give it now. `session`: kept in memory for this run, because there is no keychain.
 * `from-file`: read for each request from the file that the administrator names; `file-unusable`:
 * that file is missing, or not what it should be.
 */
export const credentialStates = [
  'absent',
  'present',
  'locked-or-removed',
  'unavailable',
  'session',
  'from-file',
  'file-unusable',
] as const;
export type CredentialState = (typeof credentialStates)[number];

/** What a token is made of, its length aside: it goes into a Basic header, so Latin-1 without blanks. */
export const authTokenPattern = /^[\u0021-\u007e\u00a1-\u00ff]+$/;

export const credentialErrorCodes = [
  'no-auth-id',
  'token-empty',
  'token-malformed',
  'keychain-locked-or-removed',
  'keychain-unavailable',
  'keychain-timeout',
  'keychain-read-back-differs',
  'token-file-unusable',
  'token-from-file',
] as const;
export type CredentialErrorCode = (typeof credentialErrorCodes)[number];

export const credentialErrorSchema = z.strictObject({
  code: z.enum(credentialErrorCodes),
  /** The keychain's own words, or what was expected of a file, for details; never a secret. */
  cause: z.string().max(300).optional(),
});
export type CredentialError = z.infer<typeof credentialErrorSchema>;
