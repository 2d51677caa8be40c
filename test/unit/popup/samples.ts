import type { LineView, PopupState, QueryReply } from '../../../electron/contract/popup';
import type { Destination, EndedAttempt, Phase } from '../../../electron/contract/transfer';

export const maria: Destination = {
  address: '+14155550134',
  display: '+1 415 555 0134',
  name: 'Maria Alvarez',
  note: 'Billing',
  country: 'United States',
  role: null,
};
export const marcus: Destination = {
  ...maria,
  address: '+14155550161',
  display: '+1 415 555 0161',
  name: 'Marcus Chen',
  note: 'Tech support',
};
export const harbour: Destination = {
  address: '+442079460958',
  display: '+44 20 7946 0958',
  name: null,
  note: null,
  country: 'United Kingdom',
  role: null,
};

export const support: LineView = {
  id: 'support',
  name: 'Support line',
  from: '+1 415 222 3333',
  role: 'agent',
  practice: false,
  readiness: 'ready',
};
export const practiceLine: LineView = {
  id: 'practice',
  name: 'Practice line',
  from: '+1 415 555 0100',
  role: 'agent',
  practice: true,
  readiness: 'practice',
};

export const idle: PopupState = {
  phase: { kind: 'compose' },
  line: support,
  lines: [support, practiceLine],
  fixedLine: null,
  favourites: [maria, marcus],
  recents: [{ attemptId: 'old', destination: harbour, outcome: 'refused', at: 0 }],
  practice: null,
  clipboard: null,
  directory: 'filled',
  credentials: 'present',
  closeAfterMs: 2000,
  theme: 'system',
  language: 'en',
  shortcut: 'Ctrl+Alt+B',
  translucent: true,
  platform: 'linux',
  kiosk: null,
};

/** A kiosk whose settings are behind a PIN. */
export const kiosk: PopupState = {
  ...idle,
  recents: [],
  shortcut: null,
  translucent: false,
  kiosk: { freeEntry: false, lock: 'locked', waitUntil: null, journal: 'kept' },
};

export function ended(more: Partial<EndedAttempt> = {}): Extract<Phase, { kind: 'ended' }> {
  return {
    kind: 'ended',
    attempt: {
      id: 'attempt-1',
      lineId: 'support',
      lineName: 'Support line',
      destination: maria,
      role: 'customer',
      startedAt: 1_700_000_000_000,
      tookMs: 640,
      outcome: 'refused',
      reason: { code: 'http-401', status: 401 },
      status: 401,
      apiId: null,
      agentWord: null,
      ...more,
    },
  };
}

/** It is not known how the attempt ended. */
export const unknownPhase = ended({
  outcome: 'unknown',
  reason: { code: 'lost-after-sending' },
  status: null,
});

export const held: Extract<Phase, { kind: 'held' }> = {
  kind: 'held',
  attemptId: 'attempt-1',
  destination: maria,
  role: 'agent',
  startedAt: 1_700_000_000_000,
  holdMs: 2000,
};

export const sending: Extract<Phase, { kind: 'sending' }> = {
  kind: 'sending',
  attemptId: 'attempt-1',
  destination: maria,
  role: 'agent',
  startedAt: 1_700_000_000_000,
};

export function complete(text: string, more: Partial<QueryReply> = {}): QueryReply {
  return {
    text,
    formatted: text,
    verdict: {
      kind: 'complete',
      destination: harbour,
      knownRange: true,
      withinText: false,
      refusal: null,
    },
    suggestions: [],
    matches: 0,
    lookAlikes: [],
    ...more,
  };
}

export function matches(text: string, ...destinations: readonly Destination[]): QueryReply {
  const suggestions = destinations.map((destination) => ({
    destination,
    nameMatches: [],
    displayMatches: [],
    noteMatches: [],
  }));
  const verdict = { kind: 'search' } as const;
  return {
    text,
    formatted: text,
    verdict,
    suggestions,
    matches: suggestions.length,
    lookAlikes: [],
  };
}
