import type { Notice } from '../../../electron/contract/notices';
import { Icon } from '../../ui/Icon';
import { t } from '../../ui/texts';
import type { Platform } from '../shortcuts/accelerator';
import { shortcutWord } from '../shortcuts/keycaps';
import { isKept, noticeFacts, noticeShortcut, type Fact } from './notice-facts';

interface NoticeListProps {
  readonly notices: readonly Notice[];
  readonly platform: Platform;
}

/** What the person must be told, on top of every page. */
export function NoticeList({ notices, platform }: NoticeListProps) {
  if (notices.length === 0) return null;
  return (
    <ul className="notices" aria-label={t('notices.heading')}>
      {notices.map((notice) => (
        <li key={JSON.stringify(notice)} className="problem problem--unsure">
          <span className="unsure">
            <Icon name="unsure" />
          </span>
          <div className="problem__text">
            <b>{titleOf(notice, platform)}</b>
            <p>{bodyOf(notice)}</p>
            <Facts facts={noticeFacts(notice)} />
            <p>
              <span className="problem__todo">{t('manager.whatToDo')}</span>{' '}
              {t(`notices.${notice.code}.todo`)}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function titleOf(notice: Notice, platform: Platform): string {
  const accelerator = noticeShortcut(notice);
  switch (notice.code) {
    case 'shortcut-taken':
    case 'shortcut-invalid':
      return accelerator === null
        ? t(`notices.${notice.code}.title`)
        : t(`notices.${notice.code}.titleNamed`, { shortcut: shortcutWord(accelerator, platform) });
    default:
      return t(`notices.${notice.code}.title`);
  }
}

function bodyOf(notice: Notice): string {
  switch (notice.code) {
    case 'config-unreadable':
    case 'config-malformed':
    case 'config-unsafe':
      return isKept(notice)
        ? t(`notices.${notice.code}.bodyKept`)
        : t(`notices.${notice.code}.body`);
    default:
      return t(`notices.${notice.code}.body`);
  }
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt>{t(`notices.facts.${fact.name}`)}</dt>
          <dd className={fact.name === 'file' || fact.name === 'aside' ? 'mono' : undefined}>
            {factText(fact)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function factText(fact: Fact): string {
  switch (fact.name) {
    case 'place':
      return fact.column === null
        ? t('notices.facts.placeLine', { line: fact.line })
        : t('notices.facts.placeValue', { line: fact.line, column: fact.column });
    case 'more':
      return t('notices.facts.moreValue', { count: fact.count });
    case 'error':
      return t(`credentials.errors.${fact.code}.title`);
    default:
      return fact.value;
  }
}
