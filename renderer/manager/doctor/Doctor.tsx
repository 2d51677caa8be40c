import { useEffect, useRef, useState } from 'react';

import type { CheckId, CheckView } from '../../../electron/contract/doctor';
import { Button } from '../../ui/Button';
import { t } from '../../ui/texts';
import { openRoute } from '../connect';
import { MessageStrip, type Message } from '../history/MessageStrip';
import type { PageProps } from '../page';
import { Problem } from '../widgets/Problem';
import { summaryOf, type Reader } from './check-words';
import { CheckRow } from './CheckRow';
import { ReportActions } from './ReportActions';
import { StateMark } from './StateMark';
import { useCheckUp } from './use-check-up';

const groups = {
  baton: ['versions', 'settings', 'journal', 'shortcut'],
  computer: ['disk', 'keychain', 'display', 'tray'],
  plivo: ['proxy', 'dns', 'tls', 'clock', 'plivo'],
} as const satisfies Readonly<Record<string, readonly CheckId[]>>;

const groupNames = ['baton', 'computer', 'plivo'] as const;

/** The check-up: everything that Baton needs, looked at. It has the window to itself. */
export function Doctor({ state }: PageProps) {
  const reader: Reader = { language: state.language, platform: state.platform };
  const { checkUp, failure, run, stop, skip } = useCheckUp(reader);
  const [message, setMessage] = useState<Message | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const main = useRef<HTMLButtonElement>(null);
  const isRunning = checkUp?.running ?? failure === null;

  useEffect(() => heading.current?.focus(), []);

  const begin = () => {
    setMessage(null);
    run();
  };
  const end = () => {
    // The button that asked for it goes; the one in its place takes the focus.
    main.current?.focus();
    stop();
  };

  return (
    <main className="doctor">
      <div className="doctor__body">
        <header className="doctor__top">
          <div>
            <h1 ref={heading} tabIndex={-1}>
              {t('doctor.title')}
            </h1>
            <p className="doctor__lede">{t('doctor.lede')}</p>
          </div>
          <div className="doctor__acts">
            <Button
              ref={main}
              look={isRunning ? 'plain' : 'primary'}
              onPress={isRunning ? end : begin}
            >
              {t(isRunning ? 'doctor.actions.stop' : 'doctor.actions.run')}
            </Button>
            <Button onPress={() => void openRoute('about')}>{t('doctor.actions.back')}</Button>
          </div>
        </header>
        {message === null ? null : (
          <MessageStrip message={message} onDismiss={() => setMessage(null)} />
        )}
        {/* The list scrolls, so it can be reached and scrolled by keys. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className="doctor__list" tabIndex={0} role="region" aria-label={t('doctor.title')}>
          {failure === null ? null : <Problem text={failure} />}
          {checkUp === null ? null : (
            <p className="doctor__summary">
              <StateMark state={summaryOf(checkUp).state} />
              <b>{summaryOf(checkUp).text}</b>
            </p>
          )}
          {groupNames.map((name) => (
            <Checks
              key={name}
              title={t(`doctor.groups.${name}`)}
              views={groups[name].flatMap(
                (id) => checkUp?.checks.find((view) => view.id === id) ?? [],
              )}
              reader={reader}
              onSkip={skip}
            />
          ))}
        </div>
        <footer className="doctor__foot">
          <p id="report-note">{t('doctor.note')}</p>
          <ReportActions isReady={checkUp !== null && !isRunning} onMessage={setMessage} />
        </footer>
      </div>
    </main>
  );
}

interface ChecksProps {
  readonly title: string;
  readonly views: readonly CheckView[];
  readonly reader: Reader;
  readonly onSkip: () => void;
}

function Checks({ title, views, reader, onSkip }: ChecksProps) {
  if (views.length === 0) return null;
  return (
    <section className="group">
      <h2>{title}</h2>
      <ul className="card checks" aria-label={title}>
        {views.map((view) => (
          <CheckRow key={view.id} view={view} reader={reader} onSkip={onSkip} />
        ))}
      </ul>
    </section>
  );
}
