import type { StartError } from '../../electron/contract/popup';
import { unreachable } from '../../electron/contract/result';
import type { CallFailure } from '../../electron/contract/schemas';
import type { Destination, Role } from '../../electron/contract/transfer';
import { t } from '../ui/texts';

/** A transfer that main did not even attempt, with what is needed to try it again. */
export interface StartFailure {
  readonly code: StartError['code'] | 'internal';
  readonly cause: string | null;
  readonly destination: Destination;
  readonly role: Role;
}

export type FailureAction =
  | 'back'
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
      return ['open-account', 'retry'];
    case 'credentials-unavailable':
      return ['session-only', 'retry'];
    case 'line-incomplete':
    case 'no-line':
      return ['back', 'open-lines'];
    case 'practice-unavailable':
      return ['back', 'retry'];
    case 'busy':
    case 'address-not-callable':
    case 'line-changed':
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

/** Title and body of the notice. Nothing was sent in any of these cases but `internal`, which does not claim it. */
export function failureCopy(
  failure: StartFailure,
  lineName: string,
): { readonly title: string; readonly body: string } {
  const body = t(`startErrors.${failure.code}.body`, { line: lineName });
  return {
    title: t(`startErrors.${failure.code}.title`),
    body: failure.cause === null ? body : `${body} (${failure.cause})`,
  };
}
