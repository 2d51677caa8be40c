import type { FieldVerdict } from '../../electron/contract/popup';
import { unreachable } from '../../electron/contract/result';
import { t } from '../ui/texts';
import { shortTitleOf } from './people';

interface FieldState {
  readonly word: string;
  readonly good: boolean;
}

/** The word at the right of the field, where there is something to say. */
export function fieldState(verdict: FieldVerdict): FieldState | null {
  switch (verdict.kind) {
    case 'empty':
    case 'search':
      return null;
    case 'complete': {
      const { refusal } = verdict;
      if (refusal === null) return { word: t('popup.field.complete'), good: true };
      const word =
        refusal === 'own-address' ? t('popup.field.ownNumber') : t('popup.field.notAllowed');
      return { word, good: false };
    }
    case 'too-short':
      return { word: t('popup.field.tooShort'), good: false };
    case 'too-long':
      return { word: t('popup.field.tooLong'), good: false };
    case 'not-callable':
      return {
        word:
          verdict.why === 'sip'
            ? t('popup.field.notCallableAddress')
            : t('popup.field.notCallable'),
        good: false,
      };
    default:
      return unreachable(verdict);
  }
}

/** Why Enter does nothing with this text, and what would help. */
export function fieldAdvice(verdict: FieldVerdict): string | null {
  switch (verdict.kind) {
    case 'empty':
    case 'search':
      return null;
    case 'complete': {
      const { refusal, destination } = verdict;
      if (refusal === null) return null;
      const title = t(`startErrors.${refusal}.title`, { to: shortTitleOf(destination) });
      return `${title}. ${t(`startErrors.${refusal}.body`)}`;
    }
    case 'too-short':
      return t('popup.field.shortAdvice');
    case 'too-long':
      return t('popup.field.longAdvice');
    case 'not-callable':
      return t(`popup.field.why.${verdict.why}`);
    default:
      return unreachable(verdict);
  }
}
