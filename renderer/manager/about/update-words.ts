import type { Language } from '../../../electron/contract/languages';
import { unreachable } from '../../../electron/contract/result';
import type { RestartError, UpdateState } from '../../../electron/contract/updates';
import type { CallFailure } from '../../../electron/contract/schemas';
import { t } from '../../ui/texts';
import { internalFailure, type FailureText } from '../failures';
import { momentText } from '../moment-text';

/** Where the updates stand, in a sentence. `now` is epoch milliseconds. */
export function updateSentence(state: UpdateState, now: number, language: Language): string {
  switch (state.kind) {
    case 'off':
      return t('manager.updates.states.off');
    case 'unavailable':
      return t(`manager.updates.unavailable.${state.why}`);
    case 'checking':
      return t('manager.updates.states.checking');
    case 'current':
      return t('manager.updates.states.current', { when: momentText(state.at, now, language) });
    case 'downloading':
      return t('manager.updates.states.downloading', { version: state.version });
    case 'ready':
      return t('manager.updates.states.ready', { version: state.version });
    case 'failed':
      return t('manager.updates.states.failed', {
        when: momentText(state.at, now, language),
        cause: state.cause,
      });
    default:
      return unreachable(state);
  }
}

/** Why Baton did not restart. */
export function restartFailure(error: RestartError | CallFailure): FailureText {
  switch (error.code) {
    case 'busy':
    case 'nothing-ready':
      return {
        title: t(`manager.updates.refused.${error.code}.title`),
        body: t(`manager.updates.refused.${error.code}.body`),
        todo: t(`manager.updates.refused.${error.code}.todo`),
      };
    case 'ipc-refused':
    case 'ipc-malformed':
    case 'ipc-internal':
      return internalFailure(error);
    default:
      return unreachable(error);
  }
}
