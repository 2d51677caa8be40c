import { describe, expect, it } from 'vitest';

import { IdleClock } from '../../../electron/kiosk/idle-clock';
import { HandClock } from './hand-clock';

const second = 1000;
const hour = 3600 * second;

function idleClock() {
  const clock = new HandClock();
  const state = { busy: false, clearAfterMs: 60 * second, cleared: 0 };
  const idle = new IdleClock({
    clock,
    clearAfterMs: () => state.clearAfterMs,
    busy: () => state.busy,
    clear: () => {
      state.cleared += 1;
    },
  });
  return { idle, clock, state };
}

describe('the clock that clears a kiosk', () => {
  it('clears once when nobody has done anything for the time that is set', () => {
    const { idle, clock, state } = idleClock();
    idle.touch();
    clock.pass(60 * second - 1);
    expect(state.cleared).toBe(0);
    clock.pass(1);
    expect(state.cleared).toBe(1);
  });

  it('counts from the last input', () => {
    const { idle, clock, state } = idleClock();
    for (let touch = 0; touch < 100; touch += 1) {
      idle.touch();
      clock.pass(59 * second);
    }
    expect(state.cleared).toBe(0);
    clock.pass(second);
    expect(state.cleared).toBe(1);
  });

  it('rests until somebody touches it again', () => {
    const { idle, clock, state } = idleClock();
    clock.pass(7 * 24 * hour);
    expect([state.cleared, clock.waiting]).toEqual([0, 0]);
    idle.touch();
    clock.pass(7 * 24 * hour);
    expect([state.cleared, clock.waiting]).toEqual([1, 0]);
  });

  it('cuts no attempt: it clears when the attempt has ended and its result could be read', () => {
    const { idle, clock, state } = idleClock();
    idle.touch();
    state.busy = true;
    clock.pass(10 * hour);
    expect(state.cleared).toBe(0);
    state.busy = false;
    idle.touch();
    idle.look();
    clock.pass(59 * second);
    expect(state.cleared).toBe(0);
    clock.pass(second);
    expect(state.cleared).toBe(1);
  });

  it('clears at once where nobody is there any more', () => {
    const { idle, clock, state } = idleClock();
    idle.touch();
    idle.absent();
    expect(state.cleared).toBe(1);
    clock.pass(hour);
    expect(state.cleared).toBe(1);
  });

  it('clears as soon as the attempt has ended where nobody is there any more', () => {
    const { idle, state } = idleClock();
    state.busy = true;
    idle.absent();
    expect(state.cleared).toBe(0);
    state.busy = false;
    idle.touch();
    idle.look();
    expect(state.cleared).toBe(1);
  });

  it('takes a new time at once', () => {
    const { idle, clock, state } = idleClock();
    idle.touch();
    clock.pass(10 * second);
    state.clearAfterMs = 5 * second;
    idle.look();
    expect(state.cleared).toBe(1);
    idle.touch();
    state.clearAfterMs = 120 * second;
    idle.look();
    clock.pass(119 * second);
    expect(state.cleared).toBe(1);
    clock.pass(second);
    expect(state.cleared).toBe(2);
  });

  it('goes through a week of customers with one timer, and clears after each of them', () => {
    const { idle, clock, state } = idleClock();
    const customers = 7 * 24 * 12;
    let most = 0;
    for (let customer = 0; customer < customers; customer += 1) {
      for (let key = 0; key < 20; key += 1) {
        idle.touch();
        most = Math.max(most, clock.waiting);
        clock.pass(second);
      }
      clock.pass(5 * 60 * second - 20 * second);
    }
    expect(clock.monotonic()).toBe(7 * 24 * hour);
    expect(state.cleared).toBe(customers);
    expect(most).toBe(1);
    expect(clock.waiting).toBe(0);
  });

  it('does nothing any more once it is closed', () => {
    const { idle, clock, state } = idleClock();
    idle.touch();
    idle.close();
    clock.pass(hour);
    expect([state.cleared, clock.waiting]).toEqual([0, 0]);
  });
});
