import type { Finding } from '../../contract/doctor';
import type { ConnectionTest } from '../../contract/manager';
import { unreachable } from '../../contract/result';
import type { Reason } from '../../contract/transfer';
import { finding } from '../check-up';

/** Seconds that a clock may be wrong by before it is worth a word. */
const tolerated = 30;

/**
 * How far this computer's clock is from the server's.
 * @param date the answer's Date header, which counts whole seconds
 * @param at when the answer was there by this computer's clock, in epoch milliseconds
 */
export function clockFinding(date: string | null, at: number): Finding {
  const server = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(server)) return finding('clock-unknown');
  const skew = Math.round((at - server) / 1000);
  return finding(Math.abs(skew) > tolerated ? 'clock-off' : 'clock-right', { skew });
}

const statusOf = ({ status, cause }: Reason) => ({
  ...(status === undefined ? {} : { status }),
  ...(cause === undefined ? {} : { cause }),
});

function refusal(reason: Reason): Finding {
  const facts = statusOf(reason);
  switch (reason.code) {
    case 'http-401':
      return finding('plivo-sign-in', facts);
    case 'http-403':
      return finding('plivo-disabled', facts);
    case 'http-404':
      return finding('plivo-line', facts);
    case 'http-429':
      return finding('plivo-busy', facts);
    default:
      return finding('plivo-refused', facts);
  }
}

/** What the GET of the line's node says (docs/behaviour.md, "The request"). */
export function nodeFinding(test: ConnectionTest): Finding {
  switch (test.kind) {
    case 'works':
      return finding('plivo-works', { took: Math.round(test.tookMs) });
    case 'no-credentials':
      return finding('plivo-no-credentials', { cause: test.error.code });
    case 'refused':
      return refusal(test.reason);
    case 'unreachable': {
      const { reason } = test;
      const answered = reason.status !== undefined || unclear.has(reason.code);
      return finding(answered ? 'plivo-unclear' : 'plivo-unreachable', statusOf(reason));
    }
    default:
      return unreachable(test);
  }
}

/** The connection stood, and no clear answer came over it. */
const unclear: ReadonlySet<Reason['code']> = new Set([
  'lost-after-sending',
  'answer-timeout',
  'answer-unreadable',
  'http-unexpected',
]);
