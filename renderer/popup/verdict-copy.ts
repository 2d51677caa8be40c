import type { FieldVerdict } from '../../electron/contract/popup';
import { unreachable } from '../../electron/contract/result';
import { t } from '../ui/texts';

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
    case 'complete':
      return { word: t('popup.field.complete'), good: true };
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
    case 'complete':
      return null;
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
