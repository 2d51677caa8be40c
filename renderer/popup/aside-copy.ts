import type { OpeningRemark } from '../../electron/contract/popup';
import { unreachable } from '../../electron/contract/result';
import { t } from '../ui/texts';

/** What is said below the list, where it has no screen of its own. */
export interface AsideCopy {
  readonly title: string;
  readonly body: string;
}

/** What is said of the command line or link that opened the popup; `inUse`: name of the line. */
export function openingCopy(remark: OpeningRemark, inUse: string): AsideCopy {
  switch (remark.code) {
    case 'link-unreadable':
      return { title: t('popup.opened.link.title'), body: t('popup.opened.link.body') };
    case 'line-unknown':
      return {
        title: t('popup.opened.line.title', { line: remark.line }),
        body: t('popup.opened.line.body', { inUse }),
      };
    case 'line-fixed':
      return {
        title: t('popup.lineErrors.setting-enforced'),
        body: t('popup.opened.line.body', { inUse }),
      };
    default:
      return unreachable(remark);
  }
}
