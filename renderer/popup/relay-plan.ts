import { unreachable } from '../../electron/contract/result';
import type { Destination } from '../../electron/contract/transfer';
import { t } from '../ui/texts';
import { titleOf } from './people';
import type { Screen } from './screen';

/** Somebody on the strip. `on`: known to be on the call; `wait`: not known or next; `gone`: known not to be. */
export interface RelayNode {
  readonly who: 'caller' | 'you' | Destination | null;
  readonly look: 'on' | 'wait' | 'gone';
  readonly label: string;
  readonly note: string;
}

/**
 * Between two of them. `live`: solid, known; `open`: dotted, not known; `next`: dashed with an
 * arrow; `cut`: dashed with a cross; `doubt`: dotted with a question mark where `sign` is set.
 */
export interface RelayLeg {
  readonly look: 'live' | 'open' | 'next' | 'idle' | 'cut' | 'doubt';
  readonly sign: boolean;
  /** The baton travels on it: handed to Plivo. */
  readonly baton: boolean;
  readonly caption: string | null;
}

/** Where the caller is, as the strip shows it, and the plain sentence that says the same. */
export interface RelayPlan {
  readonly tone: 'plain' | 'ok' | 'doubt' | 'practice';
  readonly sentence: string;
  readonly nodes: readonly [RelayNode, RelayNode, RelayNode];
  readonly legs: readonly [RelayLeg, RelayLeg];
}

export const leg = (look: RelayLeg['look'], more: Partial<RelayLeg> = {}): RelayLeg => ({
  look,
  sign: false,
  baton: false,
  caption: null,
  ...more,
});

export const caller = (look: RelayNode['look'], note: string): RelayNode => ({
  who: 'caller',
  look,
  label: t('popup.relay.caller'),
  note,
});

export const you = (look: RelayNode['look'], note: string): RelayNode => ({
  who: 'you',
  look,
  label: t('popup.relay.you'),
  note,
});

export const taker = (
  destination: Destination,
  look: RelayNode['look'],
  note = destination.note ?? '',
): RelayNode => ({ who: destination, look, label: titleOf(destination), note });

type StripScreen = Extract<
  Screen,
  { kind: 'held' | 'sending' | 'accepted' | 'refused' | 'not-sent' | 'unknown' }
>;

/** docs/behaviour.md: a ring and a solid leg claim that somebody is on the call, so doubt has neither. */
export function relayPlan(screen: StripScreen): RelayPlan {
  switch (screen.kind) {
    case 'held': {
      const { destination } = screen.phase;
      return {
        tone: 'plain',
        sentence: t('popup.relay.withYouNext', { to: titleOf(destination) }),
        nodes: [
          caller('on', t('popup.relay.withYou')),
          you('on', t('popup.relay.onTheCall')),
          taker(destination, 'wait', t('popup.relay.next')),
        ],
        legs: [leg('live'), leg('next')],
      };
    }
    case 'sending':
      return {
        tone: 'plain',
        sentence: t('popup.relay.sending'),
        nodes: [caller('wait', ''), you('wait', ''), taker(screen.phase.destination, 'wait')],
        legs: [leg('open'), leg('idle', { baton: true })],
      };
    case 'accepted': {
      const { destination } = screen.attempt;
      return {
        tone: 'ok',
        sentence: t('popup.relay.accepted', { to: titleOf(destination) }),
        nodes: [
          caller('wait', ''),
          you('wait', t('popup.relay.leaving')),
          taker(destination, 'wait'),
        ],
        legs: [leg('open'), leg('idle', { baton: true })],
      };
    }
    case 'refused':
      return {
        tone: 'plain',
        sentence: t('popup.relay.notMoved'),
        nodes: [
          caller('wait', ''),
          you('wait', t('popup.relay.checkYourLine')),
          taker(screen.attempt.destination, 'gone', t('popup.relay.refused')),
        ],
        legs: [leg('open'), leg('cut', { sign: true })],
      };
    case 'not-sent':
      return {
        tone: 'plain',
        sentence: t('popup.relay.stillWithYou'),
        nodes: [
          caller('on', t('popup.relay.withYou')),
          you('on', t('popup.relay.onTheCall')),
          taker(screen.attempt.destination, 'gone', t('popup.relay.notReached')),
        ],
        legs: [leg('live'), leg('cut', { sign: true })],
      };
    case 'unknown':
      return {
        tone: 'doubt',
        sentence: t('popup.relay.notKnown'),
        nodes: [
          caller('wait', ''),
          you('wait', t('popup.relay.checkYourLine')),
          taker(screen.attempt.destination, 'wait'),
        ],
        legs: [leg('doubt'), leg('doubt', { sign: true })],
      };
    default:
      return unreachable(screen);
  }
}
