import type { EndedAttempt, ReasonCode } from '../../electron/contract/transfer';
import { t } from './texts';

/** Codes whose text can quote Plivo. */
const quoting = ['http-400', 'http-4xx', 'error-in-2xx'] as const;
type QuotingCode = (typeof quoting)[number];
const isQuoting = (code: ReasonCode): code is QuotingCode =>
  quoting.some((known) => known === code);

const sentence = (words: string) => (/[.!?…]$/u.test(words) ? words : `${words}.`);

/** How a window writes what the sentence is filled with. */
interface Written {
  readonly to: string;
  /** How long it took. */
  readonly time: string;
  /** When it was made. */
  readonly clock: string;
}

/** Why an attempt ended as it did, in words; Plivo's own are quoted where the text can. */
export function reasonText({ reason, status }: EndedAttempt, written: Written): string {
  const values = { ...written, status: reason.status ?? status ?? '' };
  const words = reason.plivoReason?.trim() ?? '';
  if (isQuoting(reason.code) && words !== '') {
    return t(`reasons.${reason.code}.bodyWithWords`, { ...values, words: sentence(words) });
  }
  return t(`reasons.${reason.code}.body`, values);
}
