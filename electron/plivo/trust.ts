import { readFile } from 'node:fs/promises';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';

import { err, ok, type Result } from '../contract/result';
import { errorCode } from './error-code';
import type { Failure } from './evidence';

/** What TLS trusts: the built-in roots, and the certificates of a PEM file beside them. */
export type Trust = (caFile: string | null) => Promise<Result<SecureContext, Failure>>;

const unusable = (code: string): Result<never, Failure> =>
  err({ stage: 'ca-file', code, proxyStatus: null });

/**
 * Reads the file each time, and keeps what was made of its last text: putting the roots together
 * anew takes some 20 ms of the main thread.
 */
export function createTrust(): Trust {
  let last: { readonly pem: string; readonly context: SecureContext } | null = null;
  return async (caFile) => {
    if (caFile === null) return ok(createSecureContext());
    try {
      const pem = await readFile(caFile, 'utf8');
      if (!pem.includes('-----BEGIN CERTIFICATE-----')) return unusable('NO_CERTIFICATE');
      if (last?.pem !== pem) {
        last = { pem, context: createSecureContext({ ca: [...rootCertificates, pem] }) };
      }
      return ok(last.context);
    } catch (error) {
      return unusable(errorCode(error));
    }
  };
}
