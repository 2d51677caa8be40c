import type { Reason, ReasonCode } from '../../../electron/contract/transfer';

type UnansweredCode = 'no-answer' | 'http-5xx' | 'unexpected';
type RefusalCode = Extract<ReasonCode, 'error-in-2xx' | `http-4${string}`> | 'http-429-wait';
type UnsentCode = Extract<
  ReasonCode,
  | 'dns'
  | 'connection-refused'
  | 'connect-timeout'
  | 'connection-lost'
  | 'offline'
  | `tls${string}`
  | `proxy-${string}`
  | 'ca-file'
>;

/** Which texts word the reason of a connection test (`manager.account.test`). */
export interface TestReason {
  readonly title: 'refused' | 'unreachable' | 'unclear';
  readonly text: UnansweredCode | Exclude<RefusalCode, 'http-408'> | UnsentCode;
}

/**
 * A test is a GET that moves no call, so its reasons need words of their own: those of a transfer
 * speak of the caller.
 */
export function testReason(reason: Reason): TestReason {
  const { code } = reason;
  switch (code) {
    case 'dns':
    case 'connection-refused':
    case 'connect-timeout':
    case 'connection-lost':
    case 'offline':
    case 'tls-expired':
    case 'tls-untrusted':
    case 'tls-name':
    case 'tls':
    case 'proxy-unreachable':
    case 'proxy-refused':
    case 'proxy-auth':
    case 'ca-file':
      return { title: 'unreachable', text: code };
    case 'http-400':
    case 'http-401':
    case 'http-403':
    case 'http-404':
    case 'http-4xx':
    case 'error-in-2xx':
      return { title: 'refused', text: code };
    case 'http-429':
      return {
        title: 'refused',
        text: reason.retryAfterSeconds === undefined ? 'http-429' : 'http-429-wait',
      };
    case 'lost-after-sending':
    case 'answer-timeout':
    case 'http-408':
    case 'interrupted':
      return { title: 'unclear', text: 'no-answer' };
    case 'http-5xx':
      return { title: 'unclear', text: 'http-5xx' };
    case 'http-unexpected':
    case 'answer-unreadable':
    // These belong to transfers; a test that gave one would be a mistake of Baton's.
    case 'accepted':
    case 'undone':
    case 'suspended':
    case 'locked':
    case 'line-switched':
    case 'quit':
    case 'journal':
      return { title: 'unclear', text: 'unexpected' };
  }
}
