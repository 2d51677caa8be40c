import type { ConnectionTest } from '../../../electron/contract/manager';
import { t } from '../../ui/texts';
import { credentialFailure, settingFailure, type FailureText } from '../failures';
import { checkedAt } from './checked-at';
import { testReason } from './test-reason';

/** A finished test in words. */
export type TestOutcome =
  | { readonly kind: 'works'; readonly title: string; readonly detail: string }
  | { readonly kind: 'problem'; readonly text: FailureText; readonly detail: string | null };

function when(at: number, now: number, language: string): string {
  const moment = checkedAt(at, now, language);
  return moment.day === 'earlier'
    ? t('manager.account.test.when.earlier', { date: moment.date, time: moment.time })
    : t(`manager.account.test.when.${moment.day}`, { time: moment.time });
}

/** `result` null: main refused the call itself. `now` in epoch milliseconds. */
export function testOutcome(
  result: ConnectionTest | null,
  now: number,
  language: string,
): TestOutcome {
  if (result === null) {
    return { kind: 'problem', text: settingFailure({ code: 'ipc-internal' }), detail: null };
  }
  switch (result.kind) {
    case 'works':
      return {
        kind: 'works',
        title: t('manager.account.test.works'),
        detail: t('manager.account.test.took', {
          ms: Math.round(result.tookMs),
          when: when(result.at, now, language),
        }),
      };
    case 'refused':
    case 'unreachable': {
      const { title, text } = testReason(result.reason);
      const { status, retryAfterSeconds, plivoReason } = result.reason;
      const body = t(`manager.account.test.reasons.${text}.body`, { status: status ?? '?' });
      return {
        kind: 'problem',
        text: {
          title: t(`manager.account.test.titles.${title}`),
          body,
          todo: t(`manager.account.test.reasons.${text}.todo`, { wait: retryAfterSeconds ?? 0 }),
          ...(plivoReason === undefined
            ? {}
            : { cause: t('manager.account.test.plivoSaid', { words: plivoReason }) }),
        },
        detail: t('manager.account.test.checked', { when: when(result.at, now, language) }),
      };
    }
    case 'no-credentials':
      return { kind: 'problem', text: credentialFailure(result.error), detail: null };
  }
}
