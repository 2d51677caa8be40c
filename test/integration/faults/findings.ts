import type { Outcome, ReasonCode } from '../../../electron/contract/transfer';
import { failureCodes } from '../../../electron/plivo/evidence';
import { limitsOf, type EndedBy, type Row } from './row';
import type { Observed } from './run-row';

/** What a row is judged by. */
interface Findings {
  readonly outcome: Outcome;
  readonly reason: ReasonCode;
  readonly posts: number;
  readonly socket: string | null;
  readonly hasApiId: boolean;
  /** Seconds to wait, where the row is about them. */
  readonly wait: number | null | 'not asked';
  readonly endedBy: 'connect' | 'total' | null;
  /** Whether it took about as long as the limit that ended it, in wide bounds. */
  readonly inTime: boolean;
  /** Requests that followed a redirect. */
  readonly elsewhere: number;
}

const socketOf = ({ way, expected }: Row) => {
  if (expected.socket !== undefined) return expected.socket;
  if (way.endsWith('kept')) return 'kept';
  return way.endsWith('ahead') ? 'opened-ahead' : 'fresh';
};

function limitIn(cause: string | undefined): Findings['endedBy'] {
  if (cause === failureCodes.connectTimeout) return 'connect';
  return cause === failureCodes.totalTimeout ? 'total' : null;
}

/** As long as the limit at least; at most, what a busy machine may add to it. */
function isInTime(tookMs: number, endedBy: EndedBy | null): boolean {
  if (endedBy === null) return true;
  const { connectTimeoutMs, totalTimeoutMs } = limitsOf(endedBy);
  const limitMs = Math.min(connectTimeoutMs, totalTimeoutMs);
  return tookMs >= 0.9 * limitMs && tookMs < 40 * limitMs;
}

export function findings(row: Row, { verdict, evidence, posts, elsewhere }: Observed): Findings {
  return {
    outcome: verdict.outcome,
    reason: verdict.reason.code,
    posts,
    socket: evidence.socket,
    hasApiId: verdict.outcome === 'accepted' && verdict.apiId !== null,
    wait:
      row.expected.wait === undefined ? 'not asked' : (verdict.reason.retryAfterSeconds ?? null),
    endedBy: limitIn(verdict.reason.cause),
    inTime: isInTime(evidence.tookMs, row.expected.endedBy),
    elsewhere,
  };
}

export function promises(row: Row): Findings {
  const { outcome, reason, posts, wait, endedBy } = row.expected;
  return {
    outcome,
    reason,
    posts,
    socket: socketOf(row),
    hasApiId: outcome === 'accepted',
    wait: wait === undefined ? 'not asked' : wait,
    endedBy: endedBy === 'total first' ? 'total' : endedBy,
    inTime: true,
    elsewhere: 0,
  };
}
