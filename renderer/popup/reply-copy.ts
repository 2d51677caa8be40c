import type {
  FieldVerdict,
  LookAlike,
  PopupState,
  QueryReply,
} from '../../electron/contract/popup';
import type { Destination } from '../../electron/contract/transfer';
import { t } from '../ui/texts';
import { roleFor, target } from './choice';
import { currentReply, type Compose } from './compose';
import { isSip, shortTitleOf, titleOf } from './people';
import { fieldAdvice, fieldState } from './verdict-copy';

const listed = (parts: readonly (string | null)[]) =>
  parts.filter((part) => part !== null && part !== '').join(', ');

/** "1,204 matches", as the language counts and writes numbers. */
export function matchCount(count: number, language: string): string {
  return t('popup.list.matches', { count, n: new Intl.NumberFormat(language).format(count) });
}

/** What is warned of where a typed number is nearly the one of a favourite or recent. */
export function nearlyCopy(destination: Destination): string {
  const { name, display } = destination;
  // A number is never broken into two lines.
  if (name === null)
    return t('popup.list.nearlyNumber', { number: display.replaceAll(' ', '\u00A0') });
  return t('popup.list.nearly', { name: shortTitleOf(destination) });
}

/** Whose an address is that was typed or found, where it is, and as what they join. */
function readBack(state: PopupState, compose: Compose, verdict: Complete): string {
  const { destination, withinText } = verdict;
  const role = t(`rolesInSentence.${roleFor(state, compose, destination)}`);
  const { name, country, display } = destination;
  if (withinText) {
    return t('popup.said.found', { who: listed([display, name, country]), role });
  }
  const who = listed([name, country]);
  if (who === '') return t('popup.said.completePlain', { role });
  return isSip(destination)
    ? t('popup.said.completeAddress', { who, role })
    : t('popup.said.completeNumber', { who, role });
}

type Complete = Extract<FieldVerdict, { kind: 'complete' }>;

function completeSentence(
  state: PopupState,
  compose: Compose,
  verdict: Complete,
  lookAlikes: readonly LookAlike[],
): string {
  const nearly = lookAlikes.find(({ warn }) => warn)?.destination ?? null;
  return [
    readBack(state, compose, verdict),
    ...(verdict.knownRange ? [] : [`${t('popup.list.unknownRange')}.`]),
    ...(nearly === null ? [] : [t('popup.said.warning', { text: nearlyCopy(nearly) })]),
  ].join(' ');
}

function noMatchSentence({ directory, kiosk }: PopupState, text: string): string {
  // At a kiosk nobody adds people.
  return directory === 'empty' && kiosk === null
    ? t('popup.said.noMatchEmpty', { text })
    : t('popup.said.noMatch', { text });
}

/** Said after Enter where nobody is chosen: why nothing happens, and what would help. */
export function whyNot(state: PopupState, compose: Compose): string {
  const reply = currentReply(compose);
  if (reply === null) return t('popup.said.nothingSelected');
  const { verdict, suggestions } = reply;
  if (verdict.kind === 'search' && suggestions.length === 0) {
    return noMatchSentence(state, compose.text.trim());
  }
  const word = fieldState(verdict)?.word;
  const advice = fieldAdvice(verdict);
  if (word === undefined || advice === null) return t('popup.said.nothingSelected');
  return `${word}. ${advice}`;
}

/** Said when main has answered what was typed: validity, or how many matches. */
export function answerSentence(state: PopupState, compose: Compose, reply: QueryReply): string {
  const { verdict } = reply;
  if (verdict.kind === 'complete' && verdict.refusal === null) {
    return completeSentence(state, compose, verdict, reply.lookAlikes);
  }
  if (reply.suggestions.length === 0) return whyNot(state, compose);
  const matches = `${matchCount(reply.matches, state.language)}.`;
  // Part of a number or an extension finds people, too, though it is no number yet.
  if (verdict.kind === 'too-short') return `${whyNot(state, compose)} ${matches}`;
  if (verdict.kind !== 'search') return whyNot(state, compose);
  const chosen = target(state, compose);
  if (chosen === null) return matches;
  const selected = t('popup.said.selected', { name: titleOf(chosen) });
  return `${matches} ${selected}`;
}
