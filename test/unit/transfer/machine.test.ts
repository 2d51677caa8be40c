import { describe, expect, it } from 'vitest';

import { phaseSchema, type Outcome } from '../../../electron/contract/transfer';
import {
  initialState,
  phaseOf,
  transition,
  type Ending,
  type Event,
  type State,
} from '../../../electron/transfer/machine';
import { accepted, maria, running, unknown } from './examples';

const after = (...events: Event[]): State =>
  events.reduce((state, event) => {
    const next = transition(state, event);
    if (!next.ok) throw new Error(`${event.kind}: ${next.error}`);
    return next.value;
  }, initialState);

const start: Event = { kind: 'start', attempt: running(), holdMs: 0 };
const hold: Event = { kind: 'start', attempt: running(), holdMs: 2000 };
const second: Event = { kind: 'start', attempt: running({ id: 'attempt-2' }), holdMs: 0 };
const ends = (ending = accepted): Event => ({ kind: 'outcome', attemptId: 'attempt-1', ending });
const cancelled: Ending = { ...unknown, outcome: 'cancelled', reason: { code: 'undone' } };
const cancel = (attemptId = 'attempt-1'): Event => ({
  kind: 'cancel',
  attemptId,
  ending: cancelled,
});
const refusal = (state: State, event: Event) => {
  const next = transition(state, event);
  return next.ok ? null : next.error;
};

describe('the one place for an attempt', () => {
  it('is free at first, then taken until the outcome', () => {
    expect(phaseOf(initialState)).toEqual({ kind: 'compose' });
    expect(phaseOf(after(start))).toEqual({
      kind: 'sending',
      attemptId: 'attempt-1',
      destination: maria,
      role: 'agent',
      startedAt: running().startedAt,
    });
    expect(refusal(after(start), second)).toBe('busy');
    expect(phaseOf(after(start, ends()))).toMatchObject({
      kind: 'ended',
      attempt: { id: 'attempt-1', outcome: 'accepted', agentWord: null },
    });
  });

  it.each(['cancelled', 'not-sent', 'refused', 'accepted'] as Outcome[])(
    'is free again after %s',
    (outcome) => {
      const state = after(start, ends({ ...accepted, outcome }), second);
      expect(phaseOf(state)).toMatchObject({ kind: 'sending', attemptId: 'attempt-2' });
    },
  );

  it('is not free after unknown, until the agent has said where the caller is', () => {
    const ended = after(start, ends(unknown));
    expect(refusal(ended, second)).toBe('busy');
    const answer: Event = { kind: 'answer', attemptId: 'attempt-1', word: 'still-on-call' };
    expect(after(start, ends(unknown), answer)).toMatchObject({
      attempt: { agentWord: 'still-on-call', outcome: 'unknown' },
    });
    expect(after(start, ends(unknown), answer, second).kind).toBe('sending');
  });

  it('is given back when the attempt could not begin', () => {
    expect(after(start, { kind: 'abandon', attemptId: 'attempt-1' })).toEqual(initialState);
  });

  it('is left by dismissing the ended attempt, and not while sending', () => {
    const dismiss: Event = { kind: 'dismiss', attemptId: 'attempt-1' };
    expect(refusal(after(start), dismiss)).toBe('not-now');
    expect(after(start, ends(), dismiss)).toEqual(initialState);
  });

  it('is held first where there is a hold-back, and nothing else can start meanwhile', () => {
    expect(phaseOf(after(hold))).toEqual({
      kind: 'held',
      attemptId: 'attempt-1',
      destination: maria,
      role: 'agent',
      startedAt: running().startedAt,
      holdMs: 2000,
    });
    expect(refusal(after(hold), second)).toBe('busy');
    expect(refusal(after(hold), ends())).toBe('not-now');
    expect(after(hold, { kind: 'send', attemptId: 'attempt-1' }).kind).toBe('sending');
    expect(phaseOf(after(hold, cancel()))).toMatchObject({
      kind: 'ended',
      attempt: { id: 'attempt-1', outcome: 'cancelled', reason: { code: 'undone' } },
    });
    expect(after(hold, cancel(), { kind: 'dismiss', attemptId: 'attempt-1' })).toEqual(
      initialState,
    );
    expect(after(hold, cancel(), second).kind).toBe('sending');
    expect(after(hold, { kind: 'abandon', attemptId: 'attempt-1' })).toEqual(initialState);
  });

  it('cannot be taken back once it is sent, nor sent twice', () => {
    const sent = after(hold, { kind: 'send', attemptId: 'attempt-1' });
    expect(refusal(sent, cancel())).toBe('not-now');
    expect(refusal(sent, { kind: 'send', attemptId: 'attempt-1' })).toBe('not-now');
    expect(refusal(after(start), cancel())).toBe('not-now');
    expect(refusal(after(hold), cancel('attempt-9'))).toBe('not-now');
    expect(refusal(after(hold), { kind: 'send', attemptId: 'attempt-9' })).toBe('not-now');
  });

  it('is taken by the question of an earlier attempt until that is answered', () => {
    const earlier = { ...running({ id: 'attempt-0' }), ...unknown, agentWord: null };
    const asked = after({ kind: 'ask', attempt: earlier });
    expect(phaseOf(asked)).toEqual({ kind: 'ended', attempt: earlier });
    expect(refusal(asked, second)).toBe('busy');
    const answer: Event = { kind: 'answer', attemptId: 'attempt-0', word: 'caller-gone' };
    expect(after({ kind: 'ask', attempt: earlier }, answer, second).kind).toBe('sending');
    expect(refusal(after(start), { kind: 'ask', attempt: earlier })).toBe('busy');
    expect(refusal(after(hold), { kind: 'ask', attempt: earlier })).toBe('busy');
  });

  it('takes no event of another attempt', () => {
    const other = { attemptId: 'attempt-9' };
    expect(refusal(after(start), { kind: 'outcome', ...other, ending: accepted })).toBe('not-now');
    expect(refusal(after(start), { kind: 'abandon', ...other })).toBe('not-now');
    expect(refusal(after(start, ends()), { kind: 'dismiss', ...other })).toBe('not-now');
    expect(refusal(after(start, ends()), { kind: 'answer', ...other, word: 'caller-gone' })).toBe(
      'not-now',
    );
  });

  it('has one outcome: a second one is not taken', () => {
    expect(refusal(after(start, ends()), ends(unknown))).toBe('not-now');
  });

  it('is told to the popup as the contract says, and with nothing beside it', () => {
    const ending = { ...accepted, evidence: 'not for the popup' };
    for (const state of [initialState, after(hold), after(start), after(start, ends(ending))]) {
      expect(phaseSchema.safeParse(phaseOf(state)).error).toBeUndefined();
    }
  });
});
