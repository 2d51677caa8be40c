import { describe, expect, it } from 'vitest';

import { outcomes } from '../../../electron/contract/transfer';
import { relayPlan } from '../../../renderer/popup/relay-plan';
import { isPractice, screenKey, screenOf } from '../../../renderer/popup/screen';
import { ended, held, idle, maria, practiceLine, sending } from './samples';

const failure = {
  code: 'busy',
  cause: null,
  secondsAgo: null,
  destination: maria,
  role: 'agent',
  lineId: 'support',
} as const;

describe('the screen', () => {
  it.each(outcomes)('shows %s as itself, and a cancelled attempt as the list', (outcome) => {
    const screen = screenOf({ ...idle, phase: ended({ outcome }) }, null);
    expect(screen.kind).toBe(outcome === 'cancelled' ? 'list' : outcome);
  });

  it('shows a running attempt rather than an older notice', () => {
    expect(screenOf({ ...idle, phase: sending }, failure).kind).toBe('sending');
    expect(screenOf({ ...idle, phase: held }, failure).kind).toBe('held');
    expect(screenOf(idle, failure).kind).toBe('notice');
  });

  it('shows why a retry was not started, but never in the place of an open question', () => {
    expect(screenOf({ ...idle, phase: ended() }, failure).kind).toBe('notice');
    const unknown = { ...idle, phase: ended({ outcome: 'unknown' }) };
    expect(screenOf(unknown, failure).kind).toBe('unknown');
  });

  it('is another one for every step of an attempt', () => {
    const steps = [held, sending, ended()].map((phase) =>
      screenKey(screenOf({ ...idle, phase }, null)),
    );
    expect(new Set(steps).size).toBe(3);
  });

  it('asks for a sign-in only on a real line', () => {
    const absent = { ...idle, credentials: 'absent' as const };
    expect(screenOf(absent, null).kind).toBe('connect');
    expect(screenOf({ ...absent, line: practiceLine }, null).kind).toBe('list');
  });

  it('is another one for another attempt', () => {
    const first = screenOf({ ...idle, phase: ended() }, null);
    const second = screenOf({ ...idle, phase: ended({ id: 'attempt-2' }) }, null);
    expect(screenKey(first)).not.toBe(screenKey(second));
  });

  it('keeps the look of the attempt’s line', () => {
    const onPractice = { ...idle, phase: ended({ lineId: 'practice' }) };
    expect(isPractice(onPractice, screenOf(onPractice, null))).toBe(true);
    const real = { ...idle, line: practiceLine, phase: ended() };
    expect(isPractice(real, screenOf(real, null))).toBe(false);
  });
});

describe('the strip', () => {
  it('rings the caller only where it is known that they were not moved', () => {
    for (const outcome of ['accepted', 'refused', 'not-sent', 'unknown'] as const) {
      const plan = relayPlan({ kind: outcome, attempt: ended({ outcome }).attempt });
      const rings = plan.nodes.some(({ look }) => look === 'on');
      const solid = plan.legs.some(({ look }) => look === 'live');
      expect([outcome, rings, solid]).toEqual([
        outcome,
        outcome === 'not-sent',
        outcome === 'not-sent',
      ]);
    }
  });

  it('rings the caller while nothing is sent', () => {
    const plan = relayPlan({ kind: 'held', phase: held });
    expect(plan.nodes.map(({ look }) => look)).toEqual(['on', 'on', 'wait']);
    expect(plan.nodes.map(({ note }) => note)).toEqual(['With you', 'On the call', 'Next']);
    expect(plan.legs.map(({ look, baton }) => [look, baton])).toEqual([
      ['live', false],
      ['next', false],
    ]);
    expect(plan.sentence).toBe('Where the caller is: with you. Next: Maria Alvarez.');
  });

  it('claims nothing while the request is on its way', () => {
    const plan = relayPlan({ kind: 'sending', phase: sending });
    expect(plan.nodes.map(({ look }) => look)).toEqual(['wait', 'wait', 'wait']);
    expect(plan.nodes[0].note).toBe('');
  });
});
