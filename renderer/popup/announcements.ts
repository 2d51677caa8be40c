import type { PopupState } from '../../electron/contract/popup';
import { unreachable } from '../../electron/contract/result';
import { t } from '../ui/texts';
import { roleFor, target } from './choice';
import { currentReply, isUpToDate, type Compose } from './compose';
import { heldSentence } from './hold';
import { titleOf } from './people';
import { endedBody } from './reason-copy';
import type { Screen } from './screen';
import { failureCopy } from './start-failure';
import { fieldAdvice, fieldState } from './verdict-copy';

/** Said when main has answered what was typed: validity, or how many matches. */
export function replySentence(state: PopupState, compose: Compose): string {
  const reply = currentReply(compose);
  if (reply === null) return openSentence(state);
  const chosen = target(state, compose);
  switch (reply.verdict.kind) {
    case 'complete': {
      const { destination } = reply.verdict;
      const role = t(`roles.${roleFor(state, compose, destination)}`).toLowerCase();
      return destination.country === null
        ? t('popup.said.completePlain', { role })
        : t('popup.said.completeNumber', { country: destination.country, role });
    }
    case 'search': {
      const count = reply.suggestions.length;
      if (count === 0) return t('popup.said.noMatch', { text: compose.text.trim() });
      const matches = `${t('popup.list.matches', { count })}.`;
      return chosen === null
        ? matches
        : `${matches} ${t('popup.said.selected', { name: titleOf(chosen) })}`;
    }
    case 'empty':
    case 'too-short':
    case 'too-long':
    case 'not-callable':
      return whyNot(compose);
    default:
      return unreachable(reply.verdict);
  }
}

/** Said after Enter where nobody is chosen: why nothing happens, and what would help. */
export function whyNot(compose: Compose): string {
  const reply = currentReply(compose);
  if (reply === null) return t('popup.said.nothingSelected');
  const { verdict, suggestions } = reply;
  if (verdict.kind === 'search' && suggestions.length === 0) {
    return t('popup.said.noMatch', { text: compose.text.trim() });
  }
  const word = fieldState(verdict)?.word;
  const advice = fieldAdvice(verdict);
  if (word === undefined || advice === null) return t('popup.said.nothingSelected');
  return `${word}. ${advice}`;
}

function openSentence(state: PopupState): string {
  if (state.line.practice) return t('popup.said.practice');
  const count = state.favourites.length + state.recents.length;
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
      return isUpToDate(compose) ? replySentence(state, compose) : '';
    case 'connect':
      return `${t('popup.connect.title')} ${t('popup.connect.body')}`;
    case 'notice': {
      const { title, body } = failureCopy(screen.failure, state.line.name, language);
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
