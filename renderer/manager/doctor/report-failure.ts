import type { ReportError } from '../../../electron/contract/doctor';
import { unreachable } from '../../../electron/contract/result';
import type { CallFailure } from '../../../electron/contract/schemas';
import { t } from '../../ui/texts';
import { internalFailure, type FailureText } from '../failures';

/** Why a report was not copied or saved, in its three parts. */
export function reportFailure(error: ReportError | CallFailure): FailureText {
  switch (error.code) {
    case 'export-failed':
      return {
        title: t('doctor.failures.export-failed.title'),
        body: t('doctor.failures.export-failed.body', { cause: error.cause }),
        todo: t('doctor.failures.export-failed.todo'),
      };
    case 'no-report':
    case 'export-no-plain-file':
      return {
        title: t(`doctor.failures.${error.code}.title`),
        body: t(`doctor.failures.${error.code}.body`),
        todo: t(`doctor.failures.${error.code}.todo`),
      };
    case 'ipc-refused':
    case 'ipc-malformed':
    case 'ipc-internal':
      return internalFailure(error);
    default:
      return unreachable(error);
  }
}
