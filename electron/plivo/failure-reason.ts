import { unreachable } from '../contract/result';
import type { Reason, ReasonCode } from '../contract/transfer';
import { failureCodes, type Failure } from './evidence';

const offline = new Set(['ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH', 'EHOSTDOWN', 'EADDRNOTAVAIL']);
const expired = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);
const untrusted = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_CHAIN_TOO_LONG',
  'CERT_SIGNATURE_FAILURE',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
]);
const lost = new Set<string>(['ECONNRESET', 'EPIPE', 'ECONNABORTED', failureCodes.cut]);
const timedOut = new Set<string>([
  failureCodes.connectTimeout,
  failureCodes.totalTimeout,
  'ETIMEDOUT',
]);

function socketReason(code: string): ReasonCode {
  if (offline.has(code)) return 'offline';
  if (code === 'ECONNREFUSED') return 'connection-refused';
  return 'connection-lost';
}

function tlsReason(code: string): ReasonCode {
  if (expired.has(code)) return 'tls-expired';
  if (untrusted.has(code)) return 'tls-untrusted';
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'tls-name';
  if (lost.has(code)) return 'connection-lost';
  return 'tls';
}

function proxyReason(failure: Failure): ReasonCode {
  if (failure.proxyStatus === 407) return 'proxy-auth';
  // An answer that is no HTTP comes from something that is no proxy.
  if (failure.proxyStatus !== null || failure.code.startsWith('HPE_')) return 'proxy-refused';
  return 'proxy-unreachable';
}

function notSentCode(failure: Failure): ReasonCode {
  if (failure.stage === 'ca-file') return 'ca-file';
  if (failure.stage !== 'proxy' && timedOut.has(failure.code)) return 'connect-timeout';
  switch (failure.stage) {
    case 'proxy':
      return proxyReason(failure);
    case 'resolve':
      return offline.has(failure.code) ? 'offline' : 'dns';
    case 'connect':
      return socketReason(failure.code);
    case 'secure':
      return tlsReason(failure.code);
    case 'hand':
    case 'exchange':
      return 'connection-lost';
    default:
      return unreachable(failure.stage);
  }
}

const causeOf = (failure: Failure | null): Pick<Reason, 'cause'> => {
  if (failure === null) return {};
  const status = failure.proxyStatus === null ? '' : ` ${failure.proxyStatus}`;
  return { cause: `${failure.code}${status}`.slice(0, 100) };
};

/** Why nothing was sent: the failure happened before the first byte could leave. */
export function notSentReason(failure: Failure | null): Reason {
  return { code: failure ? notSentCode(failure) : 'connection-lost', ...causeOf(failure) };
}

/**
 * Why nobody knows: bytes may have left, and the exchange ended without a complete answer.
 * @param status The status, where its line came.
 */
export function brokenExchangeReason(failure: Failure | null, status: number | null): Reason {
  const rest = { ...causeOf(failure), ...(status === null ? {} : { status }) };
  if (failure === null) return { code: 'lost-after-sending', ...rest };
  if (timedOut.has(failure.code)) return { code: 'answer-timeout', ...rest };
  if (failure.code === failureCodes.tooLong) return { code: 'answer-unreadable', ...rest };
  if (failure.code === failureCodes.upgraded) return { code: 'http-unexpected', ...rest };
  // Node's parser names what it cannot read HPE_…: this was no HTTP, or a broken one.
  if (failure.code.startsWith('HPE_')) return { code: 'answer-unreadable', ...rest };
  return { code: 'lost-after-sending', ...rest };
}
