import { useEffect, useState } from 'react';

import type { CopyForm } from '../../../electron/contract/history';
import { bridge } from '../../ui/bridge';
import { Icon } from '../../ui/Icon';
import { t } from '../../ui/texts';
import type { FailureText } from '../failures';
import { announce } from '../store';
import { Problem, spoken } from '../widgets/Problem';
import { historyFailure } from './history-failures';

interface CopyActionsProps {
  readonly attemptId: string;
  /** Whether a request was kept, which a command can repeat. */
  readonly hasRequest: boolean;
}

/** Milliseconds for which a button says that it has copied. */
const saidMs = 2000;

/** Puts an attempt on the clipboard, in one of the forms that support or a program takes. */
export function CopyActions({ attemptId, hasRequest }: CopyActionsProps) {
  const [copied, setCopied] = useState<{ readonly form: CopyForm } | null>(null);
  const [failure, setFailure] = useState<FailureText | null>(null);

  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(() => setCopied(null), saidMs);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async (form: CopyForm) => {
    setFailure(null);
    const reply = await bridge.call('history:copy', { attemptId, form });
    if (reply.ok) {
      setCopied({ form });
      announce(t(`manager.history.copy.said.${form}`));
      return;
    }
    const text = historyFailure(reply.error);
    setFailure(text);
    announce(spoken(text));
  };

  const forms: readonly CopyForm[] = hasRequest ? ['curl', 'postman', 'details'] : ['details'];
  return (
    <footer className="drawer__foot">
      {failure === null ? null : <Problem text={failure} />}
      <div className="drawer__acts" role="group" aria-label={t('manager.history.copy.label')}>
        {forms.map((form) => {
          const isCopied = copied?.form === form;
          return (
            <button
              key={form}
              type="button"
              className={isCopied ? 'btn copy copy--done' : 'btn copy'}
              onClick={() => void copy(form)}
            >
              <Icon name={isCopied ? 'check' : 'copy'} />
              {/* Both words keep their place, so that nothing moves. */}
              <span className="copy__words">
                <span className={isCopied ? 'copy__word--off' : undefined}>
                  {t(`manager.history.copy.${form}`)}
                </span>
                <span className={isCopied ? undefined : 'copy__word--off'}>
                  {t('manager.history.copy.copied')}
                </span>
              </span>
            </button>
          );
        })}
      </div>
      {hasRequest ? <p>{t('manager.history.copy.note')}</p> : null}
    </footer>
  );
}
