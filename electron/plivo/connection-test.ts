import type { ConnectionTest } from '../contract/manager';
import type { Evidence } from './evidence';
import { brokenExchangeReason, notSentReason } from './failure-reason';
import { readAnswer, refusalReason } from './outcome';

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** The result of "Test connection" without the names that only the caller knows. */
export type ConnectionTestResult = Without<
  Exclude<ConnectionTest, { kind: 'no-credentials' }>,
  'lineName' | 'at'
>;

const isName = (value: unknown) => typeof value === 'string' && value.trim() !== '';

/** Whether it is the node that answered, and not some other server that says 200. */
const isNode = (fields: object) =>
  'node_id' in fields && isName(fields.node_id) && 'phlo_id' in fields && isName(fields.phlo_id);

/**
 * What the GET of the node proves: credentials, PHLO and node are right; Plivo refused them; or no
 * clear answer came.
 * @param now Epoch milliseconds, for a Retry-After that is a date.
 */
export function connectionTestOf(evidence: Evidence, now: number): ConnectionTestResult {
  const { answer, failure, steps } = evidence;
  if (steps.handed === null) return { kind: 'unreachable', reason: notSentReason(failure) };
  if (answer === null || failure !== null || steps.complete === null) {
    const reason = brokenExchangeReason(failure, answer?.status ?? null);
    return { kind: 'unreachable', reason };
  }
  const reading = readAnswer(answer);
  if (reading.kind === 'refused') {
    return { kind: 'refused', reason: refusalReason(reading.code, answer, now) };
  }
  if (reading.kind === 'unclear') {
    return { kind: 'unreachable', reason: { code: reading.code, status: answer.status } };
  }
  if (!isNode(reading.fields)) {
    return { kind: 'unreachable', reason: { code: 'answer-unreadable', status: answer.status } };
  }
  return { kind: 'works', tookMs: evidence.tookMs };
}
