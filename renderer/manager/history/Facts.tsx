import type { ReactNode } from 'react';

import type { AttemptTrace } from '../../../electron/contract/history';
import type { EndedAttempt } from '../../../electron/contract/transfer';
import { t } from '../../ui/texts';
import { reasonWords } from './attempt-words';
import { triggerSourceOf } from './trigger-source';

interface FactsProps {
  readonly attempt: EndedAttempt;
  readonly trace: AttemptTrace | null;
  readonly language: string;
}

/** The technical cause, in the words of the runtime; null where there is none. */
function causeOf({ reason }: EndedAttempt, trace: AttemptTrace | null): string | null {
  const failure = trace?.failure ?? null;
  const cause = failure === null ? reason.cause : `${failure.stage}, ${failure.code}`;
  if (cause === undefined) return null;
  const status = failure?.proxyStatus ?? null;
  return status === null ? cause : t('manager.history.drawer.proxyStatus', { cause, status });
}

/** What there is to know of a transfer besides the exchange. */
export function Facts({ attempt, trace, language }: FactsProps) {
  const source = triggerSourceOf(trace?.request.body ?? null);
  const { destination, lineName, role, agentWord } = attempt;
  const reason = reasonWords(attempt, language);
  const cause = causeOf(attempt, trace);
  return (
    <dl className="about-transfer">
      <Fact label={t('manager.history.drawer.number')}>
        <bdi className="num about-transfer__address">{destination.display}</bdi>
      </Fact>
      <Fact label={t('manager.history.drawer.from')}>
        {source === null
          ? lineName
          : t('manager.history.drawer.fromLine', { source: isolated(source), line: lineName })}
      </Fact>
      <Fact label={t('manager.history.drawer.joinsAs')}>{t(`roles.${role}`)}</Fact>
      {reason === null ? null : <Fact label={t('manager.history.drawer.reason')}>{reason}</Fact>}
      {cause === null ? null : (
        <Fact label={t('manager.history.drawer.cause')}>
          <bdi className="mono">{cause}</bdi>
        </Fact>
      )}
      {agentWord === null ? null : (
        <Fact label={t('manager.history.drawer.word')}>
          {t(`manager.history.drawer.words.${agentWord}`)}
        </Fact>
      )}
    </dl>
  );
}

/** A number inside a sentence of any direction: between Unicode's first-strong isolates. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
