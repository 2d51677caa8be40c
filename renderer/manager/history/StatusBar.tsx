import { memo } from 'react';

import type { HistoryPage } from '../../../electron/contract/history';
import type { Outcome as OutcomeKind } from '../../../electron/contract/transfer';
import { t } from '../../ui/texts';
import { ClearHistory } from './ClearHistory';
import { fullDate, number } from './formats';
import { rangeOf, type DayChoice } from './day';
import { sumOf } from './history-state';
import type { Message } from './MessageStrip';
import { Outcome } from './Outcome';

interface StatusBarProps {
  /** How many there are of each outcome; null: not known yet. */
  readonly counts: HistoryPage['counts'] | null;
  /** The days that they are of. */
  readonly day: DayChoice;
  /** There is nothing at all, whatever the filter. */
  readonly isEmpty: boolean;
  readonly historyDays: number;
  readonly language: string;
  readonly isCovered: boolean;
  readonly onMessage: (message: Message | null) => void;
}

/** From what is wanted to what is not. */
const order: readonly OutcomeKind[] = ['accepted', 'refused', 'not-sent', 'unknown', 'cancelled'];

/** How many there are of what, and for how long they are kept. */
export const StatusBar = memo(function StatusBar(props: StatusBarProps) {
  const { counts, day, isEmpty, historyDays: days, language, isCovered, onMessage } = props;
  return (
    <footer
      className="status"
      role="group"
      aria-label={t('manager.history.status.label')}
      inert={isCovered}
    >
      {counts === null ? null : (
        <>
          <span>{attemptsWords(counts, day, language)}</span>
          {order
            .filter((outcome) => counts[outcome] > 0)
            .map((outcome) => (
              <Outcome key={outcome} outcome={outcome}>
                {t(`manager.history.status.outcomes.${outcome}`, {
                  n: number(counts[outcome], language),
                })}
              </Outcome>
            ))}
        </>
      )}
      <span className="status__end">
        <span>{t('manager.history.status.kept', { count: days, n: number(days, language) })}</span>
        <ClearHistory isEmpty={isEmpty} onMessage={onMessage} />
      </span>
    </footer>
  );
});

function attemptsWords(counts: HistoryPage['counts'], day: DayChoice, language: string): string {
  const count = sumOf(counts);
  const { from } = rangeOf(day, Date.now());
  return t(`manager.history.status.attempts.${day.kind}`, {
    count,
    n: number(count, language),
    date: from === null ? '' : fullDate(from, language),
  });
}
