import type { PracticeCall, PracticeMember } from '../../electron/contract/popup';
import type { Destination } from '../../electron/contract/transfer';
import { t } from '../ui/texts';
import { minutesAndSeconds } from './durations';
import {
  caller as callerNode,
  leg,
  taker,
  you,
  type RelayLeg,
  type RelayNode,
  type RelayPlan,
} from './relay-plan';

/** The practice call as the strip shows it; here everything is known. */
interface PracticePlan extends RelayPlan {
  /** Why the call can't be transferred again; null while it can. */
  readonly overNote: string | null;
}

const inCall = (member: PracticeMember | undefined) =>
  member?.state === 'live' || member?.state === 'held';

/** The colleague of the moment: the one whose state changed last among those who have not left. */
function presentColleague({ members }: PracticeCall): PracticeMember | undefined {
  return members
    .filter((member) => member.part === 'colleague' && member.state !== 'left')
    .reduce<PracticeMember | undefined>(
      (last, member) => (last === undefined || member.since > last.since ? member : last),
      undefined,
    );
}

function memberNote(member: PracticeMember | undefined): string {
  switch (member?.state) {
    case 'live':
      return t('popup.practice.talking');
    case 'held':
      return t('popup.practice.held');
    case 'ringing':
      return t('popup.practice.ringing');
    case 'left':
    case undefined:
      return t('popup.practice.left');
  }
}

/** How long two have been talking to each other: since the later of them joined or came back. */
function liveCaption(a: PracticeMember, b: PracticeMember, now: number): string {
  const time = minutesAndSeconds(now - Math.max(a.since, b.since));
  return t('popup.practice.live', { time });
}

function destinationOf(member: PracticeMember): Destination {
  const { address, display, name } = member;
  return { address, display, name, note: null, country: null, role: null };
}

function sentenceOf(
  caller: PracticeMember | undefined,
  agent: PracticeMember | undefined,
  colleague: PracticeMember | undefined,
): string {
  if (!inCall(caller)) return t('popup.practice.over');
  const name = colleague?.name ?? colleague?.display ?? '';
  if (inCall(colleague)) return t('popup.practice.withColleague', { name });
  if (colleague !== undefined) return t('popup.practice.ringingColleague', { name });
  if (!inCall(agent)) return t('popup.practice.alone');
  return caller?.state === 'held' ? t('popup.practice.heldCall') : t('popup.practice.withYou');
}

/**
 * The strip of the practice call: caller, you, and who takes it. `chosen` is whom Enter would
 * transfer to; `now` is epoch milliseconds.
 */
export function practicePlan(
  call: PracticeCall,
  chosen: Destination | null,
  now: number,
): PracticePlan {
  const caller = call.members.find((member) => member.part === 'caller');
  const agent = call.members.find((member) => member.part === 'agent');
  const colleague = presentColleague(call);
  const callerIn = inCall(caller);
  const agentIn = inCall(agent);

  return {
    tone: 'practice',
    sentence: sentenceOf(caller, agent, colleague),
    overNote: !callerIn
      ? t('popup.practice.callerLeft')
      : agentIn
        ? null
        : t('popup.practice.youLeft'),
    nodes: [
      callerNode(
        callerIn ? 'on' : 'gone',
        callerIn ? (caller?.name ?? t('popup.practice.callerName')) : t('popup.practice.left'),
      ),
      you(agentIn ? 'on' : 'gone', memberNote(agent)),
      takerNode(colleague, chosen),
    ],
    legs: [
      firstLeg(caller, agent, now),
      secondLeg(callerIn ? caller : undefined, colleague, chosen, now),
    ],
  };
}

function takerNode(colleague: PracticeMember | undefined, chosen: Destination | null): RelayNode {
  if (colleague !== undefined) {
    const look = inCall(colleague) ? 'on' : 'wait';
    return taker(destinationOf(colleague), look, memberNote(colleague));
  }
  if (chosen !== null) return taker(chosen, 'wait', t('popup.practice.next'));
  const label = t('popup.practice.whoTakesIt');
  return { who: null, look: 'wait', label, note: t('popup.practice.yourChoice') };
}

function firstLeg(
  caller: PracticeMember | undefined,
  agent: PracticeMember | undefined,
  now: number,
): RelayLeg {
  if (caller === undefined || agent === undefined) return leg('cut');
  if (!inCall(caller) || !inCall(agent)) return leg('cut');
  if (caller.state === 'held') return leg('idle', { caption: t('popup.practice.held') });
  return leg('live', { caption: liveCaption(caller, agent, now) });
}

function secondLeg(
  caller: PracticeMember | undefined,
  colleague: PracticeMember | undefined,
  chosen: Destination | null,
  now: number,
): RelayLeg {
  if (colleague === undefined) {
    return leg('next', chosen === null ? {} : { caption: t('popup.practice.next') });
  }
  if (colleague.state === 'ringing') return leg('next', { caption: t('popup.practice.ringing') });
  if (caller === undefined) return leg('cut');
  return leg('live', { caption: liveCaption(caller, colleague, now) });
}
