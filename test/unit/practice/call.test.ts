import { describe, expect, it } from 'vitest';

import {
  afterEvent,
  newCall,
  type CallEvent,
  type CallRefusal,
  type LiveCall,
} from '../../../electron/practice/call';

const caller = '+14155550142';
const agent = '+14155550100';
const avery = '+14155550101';
const dana = '+14155550104';

const fresh = newCall(caller, agent, 0);

/** Plays events one millisecond apart, from 1; every one of them has to be taken. */
function played(...events: CallEvent[]): LiveCall {
  return events.reduce((call, event, index) => {
    const next = afterEvent(call, event, index + 1);
    if (!next.ok) throw new Error(`${event.kind} was refused: ${next.error.code}`);
    return next.value;
  }, fresh);
}

function refusal(call: LiveCall, event: CallEvent): CallRefusal | null {
  const next = afterEvent(call, event, 99);
  return next.ok ? null : next.error;
}

function states(call: LiveCall): Record<string, string> {
  return Object.fromEntries(call.legs.map((leg) => [leg.address, leg.state]));
}

const start = (kind: 'cold_transfer' | 'warm_transfer' | 'call', to: string, by = agent) =>
  ({ kind, to, role: 'agent', triggerSource: by }) as const;
const pickedUp = (address: string) => ({ kind: 'picked-up', address }) as const;

describe('a cold transfer', () => {
  it('removes the agent at once and rings the colleague', () => {
    const call = played(start('cold_transfer', avery));
    expect(states(call)).toEqual({ [caller]: 'live', [agent]: 'left', [avery]: 'ringing' });
    expect(call.legs.map((leg) => leg.since)).toEqual([0, 1, 1]);
  });

  it('has the colleague live once they pick up, and the caller with them', () => {
    const call = played(start('cold_transfer', avery), pickedUp(avery));
    expect(states(call)).toEqual({ [caller]: 'live', [agent]: 'left', [avery]: 'live' });
    expect(call.legs.at(-1)).toMatchObject({ part: 'colleague', role: 'agent', since: 2 });
  });

  it('is refused to an agent who has left', () => {
    const call = played(start('cold_transfer', avery), pickedUp(avery));
    expect(refusal(call, start('cold_transfer', dana))).toEqual({
      code: 'not-on-call',
      address: agent,
    });
  });

  it('is refused to somebody who never was on the call', () => {
    expect(refusal(fresh, start('cold_transfer', avery, dana))).toEqual({
      code: 'not-on-call',
      address: dana,
    });
  });

  it('is refused to the caller', () => {
    expect(refusal(fresh, start('cold_transfer', avery, caller))).toEqual({
      code: 'not-an-agent',
      address: caller,
    });
  });

  it('is refused to a colleague who still rings', () => {
    const call = played(start('call', avery));
    expect(refusal(call, start('cold_transfer', dana, avery))).toEqual({
      code: 'not-while',
      address: avery,
      state: 'ringing',
    });
  });

  it('is refused towards somebody who is on the call, oneself included', () => {
    for (const to of [caller, agent]) {
      expect(refusal(fresh, start('cold_transfer', to))).toEqual({
        code: 'already-on-call',
        address: to,
      });
    }
  });

  it('can be made on by the colleague, also back to the agent, who is the agent again', () => {
    const call = played(
      start('cold_transfer', avery),
      pickedUp(avery),
      start('cold_transfer', agent, avery),
    );
    expect(states(call)).toEqual({ [caller]: 'live', [avery]: 'left', [agent]: 'ringing' });
    expect(call.legs.at(-1)?.part).toBe('agent');
  });
});

describe('adding a person', () => {
  it('keeps everybody who is there', () => {
    const call = played(start('call', avery), pickedUp(avery));
    expect(states(call)).toEqual({ [caller]: 'live', [agent]: 'live', [avery]: 'live' });
  });

  it('is refused when the call has as many legs as it can take', () => {
    const numbers = Array.from({ length: 48 }, (_, index) => `+1415555${1000 + index}`);
    const full = played(...numbers.map((number) => start('call', number)));
    expect(refusal(full, start('call', avery))).toEqual({ code: 'call-full' });
    const [first = ''] = numbers;
    const room = afterEvent(full, { kind: 'hangup', member: first }, 100);
    if (!room.ok) throw new Error('hangup was refused');
    expect(refusal(room.value, start('call', avery))).toBeNull();
  });
});

describe('a warm transfer', () => {
  const consulting = played(start('warm_transfer', avery), pickedUp(avery));

  it('holds the caller while the agent talks to the colleague', () => {
    expect(states(consulting)).toEqual({ [caller]: 'held', [agent]: 'live', [avery]: 'live' });
  });

  it('is complete when its initiator hangs up: the caller has the colleague', () => {
    const next = afterEvent(consulting, { kind: 'hangup', member: agent }, 9);
    expect(next.ok && states(next.value)).toEqual({
      [caller]: 'live',
      [agent]: 'left',
      [avery]: 'live',
    });
  });

  it('is undone by an abort of its initiator: the agent has the caller again', () => {
    const next = afterEvent(consulting, { kind: 'abort_transfer', member: agent }, 9);
    expect(next.ok && states(next.value)).toEqual({
      [caller]: 'live',
      [agent]: 'live',
      [avery]: 'left',
    });
  });

  it('is aborted by nobody else, and not twice', () => {
    expect(refusal(consulting, { kind: 'abort_transfer', member: avery })).toEqual({
      code: 'no-transfer',
      address: avery,
    });
    const aborted = played(start('warm_transfer', avery), {
      kind: 'abort_transfer',
      member: agent,
    });
    expect(refusal(aborted, { kind: 'abort_transfer', member: agent })).toEqual({
      code: 'no-transfer',
      address: agent,
    });
  });

  it('ends when the colleague hangs up: the caller comes off hold', () => {
    const next = afterEvent(consulting, { kind: 'hangup', member: avery }, 9);
    expect(next.ok && states(next.value)).toMatchObject({ [caller]: 'live', [agent]: 'live' });
  });

  it('becomes a call of three when its initiator resumes the call', () => {
    const next = afterEvent(consulting, { kind: 'resume_call', member: agent }, 9);
    expect(next.ok && states(next.value)).toEqual({
      [caller]: 'live',
      [agent]: 'live',
      [avery]: 'live',
    });
  });

  it('is refused while another one is under way', () => {
    expect(refusal(consulting, start('warm_transfer', dana))).toEqual({
      code: 'transfer-under-way',
    });
  });
});

describe('a member', () => {
  it('is held and comes back', () => {
    expect(states(played({ kind: 'hold', member: agent }))).toMatchObject({ [agent]: 'held' });
    for (const kind of ['unhold', 'resume_call'] as const) {
      const call = played({ kind: 'hold', member: agent }, { kind, member: agent });
      expect(states(call)).toMatchObject({ [agent]: 'live' });
    }
  });

  it('keeps the time of its state when it is put into the state that it has', () => {
    const call = played({ kind: 'hold', member: agent }, { kind: 'hold', member: agent });
    expect(call.legs.find((leg) => leg.address === agent)?.since).toBe(1);
  });

  it('can not be held while ringing', () => {
    const call = played(start('call', avery));
    expect(refusal(call, { kind: 'hold', member: avery })).toMatchObject({ code: 'not-while' });
  });

  it('leaves by hanging up, and by leaving a voicemail', () => {
    for (const kind of ['hangup', 'voicemail_drop'] as const) {
      const call = played(start('call', avery), { kind, member: avery });
      expect(states(call)).toEqual({ [caller]: 'live', [agent]: 'live', [avery]: 'left' });
    }
  });

  it('that left takes no action, and does not pick up', () => {
    const call = played(start('cold_transfer', avery));
    expect(refusal(call, { kind: 'hold', member: agent })).toEqual({
      code: 'not-on-call',
      address: agent,
    });
    const gone = played(start('call', avery), { kind: 'hangup', member: avery });
    expect(refusal(gone, pickedUp(avery))).toMatchObject({ code: 'not-on-call' });
  });

  it('takes the call with it when nobody is left to talk to', () => {
    const left = { [caller]: 'left', [agent]: 'left' };
    expect(states(played({ kind: 'hangup', member: caller }))).toEqual(left);
    expect(states(played({ kind: 'hangup', member: agent }))).toEqual(left);
  });
});

it('leaves the call that it was given as it was', () => {
  played(start('cold_transfer', avery), pickedUp(avery));
  expect(states(fresh)).toEqual({ [caller]: 'live', [agent]: 'live' });
});
