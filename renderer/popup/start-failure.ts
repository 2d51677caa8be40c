import type { StartError } from '../../electron/contract/popup';
import { unreachable } from '../../electron/contract/result';
import type { CallFailure } from '../../electron/contract/schemas';
import type { Destination, Role } from '../../electron/contract/transfer';
import { t } from '../ui/texts';
import { wholeSeconds } from './durations';
import { shortTitleOf } from './people';

/** A transfer that main did not even attempt, with what is needed to try it again. */
export interface StartFailure {
  readonly code: StartError['code'] | 'internal';
  readonly cause: string | null;
  /** Whole seconds since Plivo accepted the same transfer, where that is the reason. */
  readonly secondsAgo: number | null;
  readonly destination: Destination;
  readonly role: Role;
  readonly lineId: string;
}

export type FailureAction =
  | 'back'
  | 'dont'
  | 'transfer-again'
  | 'retry'
  | 'open-account'
  | 'open-lines'
  | 'session-only'
  | 'use-practice';

export function failureCode(error: StartError | CallFailure): StartFailure['code'] {
  switch (error.code) {
    case 'ipc-refused':
    case 'ipc-malformed':
    case 'ipc-internal':
      return 'internal';
    default:
      return error.code;
  }
}

/** What can be done about it, the main one last: it has the focus and answers Enter. */
export function failureActions(code: StartFailure['code']): readonly FailureAction[] {
  switch (code) {
    case 'credentials-absent':
      return ['use-practice', 'open-account'];
    case 'credentials-locked':
    case 'credentials-file':
      return ['open-account', 'retry'];
    case 'credentials-unavailable':
      return ['session-only', 'retry'];
    case 'line-incomplete':
    case 'no-line':
      return ['back', 'open-lines'];
    case 'practice-unavailable':
      return ['back', 'retry'];
    case 'repeat':
      return ['transfer-again', 'dont'];
    case 'busy':
    case 'address-not-callable':
    case 'line-changed':
    case 'own-address':
    case 'emergency':
    case 'denied':
    case 'not-allowed':
    case 'not-in-directory':
    case 'open-question':
    case 'internal':
      return ['back'];
    default:
      return unreachable(code);
  }
}

export function actionLabel(action: FailureAction): string {
  switch (action) {
    case 'back':
      return t('popup.actions.back');
    case 'dont':
      return t('popup.actions.dont');
    case 'transfer-again':
      return t('popup.actions.transferAgain');
    case 'retry':
      return t('popup.actions.tryAgain');
    case 'open-account':
      return t('popup.actions.openAccount');
    case 'open-lines':
      return t('popup.actions.openLines');
    case 'session-only':
      return t('popup.actions.sessionOnly');
    case 'use-practice':
      return t('popup.actions.usePractice');
    default:
      return unreachable(action);
  }
}

/** The key that is printed on the main action. Enter presses it in any case, as it has the focus. */
export function actionKey(action: FailureAction): 'Enter' | 'Esc' {
  return action === 'dont' ? 'Esc' : 'Enter';
}

/** Title and body of the notice. Nothing was sent in any of these cases but `internal`, which does not claim it. */
export function failureCopy(
  failure: StartFailure,
  lineName: string,
  language: string,
): { readonly title: string; readonly body: string } {
  const { code, cause, destination } = failure;
  const title = t(`startErrors.${code}.title`, { to: shortTitleOf(destination) });
  const body =
    code === 'repeat'
      ? repeatBody(failure, language)
      : t(`startErrors.${code}.body`, { line: lineName });
  return { title, body: cause === null ? body : `${body} (${cause})` };
}

function repeatBody({ secondsAgo }: StartFailure, language: string): string {
  if (secondsAgo === null || secondsAgo < 1) return t('startErrors.repeat.bodyNow');
  return t('startErrors.repeat.body', { time: wholeSeconds(secondsAgo, language) });
}
