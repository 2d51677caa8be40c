import { z } from 'zod';

import type { AttemptTrace } from '../contract/history';
import type { AgentWord } from '../contract/transfer';
import { storableTrace } from './journal-trace';
import type { Ending, RunningAttempt } from './machine';

/**
 * What the chain's entries say. The schemas are as wide as the columns of the first journals, which
 * anybody could change into nonsense: the chain covers what it found there, and judges nothing.
 */
const intentBodySchema = z.object({
  startedAt: z.number(),
  lineId: z.string(),
  lineName: z.string(),
  address: z.string(),
  display: z.string(),
  name: z.string().nullable(),
  role: z.string(),
});

const outcomeBodySchema = z.object({
  outcome: z.string(),
  endedAt: z.number().nullable(),
  status: z.number().nullable(),
  apiId: z.string().nullable(),
  reason: z.unknown(),
  tookMs: z.number().nullable(),
  trace: z.unknown(),
});

const wordBodySchema = z.object({ word: z.string() });

const removedBodySchema = z.object({
  why: z.enum(['retention', 'cleared']),
  /** The last entry that was removed: everything up to it is gone. */
  throughSeq: z.number().int(),
  /** Its hash, which the first entry that is left follows. */
  throughHash: z.string(),
  /** Attempts that went with it. */
  attempts: z.number().int(),
});

export type IntentBody = z.infer<typeof intentBodySchema>;
export type OutcomeBody = z.infer<typeof outcomeBodySchema>;
export type RemovedBody = z.infer<typeof removedBodySchema>;

/** One entry of the chain, before it has its place in it. */
export type Entry =
  | { readonly kind: 'intent'; readonly attemptId: string; readonly body: IntentBody }
  | { readonly kind: 'outcome'; readonly attemptId: string; readonly body: OutcomeBody }
  | { readonly kind: 'word'; readonly attemptId: string; readonly body: { readonly word: string } }
  | { readonly kind: 'removed'; readonly attemptId: null; readonly body: RemovedBody };

export type IntentEntry = Entry & { readonly kind: 'intent' };
export type OutcomeEntry = Entry & { readonly kind: 'outcome' };
export type WordEntry = Entry & { readonly kind: 'word' };

const entrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('intent'), attemptId: z.string(), body: intentBodySchema }),
  z.object({ kind: z.literal('outcome'), attemptId: z.string(), body: outcomeBodySchema }),
  z.object({ kind: z.literal('word'), attemptId: z.string(), body: wordBodySchema }),
  z.object({ kind: z.literal('removed'), attemptId: z.null(), body: removedBodySchema }),
]);

/** An entry as its row has it; null where that says nothing that Baton writes. */
export function readEntry(row: {
  readonly kind: string;
  readonly attempt_id: string | null;
  readonly body: string;
}): Entry | null {
  const body = jsonOf(row.body);
  const read = entrySchema.safeParse({ kind: row.kind, attemptId: row.attempt_id, body });
  return read.success ? read.data : null;
}

/** The value of a JSON text; a text that is no JSON stands for itself. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * A text as SQLite gives it back: it stores UTF-8, in which half a surrogate pair has no form, and
 * what follows a NUL is not read again.
 */
const storable = (text: string) =>
  Buffer.from(text, 'utf8').toString('utf8').replaceAll('\0', '\uFFFD');

export function intentEntry(intent: RunningAttempt): IntentEntry {
  const { destination } = intent;
  return {
    kind: 'intent',
    attemptId: intent.id,
    body: {
      startedAt: Math.round(intent.startedAt),
      lineId: storable(intent.lineId),
      lineName: storable(intent.lineName),
      address: storable(destination.address),
      display: storable(destination.display),
      name: destination.name === null ? null : storable(destination.name),
      role: intent.role,
    },
  };
}

export function outcomeEntry(
  attemptId: string,
  ending: Ending & { readonly endedAt: number },
  trace: AttemptTrace | null,
): OutcomeEntry {
  return {
    kind: 'outcome',
    attemptId,
    body: {
      outcome: ending.outcome,
      endedAt: Math.round(ending.endedAt),
      status: ending.status,
      apiId: ending.apiId === null ? null : storable(ending.apiId),
      reason: ending.reason,
      tookMs: Math.round(ending.tookMs),
      trace: trace && storableTrace(trace),
    },
  };
}

/** What is said of an attempt that a crash or power loss cut off: nobody knows more. */
export function interruptedEntry(attemptId: string): OutcomeEntry {
  return {
    kind: 'outcome',
    attemptId,
    body: {
      outcome: 'unknown',
      endedAt: null,
      status: null,
      apiId: null,
      reason: { code: 'interrupted' },
      tookMs: null,
      trace: null,
    },
  };
}

export const wordEntry = (attemptId: string, word: AgentWord): WordEntry => ({
  kind: 'word',
  attemptId,
  body: { word },
});
