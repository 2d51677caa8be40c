import type { ArtefactError, TakeError } from '../../../electron/contract/artefacts';
import { unreachable } from '../../../electron/contract/result';
import type { CallFailure } from '../../../electron/contract/schemas';
import { t } from '../../ui/texts';
import { credentialFailure, internalFailure, settingFailure, type FailureText } from '../failures';

/** What became of the pasted text; null: files were read. */
export type PastedText = 'kept' | 'cleared' | null;

/** Why a text or a file could not be read. */
export function readFailure(error: ArtefactError | CallFailure, pasted: PastedText): FailureText {
  switch (error.code) {
    case 'artefact-too-large':
    case 'too-many-artefacts':
    case 'preview-gone':
      return {
        title: t(`manager.bring.failures.${error.code}.title`),
        body: t(`manager.bring.failures.${error.code}.body`),
        todo: t(`manager.bring.failures.${error.code}.todo`),
      };
    case 'artefact-not-recognised': {
      const parts = [t('manager.bring.failures.artefact-not-recognised.body')];
      if (pasted !== null)
        parts.push(t(`manager.bring.failures.artefact-not-recognised.${pasted}`));
      return {
        title: t('manager.bring.failures.artefact-not-recognised.title'),
        body: parts.join(' '),
        todo: t('manager.bring.failures.artefact-not-recognised.todo'),
      };
    }
    case 'artefact-file':
      return {
        title: t('manager.bring.failures.file.title', { name: error.name }),
        body: t(`manager.bring.failures.files.${error.reason}.body`),
        todo: t(`manager.bring.failures.files.${error.reason}.todo`),
        ...(error.cause === undefined ? {} : { cause: `(${error.cause})` }),
      };
    case 'ipc-refused':
    case 'ipc-malformed':
    case 'ipc-internal':
      return internalFailure(error);
    default:
      return unreachable(error);
  }
}

type SettingsRefused = Extract<TakeError, { readonly code: 'settings-not-changed' }>;

/** The settings refused after something else was saved: which of it is, and which is not. */
function partlySaved({ saved, error }: SettingsRefused): FailureText {
  const failure = settingFailure(error);
  if (saved === 'nothing') return failure;
  return {
    title: t('manager.bring.failures.partly.title'),
    body: t(`manager.bring.failures.partly.${saved}`),
    todo: failure.todo,
    ...('cause' in error ? { cause: `(${error.cause})` } : {}),
  };
}

/** Why what was found was not taken, or not all of it. */
export function takeFailure(error: TakeError | CallFailure): FailureText {
  switch (error.code) {
    case 'preview-gone':
    case 'too-many-lines':
      return {
        title: t(`manager.bring.failures.${error.code}.title`),
        body: t(`manager.bring.failures.${error.code}.body`),
        todo: t(`manager.bring.failures.${error.code}.todo`),
      };
    case 'token-not-kept': {
      const failure = credentialFailure(error.error);
      return { ...failure, body: `${t('manager.bring.failures.nothingSaved')} ${failure.body}` };
    }
    case 'settings-not-changed':
      return partlySaved(error);
    case 'ipc-refused':
    case 'ipc-malformed':
    case 'ipc-internal':
      return internalFailure(error);
    default:
      return unreachable(error);
  }
}
