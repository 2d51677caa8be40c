import type { PopupState } from '../../electron/contract/popup';
import { t } from '../ui/texts';
import {
  failureActions,
  failureCopy,
  type FailureAction,
  type StartFailure,
} from './start-failure';

/** Ways to the settings, which a person at a kiosk does not have. */
const away: ReadonlySet<FailureAction> = new Set([
  'open-account',
  'open-lines',
  'session-only',
  'use-practice',
]);

/** What can be done about it here, the main one last. */
export function noticeActions(
  code: StartFailure['code'],
  { kiosk }: Pick<PopupState, 'kiosk'>,
): readonly FailureAction[] {
  const actions = failureActions(code);
  if (kiosk === null || !actions.some((action) => away.has(action))) return actions;
  return ['back', ...actions.filter((action) => !away.has(action) && action !== 'back')];
}

/** Title and body of the notice: on a kiosk, what leads to the settings is for the administrator. */
export function noticeCopy(
  failure: StartFailure,
  { kiosk, line, language }: Pick<PopupState, 'kiosk' | 'line' | 'language'>,
): { readonly title: string; readonly body: string } {
  const copy = failureCopy(failure, line.name, language);
  if (kiosk === null) return copy;
  const { code } = failure;
  if (code === 'credentials-absent') {
    const { title, body } = noSignInCopy();
    return { title, body: `${body} ${t('popup.kiosk.nothingSent')}` };
  }
  if (!failureActions(code).some((action) => away.has(action))) return copy;
  return { ...copy, body: `${copy.body} ${t('popup.kiosk.askAdministrator')}` };
}

/** Said at a kiosk of a line without a sign-in. */
export function noSignInCopy(): { readonly title: string; readonly body: string } {
  return { title: t('popup.kiosk.noSignIn.title'), body: t('popup.kiosk.noSignIn.body') };
}
