import type {
  CopyError,
  HistoryError,
  HistoryExportError,
} from '../../../electron/contract/history';
import { unreachable } from '../../../electron/contract/result';
import type { CallFailure, CallReply } from '../../../electron/contract/schemas';
import { t } from '../../ui/texts';
import { settingFailure, type FailureText } from '../failures';

type AnswerError = Extract<CallReply<'transfer:answer'>, { ok: false }>['error'];

/** An error of the history in its three parts. */
export function historyFailure(
  error: HistoryError | CopyError | HistoryExportError | AnswerError | CallFailure,
): FailureText {
  switch (error.code) {
    case 'history-unavailable':
    case 'export-failed':
    case 'not-recorded':
      return {
        title: t(`manager.history.failures.${error.code}.title`),
        body: t(`manager.history.failures.${error.code}.body`, { cause: error.cause }),
        todo: t(`manager.history.failures.${error.code}.todo`),
      };
    case 'attempt-gone':
    case 'no-request':
    case 'export-extension':
    case 'export-no-plain-file':
      return {
        title: t(`manager.history.failures.${error.code}.title`),
        body: t(`manager.history.failures.${error.code}.body`),
        todo: t(`manager.history.failures.${error.code}.todo`),
      };
    case 'ipc-refused':
    case 'ipc-malformed':
    case 'ipc-internal':
      return settingFailure(error);
    default:
      return unreachable(error);
  }
}
