import type { Destination, EndedAttempt, Outcome } from '../../../electron/contract/transfer';
import type { IconName } from '../../ui/icon-drawings';
import { reasonText } from '../../ui/reason-text';
import { t } from '../../ui/texts';
import { daysAgo } from './day';
import { clockTime, fullDate, seconds, shortDate } from './formats';

/** The mark that stands with an outcome's word. */
export const marks: Record<Outcome, { readonly icon: IconName; readonly className: string }> = {
  accepted: { icon: 'ok', className: 'ok' },
  refused: { icon: 'bad', className: 'bad' },
  'not-sent': { icon: 'bad', className: 'bad' },
  unknown: { icon: 'unsure', className: 'unsure' },
  cancelled: { icon: 'x', className: 'quiet' },
};

/** The name, or the address where there is none. */
export const nameOf = ({ name, display }: Destination): string => name ?? display;

/** How long an attempt that a crash cut off took, nobody knows. */
export const tookKnown = ({ reason }: EndedAttempt): boolean => reason.code !== 'interrupted';

/** "0.6 s". */
export const tookWords = ({ tookMs }: EndedAttempt, language: string): string =>
  t('manager.history.seconds', { n: seconds(tookMs, language) });

/** The day of an attempt in the table: "Today", "Yesterday", "Nov 20". Times are epoch milliseconds. */
export function dayWords(at: number, now: number, language: string): string {
  const days = daysAgo(at, now);
  if (days === 0) return t('manager.history.today');
  return days === 1 ? t('manager.history.yesterday') : shortDate(at, now, language);
}

/** When an attempt was made and how long it took: "Today at 14:30:08, took 0.6 s". */
export function whenWords(attempt: EndedAttempt, now: number, language: string): string {
  const at = attempt.startedAt;
  const days = daysAgo(at, now);
  const time = clockTime(at, language);
  const when =
    days === 0
      ? t('manager.history.when.today', { time })
      : days === 1
        ? t('manager.history.when.yesterday', { time })
        : t('manager.history.when.earlier', { date: fullDate(at, language), time });
  return tookKnown(attempt)
    ? t('manager.history.when.took', { when, took: tookWords(attempt, language) })
    : when;
}

/** Why an attempt ended as it did, in words; null where its outcome says it all. */
export function reasonWords(attempt: EndedAttempt, language: string): string | null {
  if (attempt.reason.code === 'accepted') return null;
  return reasonText(attempt, {
    to: nameOf(attempt.destination),
    time: tookWords(attempt, language),
    clock: clockTime(attempt.startedAt, language),
  });
}
