import type { PopupState } from '../../electron/contract/popup';
import { unreachable } from '../../electron/contract/result';
import { t } from '../ui/texts';
import { currentReply, isUpToDate, type Compose } from './compose';
import { heldSentence } from './hold';
import { kioskSentence, lockSentence } from './kiosk/kiosk-copy';
import { noSignInCopy, noticeCopy } from './notice-copy';
import { titleOf } from './people';
import { endedBody } from './reason-copy';
import { answerSentence } from './reply-copy';
import type { Screen } from './screen';

/** Said of the list: what main answered to the text, or how many suggestions there are without one. */
export function listSentence(state: PopupState, compose: Compose): string {
  const reply = currentReply(compose);
  return reply === null ? openSentence(state) : answerSentence(state, compose, reply);
}

function openSentence(state: PopupState): string {
  const { kiosk } = state;
  if (kiosk !== null) return kioskSentence(state, kiosk);
  if (state.line.practice) return t('popup.said.practice');
  const { clipboard, favourites, recents } = state;
  const count = (clipboard === null ? 0 : 1) + favourites.length + recents.length;
  return t('popup.said.open', { count });
}

/** Said once when a screen appears, at `now` (epoch milliseconds): its title and its body. */
export function screenSentence(
  state: PopupState,
  compose: Compose,
  screen: Screen,
  now: number,
): string {
  const { language } = state;
  switch (screen.kind) {
    case 'list':
      // Of a text that was just put there, the answer to come says what it is.
      return isUpToDate(compose) ? listSentence(state, compose) : '';
    case 'connect': {
      if (state.kiosk === null) return `${t('popup.connect.title')} ${t('popup.connect.body')}`;
      const { title, body } = noSignInCopy();
      return `${title} ${body}`;
    }
    case 'pin':
    case 'unlocked':
      return lockSentence(screen.kind, state, now);
    case 'notice': {
      const { title, body } = noticeCopy(screen.failure, state);
      return /[.?]$/u.test(title) ? `${title} ${body}` : `${title}. ${body}`;
    }
    case 'held':
      return heldSentence(screen.phase);
    case 'sending':
      return t('popup.states.sending.said', { to: titleOf(screen.phase.destination) });
    case 'accepted':
      return `${t('popup.states.accepted.title')}. ${endedBody(screen.attempt, language, now)}`;
    case 'refused':
      return `${t('popup.states.refused.title')}. ${endedBody(screen.attempt, language, now)}`;
    case 'not-sent':
      return `${t('popup.states.notSent.title')} ${endedBody(screen.attempt, language, now)}`;
    case 'unknown':
      return t('popup.states.unknown.said', {
        body: endedBody(screen.attempt, language, now),
      });
    default:
      return unreachable(screen);
  }
}
