import type { AttemptTrace } from '../../electron/contract/history';
import type { Outcome, Reason } from '../../electron/contract/transfer';
import type { PastTransfer } from './history-journal';

/** A moment of a day so many days ago, in epoch milliseconds of the computer's own time zone. */
export function dayAt(daysAgo: number, hour: number, minute: number, second: number): number {
  const now = new Date();
  const day = now.getDate() - daysAgo;
  return new Date(now.getFullYear(), now.getMonth(), day, hour, minute, second).getTime();
}

const people = [
  ['Maria Alvarez', '+14155550134', '+1 415 555 0134', 'Support'],
  ['Emma Lindqvist', '+46855500142', '+46 8 5550 0142', 'Support'],
  ['Harbour & Lowe Solicitors', '+442079460911', '+44 20 7946 0911', 'Support'],
  [null, '+16285550172', '+1 628 555 0172', 'Sales'],
  ['Maximiliana Hohenstein-Papadopoulou', '+493055500187', '+49 30 5550 0187', 'Claims'],
  ['Night dispatch', '+14155550100', '+1 415 555 0100', 'Support'],
  [
    'Thomas Marsh',
    'sip:tmarsh@northgate.sip.example',
    'sip:tmarsh@northgate.sip.example',
    'Support',
  ],
  ['Priya Raman', '+16285550119', '+1 628 555 0119', 'Sales'],
  ['Marcus Chen', '+14155550161', '+1 415 555 0161', 'Support'],
  ['Amara Okonjo', '+14155550178', '+1 415 555 0178', 'Sales'],
] as const;

const reasons: Record<Outcome, { readonly reason: Reason; readonly status: number | null }> = {
  accepted: { reason: { code: 'accepted', status: 201 }, status: 201 },
  refused: { reason: { code: 'http-401', status: 401 }, status: 401 },
  'not-sent': { reason: { code: 'connection-refused', cause: 'ECONNREFUSED' }, status: null },
  unknown: { reason: { code: 'answer-timeout', cause: 'TOTAL_TIMEOUT' }, status: null },
  cancelled: { reason: { code: 'undone' }, status: null },
};

function traceOf(to: string, outcome: Outcome, apiId: string): AttemptTrace | null {
  if (outcome === 'cancelled') return null;
  const { status } = reasons[outcome];
  const body = { action: 'cold_transfer', to, role: 'agent', trigger_source: '+14152223333' };
  const wasSent = outcome !== 'not-sent';
  return {
    request: {
      method: 'POST',
      url: 'https://phlorunner.plivo.com/v1/phlo/0b5c7f14-2d0e-4a55-9c31-7f0f4f6a1e02/multi_party_call/7d20a1b4-66c5-4d0b-8a86-3f7b5f0c9a11/',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    },
    answer:
      status === null
        ? null
        : {
            status,
            headers: { 'content-type': 'application/json' },
            text: JSON.stringify(
              outcome === 'accepted' ? { api_id: apiId, error: '' } : { error: 'not authorized' },
            ),
            truncated: false,
          },
    socket: wasSent ? 'opened-ahead' : null,
    steps: {
      resolved: 0,
      connected: wasSent ? 0 : null,
      secured: wasSent ? 0 : null,
      handed: wasSent ? 1.5 : null,
      firstByte: status === null ? null : 584,
      complete: status === null ? null : 588,
    },
    failure: wasSent
      ? status === null
        ? { stage: 'exchange', code: 'TOTAL_TIMEOUT', proxyStatus: null }
        : null
      : { stage: 'connect', code: 'ECONNREFUSED', proxyStatus: null },
  };
}

/** The nth transfer of the samples. */
export function pastTransfer(n: number, startedAt: number, outcome: Outcome): PastTransfer {
  const [name, address, display, line] = people[n % people.length] ?? people[0];
  const hex = (1_000_003 * (n + 1)).toString(16).padStart(8, '0').slice(-8);
  const apiId = `${hex}-6b1e-11ef-9c0a-0242ac110004`;
  return {
    startedAt,
    name,
    address,
    display,
    line: `${line} line`,
    role: n % 4 === 2 ? 'customer' : 'agent',
    outcome,
    ...reasons[outcome],
    apiId: outcome === 'accepted' ? apiId : null,
    tookMs: outcome === 'unknown' ? 8_000 : 600 + (n % 4) * 100,
    trace: traceOf(address, outcome, apiId),
  };
}

/**
 * A little history, the oldest first: 4 transfers of 40 days ago, 5 of yesterday and 58 of today, of
 * which the newest five are those of the design's picture.
 */
export function samples(): PastTransfer[] {
  const older = Array.from({ length: 4 }, (_, n) =>
    pastTransfer(n + 5, dayAt(40, 9, n, 0), 'accepted'),
  );
  const yesterday = (['accepted', 'cancelled', 'not-sent', 'accepted', 'accepted'] as const).map(
    (outcome, n) => pastTransfer(n + 4, dayAt(1, 10, n, 30), outcome),
  );
  const today = Array.from({ length: 58 }, (_, n) => {
    const fromNewest = 57 - n;
    const outcome: Outcome =
      fromNewest === 2 ? 'unknown' : [1, 8, 11].includes(fromNewest) ? 'refused' : 'accepted';
    return pastTransfer(fromNewest, dayAt(0, 14, 30, 8) - fromNewest * 241_000, outcome);
  });
  return [...older, ...yesterday, ...today];
}
