import type { EndedAttempt, Reason } from '../../electron/contract/transfer';
import { reasonText } from '../ui/reason-text';
import { t } from '../ui/texts';
import { clockTime, otherDay } from './ages';
import type { AsideCopy } from './aside-copy';
import { took } from './durations';
import { linkedParts } from './linked-text';
import { shortTitleOf } from './people';

/** Where Plivo gives no Retry-After. */
const defaultWaitSeconds = 5;

/** What happened, in words. */
export function reasonBody(attempt: EndedAttempt, language: string): string {
  return reasonText(attempt, {
    to: shortTitleOf(attempt.destination),
    time: took(attempt.tookMs, language),
    clock: clockTime(attempt.startedAt, language),
  });
}

/** Milliseconds after which a question says which transfer it is about. */
const isOldMs = 60_000;

/**
 * The body of an ended attempt's screen. A question that was left open is asked later, perhaps
 * before another transfer: it then says when the one was that it is about. Times are epoch
 * milliseconds.
 */
export function endedBody(attempt: EndedAttempt, language: string, now: number): string {
  const { outcome, startedAt } = attempt;
  if (outcome !== 'unknown' || now - startedAt <= isOldMs) return reasonBody(attempt, language);
  const to = shortTitleOf(attempt.destination);
  const clock = clockTime(startedAt, language);
  const day = otherDay(startedAt, now, language);
  return day === null
    ? t('popup.states.unknown.earlier', { to, clock })
    : t('popup.states.unknown.earlierDay', { to, clock, day });
}

/** What is said of an attempt that was taken back. Null for an attempt that was not cancelled (docs/behaviour.md, "Outcomes"). */
export function cancelledCopy(attempt: EndedAttempt, language: string): AsideCopy | null {
  if (attempt.outcome !== 'cancelled') return null;
  return { title: t('popup.states.held.cancelled'), body: reasonBody(attempt, language) };
}

/** A piece of advice: plain text, or a link to a page of the settings. */
interface AdvicePart {
  readonly text: string;
  readonly page: 'account' | 'lines' | null;
}

/** What to do about it at a kiosk, where nothing leads to the settings. */
export function kioskAdvice(reason: Reason): string {
  // Nobody there can free the disk.
  if (reason.code === 'journal') return t('popup.kiosk.disk.advice');
  const parts = reasonAdvice(reason);
  const page = parts.find((part) => part.page !== null)?.page ?? null;
  return page === null ? parts.map(({ text }) => text).join('') : t(`popup.kiosk.advice.${page}`);
}

/** What to do about it, with the settings pages that it names as links. */
export function reasonAdvice({ code, retryAfterSeconds }: Reason): readonly AdvicePart[] {
  const advice = t(`reasons.${code}.todo`, { wait: retryAfterSeconds ?? defaultWaitSeconds });
  return linkedParts(advice).map(({ text, link }) => ({
    text,
    page: link === 'lines' || link === 'account' ? link : null,
  }));
}
