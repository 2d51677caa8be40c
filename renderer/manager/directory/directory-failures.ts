import type { DirectoryError, DirectoryFileError } from '../../../electron/contract/directory';
import { unreachable } from '../../../electron/contract/result';
import type { CallFailure } from '../../../electron/contract/schemas';
import { t } from '../../ui/texts';
import { internalFailure, type FailureText } from '../failures';

/** Why a file could not be taken, with the place and the system's word for it where there are any. */
export function fileFailure({ code, line, cause }: DirectoryFileError): FailureText {
  const details = [
    ...(line === undefined ? [] : [t('manager.directory.failures.atLine', { line })]),
    ...(cause === undefined ? [] : [cause]),
  ];
  return {
    title: t(`manager.directory.failures.${code}.title`),
    body: t(`manager.directory.failures.${code}.body`),
    todo: t(`manager.directory.failures.${code}.todo`),
    ...(details.length === 0 ? {} : { cause: `(${details.join(', ')})` }),
  };
}

export function directoryFailure(error: DirectoryError | CallFailure): FailureText {
  switch (error.code) {
    case 'file':
      return fileFailure(error.error);
    case 'preview-gone':
    case 'source-gone':
      return {
        title: t(`manager.directory.failures.${error.code}.title`),
        body: t(`manager.directory.failures.${error.code}.body`),
        todo: t(`manager.directory.failures.${error.code}.todo`),
      };
    case 'directory-unwritable':
    case 'directory-unavailable':
      return {
        title: t(`manager.directory.failures.${error.code}.title`),
        body: t(`manager.directory.failures.${error.code}.body`, { cause: error.cause }),
        todo: t(`manager.directory.failures.${error.code}.todo`),
      };
    case 'ipc-refused':
    case 'ipc-malformed':
    case 'ipc-internal':
      return internalFailure(error);
    default:
      return unreachable(error);
  }
}
