import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  reasonCodes,
  reasonSchema,
  type EndedAttempt,
  type Outcome,
  type ReasonCode,
} from '../../../electron/contract/transfer';
import { outcomeOf, type Verdict } from '../../../electron/plivo/outcome';
import { screenSentence } from '../../../renderer/popup/announcements';
import { emptyCompose } from '../../../renderer/popup/compose';
import { cancelledCopy, reasonAdvice, reasonBody } from '../../../renderer/popup/reason-copy';
import { relayPlan } from '../../../renderer/popup/relay-plan';
import { screenOf } from '../../../renderer/popup/screen';
import { ended, idle } from '../popup/samples';
import { samples } from './evidence-arbitrary';
import { now } from './evidence-examples';

const runs = 5_000;

const verdictOf = (sample: { readonly evidence: Parameters<typeof outcomeOf>[0] }) =>
  outcomeOf(sample.evidence, now);

function attemptWith({ outcome, reason, status, apiId }: Verdict): EndedAttempt {
  return ended({ outcome, reason, status, apiId }).attempt;
}

/** An attempt that was taken back: no evidence leads there, because nothing was sent. */
const cancelledAttempts = fc
  .record({
    code: fc.constantFrom('undone', 'suspended', 'locked', 'line-switched', 'quit'),
    tookMs: fc.nat({ max: 10_000 }),
  })
  .map(({ code, tookMs }) => ended({ outcome: 'cancelled', reason: { code }, tookMs }).attempt);

/** Attempts of every outcome, as they really end. */
const endedAttempts = fc.oneof(
  { weight: 9, arbitrary: samples.map((sample) => attemptWith(verdictOf(sample))) },
  { weight: 1, arbitrary: cancelledAttempts },
);

/** Everything that the popup says of an ended attempt, on screen and aloud. */
function shownTexts(attempt: EndedAttempt): string {
  const state = { ...idle, phase: { kind: 'ended', attempt } } as const;
  const screen = screenOf(state, null);
  const strip = 'attempt' in screen ? relayPlan(screen).sentence : '';
  const inTheList = cancelledCopy(attempt, state.language);
  return [
    inTheList?.title ?? '',
    inTheList?.body ?? '',
    screenSentence(state, emptyCompose, screen, now),
    strip,
    reasonBody(attempt, state.language),
    ...reasonAdvice(attempt.reason).map(({ text }) => text),
  ].join('\n');
}

const claimsCallerIsThere = (text: string) => /still with you|still there/iu.test(text);

/** Codes that an outcome can have from evidence; the others come from elsewhere in Baton. */
const fromElsewhere = new Set<ReasonCode>([
  'undone',
  'suspended',
  'locked',
  'line-switched',
  'quit',
  'journal',
  'interrupted',
]);

describe('whatever the evidence', () => {
  it('the outcome is the one of the table', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        expect(verdictOf(sample).outcome).toBe(sample.outcome);
      }),
      { numRuns: runs },
    );
  });

  it('"accepted" needs a whole 2xx, and "not-sent" that nothing was handed over', () => {
    fc.assert(
      fc.property(samples, ({ evidence }) => {
        const { outcome, apiId, status } = outcomeOf(evidence, now);
        const { steps, failure } = evidence;
        expect(outcome === 'not-sent').toBe(steps.handed === null);
        const isWhole = steps.complete !== null && failure === null;
        const isGood = isWhole && Math.floor((status ?? 0) / 100) === 2;
        const isNamed = apiId !== null && /^[!-~]{1,200}$/u.test(apiId);
        expect(outcome !== 'accepted' || (isGood && isNamed)).toBe(true);
      }),
      { numRuns: runs },
    );
  });

  it('the popup says that the caller is still there if and only if nothing was sent', () => {
    fc.assert(
      fc.property(endedAttempts, (attempt) => {
        const wasSent = attempt.outcome !== 'not-sent' && attempt.outcome !== 'cancelled';
        expect(claimsCallerIsThere(shownTexts(attempt))).toBe(!wasSent);
      }),
      { numRuns: runs },
    );
  });

  it('the reason is one that the journal and the popup take, in plain text', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const { reason } = verdictOf(sample);
        expect(reasonSchema.safeParse(reason).success).toBe(true);
        expect(reason.plivoReason ?? '').not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: runs },
    );
  });

  it('every outcome and every reason is reached, each reason by one outcome', () => {
    const outcomesByReason = new Map<ReasonCode, Set<Outcome>>();
    for (const sample of fc.sample(samples, 4 * runs)) {
      const { outcome, reason } = verdictOf(sample);
      const outcomes = outcomesByReason.get(reason.code) ?? new Set();
      outcomesByReason.set(reason.code, outcomes.add(outcome));
    }
    const reached = [...outcomesByReason.keys()].toSorted();
    expect(reached).toEqual(reasonCodes.filter((code) => !fromElsewhere.has(code)).toSorted());
    for (const outcomes of outcomesByReason.values()) expect(outcomes.size).toBe(1);
  });
});
