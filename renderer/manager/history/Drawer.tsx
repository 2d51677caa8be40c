import type { RefObject } from 'react';

import { Icon } from '../../ui/Icon';
import { t } from '../../ui/texts';
import { Problem } from '../widgets/Problem';
import { AgentWordQuestion } from './AgentWordQuestion';
import { marks, nameOf, whenWords } from './attempt-words';
import { CopyActions } from './CopyActions';
import { Exchange } from './Exchange';
import { Facts } from './Facts';
import { Timing } from './Timing';
import type { ShownDetail } from './use-detail';

interface DrawerProps {
  readonly shown: ShownDetail;
  readonly language: string;
  readonly drawerRef: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** Everything about one transfer. */
export function Drawer({ shown, language, drawerRef, onClose }: DrawerProps) {
  const { attempt, detail, failure } = shown;
  const trace = detail?.trace ?? null;
  const { icon, className } = marks[attempt.outcome];
  return (
    <aside
      ref={drawerRef}
      className="drawer"
      aria-label={t('manager.history.drawer.label')}
      tabIndex={-1}
    >
      <header className="drawer__head">
        <span className={className}>
          <Icon name={icon} size={18} />
        </span>
        <div>
          <h2>
            {t('manager.history.drawer.title', {
              outcome: t(`outcomes.${attempt.outcome}`),
              who: `\u2068${nameOf(attempt.destination)}\u2069`,
            })}
          </h2>
          <p>{whenWords(attempt, Date.now(), language)}</p>
        </div>
        <button
          type="button"
          className="iconbtn"
          aria-label={t('manager.history.drawer.close')}
          aria-keyshortcuts="Escape"
          onClick={onClose}
        >
          <Icon name="x" />
        </button>
      </header>
      <div className="drawer__body" key={`body of ${attempt.id}`}>
        <Facts attempt={attempt} trace={trace} language={language} />
        {failure === null ? (
          <AgentWordQuestion attempt={attempt} onRecorded={() => drawerRef.current?.focus()} />
        ) : (
          <Problem text={failure} />
        )}
        {trace === null ? (
          failure === null ? (
            <p className="code__none">{t('manager.history.drawer.noRequest')}</p>
          ) : null
        ) : (
          <>
            <Exchange trace={trace} language={language} />
            <Timing trace={trace} language={language} />
          </>
        )}
      </div>
      {failure === null ? (
        <CopyActions
          key={`actions of ${attempt.id}`}
          attemptId={attempt.id}
          hasRequest={trace !== null}
        />
      ) : null}
    </aside>
  );
}
