import type { PracticeMember } from '../contract/popup';
import { err, ok, unreachable, type Result } from '../contract/result';
import type { Role } from '../contract/transfer';

/** One person's part of the multi-party call. Addresses are canonical (`canonicalAddress`). */
interface Leg {
  readonly part: PracticeMember['part'];
  readonly address: string;
  readonly role: Role;
  readonly state: PracticeMember['state'];
  /** Epoch milliseconds of the last change of state. */
  readonly since: number;
}

/** A multi-party call as plain data. A leg that has left stays, so that a window can show it. */
export interface LiveCall {
  readonly legs: readonly Leg[];
  /** A warm transfer under way: the initiator talks to the target while the caller is on hold. */
  readonly consultation: { readonly initiator: string; readonly target: string } | null;
}

export const nodeActions = ['cold_transfer', 'warm_transfer', 'call'] as const;
type NodeAction = (typeof nodeActions)[number];

export const memberActions = [
  'abort_transfer',
  'hold',
  'unhold',
  'hangup',
  'resume_call',
  'voicemail_drop',
] as const;
type MemberAction = (typeof memberActions)[number];

export type CallEvent =
  | {
      readonly kind: NodeAction;
      readonly to: string;
      readonly role: Role;
      readonly triggerSource: string;
    }
  | { readonly kind: MemberAction; readonly member: string }
  | { readonly kind: 'picked-up'; readonly address: string };

/** Why the call did not take an event; it is then as it was. */
export type CallRefusal =
  | { readonly code: 'not-on-call'; readonly address: string }
  | { readonly code: 'not-an-agent'; readonly address: string }
  | { readonly code: 'already-on-call'; readonly address: string }
  | { readonly code: 'not-while'; readonly address: string; readonly state: Leg['state'] }
  | { readonly code: 'transfer-under-way' }
  | { readonly code: 'no-transfer'; readonly address: string }
  | { readonly code: 'call-full' };

type Step = Result<LiveCall, CallRefusal>;

/** As many legs as a window takes (`practiceCallSchema`). */
const maxLegs = 50;

/** A call that has just begun: the caller talks to the agent. `now` in epoch milliseconds. */
export function newCall(caller: string, agent: string, now: number): LiveCall {
  return {
    legs: [
      { part: 'caller', address: caller, role: 'customer', state: 'live', since: now },
      { part: 'agent', address: agent, role: 'agent', state: 'live', since: now },
    ],
    consultation: null,
  };
}

/**
 * The call after an event at `now` (epoch milliseconds), or why it refuses it. Cold transfer, call
 * and abort follow Plivo's pages; the member actions that no page describes do what their name says.
 */
export function afterEvent(call: LiveCall, event: CallEvent, now: number): Step {
  switch (event.kind) {
    case 'cold_transfer':
    case 'warm_transfer':
    case 'call':
      return join(call, event.kind, event.to, event.role, event.triggerSource, now);
    case 'abort_transfer':
      return abortTransfer(call, event.member, now);
    case 'hold':
      return onLeg(call, event.member, ['live', 'held'], () =>
        set(call, event.member, 'held', now),
      );
    case 'unhold':
      return onLeg(call, event.member, ['live', 'held'], () =>
        set(call, event.member, 'live', now),
      );
    case 'hangup':
    case 'voicemail_drop':
      return onLeg(call, event.member, ['live', 'held', 'ringing'], () =>
        leave(call, event.member, now),
      );
    case 'resume_call':
      return onLeg(call, event.member, ['live', 'held'], () =>
        call.consultation?.initiator === event.member
          ? endConsultation(call, now)
          : set(call, event.member, 'live', now),
      );
    case 'picked-up':
      return onLeg(call, event.address, ['ringing'], () => set(call, event.address, 'live', now));
    default:
      return unreachable(event);
  }
}

/** Whether somebody is, or is being rung to be, on the call under this address. */
function onCall(call: LiveCall, address: string): Leg | undefined {
  return call.legs.find((leg) => leg.address === address && leg.state !== 'left');
}

function onLeg(
  call: LiveCall,
  address: string,
  states: readonly Leg['state'][],
  step: () => LiveCall,
): Step {
  const leg = onCall(call, address);
  if (leg === undefined) return err({ code: 'not-on-call', address });
  if (!states.includes(leg.state)) return err({ code: 'not-while', address, state: leg.state });
  return ok(step());
}

function join(
  call: LiveCall,
  kind: NodeAction,
  to: string,
  role: Role,
  triggerSource: string,
  now: number,
): Step {
  const trigger = onCall(call, triggerSource);
  if (trigger === undefined) return err({ code: 'not-on-call', address: triggerSource });
  if (trigger.part === 'caller') return err({ code: 'not-an-agent', address: triggerSource });
  if (trigger.state === 'ringing') {
    return err({ code: 'not-while', address: triggerSource, state: 'ringing' });
  }
  if (onCall(call, to) !== undefined) return err({ code: 'already-on-call', address: to });
  if (kind === 'warm_transfer' && call.consultation !== null) {
    return err({ code: 'transfer-under-way' });
  }
  const joined = ring(call, to, role, now);
  if (!joined.ok) return joined;
  switch (kind) {
    case 'call':
      return joined;
    case 'cold_transfer':
      return ok(leave(joined.value, triggerSource, now));
    case 'warm_transfer':
      return ok({
        ...setCallers(joined.value, 'held', now),
        consultation: { initiator: triggerSource, target: to },
      });
    default:
      return unreachable(kind);
  }
}

/** Rings `to`. Somebody who was here before comes back as the part that they had. */
function ring(call: LiveCall, to: string, role: Role, now: number): Step {
  const before = call.legs.find((leg) => leg.address === to);
  let others = call.legs.filter((leg) => leg !== before);
  if (others.length >= maxLegs) {
    const oldest = others.find((leg) => leg.part === 'colleague' && leg.state === 'left');
    if (oldest === undefined) return err({ code: 'call-full' });
    others = others.filter((leg) => leg !== oldest);
  }
  const part = before?.part ?? 'colleague';
  const leg: Leg = { part, address: to, role, state: 'ringing', since: now };
  return ok({ ...call, legs: [...others, leg] });
}

function abortTransfer(call: LiveCall, member: string, now: number): Step {
  if (onCall(call, member) === undefined) return err({ code: 'not-on-call', address: member });
  const { consultation } = call;
  if (consultation?.initiator !== member) return err({ code: 'no-transfer', address: member });
  return ok(leave(call, consultation.target, now));
}

/** A leg ends; with it a transfer that it was part of, and a call that nobody shares any more. */
function leave(call: LiveCall, address: string, now: number): LiveCall {
  const { consultation } = call;
  const left = set(call, address, 'left', now);
  const settled =
    consultation?.initiator === address || consultation?.target === address
      ? endConsultation(left, now)
      : left;
  const present = settled.legs.filter((leg) => leg.state !== 'left');
  const shared =
    present.some((leg) => leg.part === 'caller') && present.some((leg) => leg.part !== 'caller');
  if (shared) return settled;
  return present.reduce((ending, leg) => set(ending, leg.address, 'left', now), settled);
}

function endConsultation(call: LiveCall, now: number): LiveCall {
  return { ...setCallers(call, 'live', now), consultation: null };
}

function setCallers(call: LiveCall, state: 'live' | 'held', now: number): LiveCall {
  const present = call.legs.filter((leg) => leg.part === 'caller' && leg.state !== 'left');
  return present.reduce((changed, leg) => set(changed, leg.address, state, now), call);
}

function set(call: LiveCall, address: string, state: Leg['state'], now: number): LiveCall {
  return {
    ...call,
    legs: call.legs.map((leg) =>
      leg.address === address && leg.state !== state ? { ...leg, state, since: now } : leg,
    ),
  };
}
