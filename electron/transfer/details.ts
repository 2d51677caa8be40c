import type { AttemptDetail } from '../contract/history';
import { traceLines } from './handover-trace';

/**
 * An attempt as text for support ("Copy details"), with the request, the answer and the times where
 * they were kept. In English and with codes, because it is read by somebody who knows Baton, and
 * without anything secret.
 * @param version Baton's own version.
 */
export function attemptDetails({ attempt, trace }: AttemptDetail, version: string): string {
  const { destination, reason } = attempt;
  const rows: readonly (readonly [string, string | number | null | undefined])[] = [
    ['Time', new Date(attempt.startedAt).toISOString()],
    ['Line', `${attempt.lineName} (${attempt.lineId})`],
    ['To', destination.name ? `${destination.name}, ${destination.address}` : destination.address],
    ['Role', attempt.role],
    ['Outcome', attempt.outcome],
    ['Reason', reason.code],
    ['Plivo said', reason.plivoReason],
    ['Cause', reason.cause],
    ['HTTP status', attempt.status],
    ['api_id', attempt.apiId],
    ['Took', `${Math.round(attempt.tookMs)} ms`],
    ["Agent's word", attempt.agentWord],
    ['Attempt', attempt.id],
  ];
  const lines = rows
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([label, value]) => `${label}: ${value}`);
  return [`Baton ${version}`, ...lines, ...(trace === null ? [] : traceLines(trace))].join('\n');
}
