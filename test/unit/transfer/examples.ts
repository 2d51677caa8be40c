import type { Destination } from '../../../electron/contract/transfer';
import type { AttemptTrace } from '../../../electron/contract/history';
import type { Ending, RunningAttempt } from '../../../electron/transfer/machine';

export const maria: Destination = {
  address: '+14155550134',
  display: '+1 415 555 0134',
  name: 'Maria Alvarez',
  note: 'Billing',
  country: 'United States',
  role: null,
};

export const running = (changes: Partial<RunningAttempt> = {}): RunningAttempt => ({
  id: 'attempt-1',
  lineId: 'support',
  lineName: 'Support line',
  destination: maria,
  role: 'agent',
  startedAt: Date.parse('2025-03-04T05:06:07.890Z'),
  ...changes,
});

export const accepted: Ending = {
  outcome: 'accepted',
  reason: { code: 'accepted', status: 201 },
  status: 201,
  apiId: '8c77b816-d621-4028-afc8-1aeab1d497a8',
  tookMs: 123.4,
};

export const unknown: Ending = {
  outcome: 'unknown',
  reason: { code: 'answer-timeout', cause: 'TOTAL_TIMEOUT' },
  status: null,
  apiId: null,
  tookMs: 8_000,
};

export const trace: AttemptTrace = {
  request: {
    method: 'POST',
    url: 'https://phlorunner.plivo.com/v1/phlo/p/multi_party_call/n',
    headers: { Accept: 'application/json', 'User-Agent': 'Baton/0.1.0' },
    body: '{"action":"cold_transfer","to":"+14155550134"}',
  },
  answer: {
    status: 201,
    headers: { 'content-type': 'application/json' },
    text: '{"api_id":"8c77b816-d621-4028-afc8-1aeab1d497a8","error":""}',
    truncated: false,
  },
  socket: 'opened-ahead',
  steps: { resolved: 0, connected: 0, secured: 0, handed: 1.5, firstByte: 120, complete: 121 },
  failure: null,
};
