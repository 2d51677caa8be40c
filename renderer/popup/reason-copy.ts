import type { EndedAttempt, Reason } from '../../electron/contract/transfer';
import { t } from '../ui/texts';
import { clockTime, otherDay } from './ages';
import { took } from './durations';
import { shortTitleOf } from './people';

/** Codes whose text can quote Plivo. */
const quoting = ['http-400', 'http-4xx', 'error-in-2xx'] as const;
type QuotingCode = (typeof quoting)[number];
const isQuoting = (code: Reason['code']): code is QuotingCode =>
  quoting.some((known) => known === code);

/** Where Plivo gives no Retry-After. */
const defaultWaitSeconds = 5;

const sentence = (words: string) => (/[.!?…]$/u.test(words) ? words : `${words}.`);

/** What happened, in words. */
export function reasonBody(attempt: EndedAttempt, language: string): string {
  const { reason } = attempt;
  const values = {
    to: shortTitleOf(attempt.destination),
    status: reason.status ?? attempt.status ?? '',
    time: took(attempt.tookMs, language),
    clock: clockTime(attempt.startedAt, language),
  };
  const words = reason.plivoReason?.trim() ?? '';
  if (isQuoting(reason.code) && words !== '') {
    return t(`reasons.${reason.code}.bodyWithWords`, { ...values, words: sentence(words) });
  }
  return t(`reasons.${reason.code}.body`, values);
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

/** A piece of advice: plain text, or a link to a page of the settings. */
interface AdvicePart {
  readonly text: string;
  readonly page: 'account' | 'lines' | null;
}

/** What to do about it, with the settings pages that it names as links. */
export function reasonAdvice({ code, retryAfterSeconds }: Reason): readonly AdvicePart[] {
  const advice = t(`reasons.${code}.todo`, { wait: retryAfterSeconds ?? defaultWaitSeconds });
  const parts: AdvicePart[] = [];
  let end = 0;
  for (const link of advice.matchAll(/<(account|lines)>(.*?)<\/\1>/gu)) {
    parts.push({ text: advice.slice(end, link.index), page: null });
    parts.push({ text: link[2] ?? '', page: link[1] === 'lines' ? 'lines' : 'account' });
    end = link.index + link[0].length;
  }
  parts.push({ text: advice.slice(end), page: null });
  return parts.filter((part) => part.text !== '');
}
