import { useMemo, type ReactNode } from 'react';

import type { AttemptTrace } from '../../../electron/contract/history';
import { t } from '../../ui/texts';
import { milliseconds } from './formats';
import { layOutJson } from './json-text';

interface ExchangeProps {
  readonly trace: AttemptTrace;
  readonly language: string;
}

/** The request as it was sent and the response as it came. */
export function Exchange({ trace, language }: ExchangeProps) {
  const { request, answer, steps } = trace;
  return (
    <>
      <Side
        title={t('manager.history.drawer.request')}
        label={t('manager.history.drawer.requestText')}
        after={steps.handed}
        never={t('manager.history.drawer.notSent')}
        headers={request.headers}
        language={language}
      >
        <span className="code__line">
          <b>{request.method}</b> {request.url}
        </span>
        {request.body === null ? null : <Body text={request.body} />}
      </Side>
      {answer === null ? (
        <section className="code">
          <div className="code__head">
            <h3>{t('manager.history.drawer.answer')}</h3>
          </div>
          <p className="code__none">{t('manager.history.drawer.noAnswer')}</p>
        </section>
      ) : (
        <Side
          title={t('manager.history.drawer.answer')}
          label={t('manager.history.drawer.answerText')}
          after={steps.complete ?? steps.firstByte}
          headers={answer.headers}
          language={language}
        >
          <span className="code__line">
            <b>{answer.status}</b>
          </span>
          {answer.text === null ? (
            <span className="code__note">{t('manager.history.drawer.noText')}</span>
          ) : (
            <Body text={answer.text} />
          )}
          {answer.truncated ? (
            <span className="code__note">{`\n${t('manager.history.drawer.cut')}`}</span>
          ) : null}
        </Side>
      )}
    </>
  );
}

interface SideProps {
  readonly title: string;
  readonly label: string;
  /** Milliseconds after the sending began; null: it never came to that. */
  readonly after: number | null;
  /** What is said then. */
  readonly never?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly language: string;
  readonly children: ReactNode;
}

function Side({ title, label, after, never, headers, language, children }: SideProps) {
  const names = Object.entries(headers);
  return (
    <section className="code">
      <div className="code__head">
        <h3>{title}</h3>
        <span>
          {after === null
            ? never
            : t('manager.history.drawer.after', {
                ms: t('manager.history.milliseconds', { n: milliseconds(after, language) }),
              })}
        </span>
      </div>
      {/* It can be scrolled and copied from by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} role="group" aria-label={label} dir="ltr">
        {children}
      </pre>
      {names.length === 0 ? null : (
        <details className="code__more">
          <summary>{t('manager.history.drawer.headers', { count: names.length })}</summary>
          <pre dir="ltr">
            {names.map(([name, value]) => (
              <span key={name} className="code__line">
                <span className="k">{name}</span>: {value}
              </span>
            ))}
          </pre>
        </details>
      )}
    </section>
  );
}

const looks = { key: 'k', string: 's', literal: 's', mark: undefined, space: undefined } as const;

function Body({ text }: { readonly text: string }) {
  const pieces = useMemo(() => layOutJson(text), [text]);
  if (pieces === null) return text;
  return pieces.map(({ kind, text: piece }, index) => (
    <span key={index} className={looks[kind]}>
      {piece}
    </span>
  ));
}
