import { z } from 'zod';

/** What the person added by a transfer is in the multi-party call (Plivo's `role` field). */
export const roles = ['agent', 'customer'] as const;
export type Role = (typeof roles)[number];

/** How an attempt ended; docs/behaviour.md, "Outcomes", says which evidence leads to which. */
export const outcomes = ['cancelled', 'not-sent', 'refused', 'accepted', 'unknown'] as const;
export type Outcome = (typeof outcomes)[number];

/** What the agent said of an attempt afterwards. */
export const agentWords = ['still-on-call', 'caller-gone'] as const;
export type AgentWord = (typeof agentWords)[number];

/**
 * Why an attempt ended as it did. The code chooses the text (`reasons.<code>` in texts/);
 * the parameters fill it. Grouped by the outcome that they lead to.
 */
export const reasonCodes = [
  // cancelled: nothing was sent
  'undone',
  'suspended',
  'locked',
  'line-switched',
  'quit',
  // not-sent: failed before the first byte of the request could leave
  'dns',
  'connection-refused',
  'connect-timeout',
  'connection-lost',
  'offline',
  'tls-expired',
  'tls-untrusted',
  'tls-name',
  'tls',
  'proxy-unreachable',
  'proxy-refused',
  'proxy-auth',
  'ca-file',
  'journal',
  // refused: a complete answer that says no
  'http-400',
  'http-401',
  'http-403',
  'http-404',
  'http-429',
  'http-4xx',
  'error-in-2xx',
  // accepted
  'accepted',
  // unknown: the first byte may have left and no complete, clear answer came
  'lost-after-sending',
  'answer-timeout',
  'http-408',
  'http-5xx',
  'http-unexpected',
  'answer-unreadable',
  'interrupted',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export const reasonSchema = z.strictObject({
  code: z.enum(reasonCodes),
  /** HTTP status, where a status line came. */
  status: z.number().int().optional(),
  /** Plivo's own words: plain text, at most 300 characters. */
  plivoReason: z.string().max(300).optional(),
  /** Seconds to wait, from Retry-After. */
  retryAfterSeconds: z.number().int().nonnegative().optional(),
  /** Name of the technical cause, such as ECONNREFUSED; for details and logs. */
  cause: z.string().max(100).optional(),
});
export type Reason = z.infer<typeof reasonSchema>;

/** Somebody a caller can be handed to, as a row of the popup shows them. */
export const destinationSchema = z.strictObject({
  /** Canonical address: E.164 with plus, or `sip:user@host`. */
  address: z.string().max(256),
  /** The address as a person reads it: "+1 415 555 0134". */
  display: z.string().max(300),
  name: z.string().max(200).nullable(),
  /** Team, department, or what the practice destination rehearses. */
  note: z.string().max(200).nullable(),
  /** Country in words where the address is a number that has one. */
  country: z.string().max(100).nullable(),
  /** A default role of its own, which goes before the line's. */
  role: z.enum(roles).nullable(),
});
export type Destination = z.infer<typeof destinationSchema>;

/** An attempt that has ended, as the popup shows it. Times are epoch milliseconds. */
export const endedAttemptSchema = z.strictObject({
  id: z.string().max(64),
  lineId: z.string().max(64),
  lineName: z.string().max(100),
  destination: destinationSchema,
  role: z.enum(roles),
  startedAt: z.number(),
  /** Milliseconds from the sending to the outcome; of a cancelled one, from Enter. */
  tookMs: z.number().nonnegative(),
  outcome: z.enum(outcomes),
  reason: reasonSchema,
  status: z.number().int().nullable(),
  apiId: z.string().max(200).nullable(),
  agentWord: z.enum(agentWords).nullable(),
});
export type EndedAttempt = z.infer<typeof endedAttemptSchema>;

/** Where the attempt of the moment stands; `compose` when there is none. */
export const phaseSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('compose') }),
  /** The hold-back: nothing is sent yet, and Esc takes it back. Times are epoch milliseconds. */
  z.strictObject({
    kind: z.literal('held'),
    attemptId: z.string().max(64),
    destination: destinationSchema,
    role: z.enum(roles),
    startedAt: z.number(),
    /** Length of the hold-back, counted from `startedAt`. */
    holdMs: z.number().nonnegative(),
  }),
  z.strictObject({
    kind: z.literal('sending'),
    attemptId: z.string().max(64),
    destination: destinationSchema,
    role: z.enum(roles),
    startedAt: z.number(),
  }),
  z.strictObject({ kind: z.literal('ended'), attempt: endedAttemptSchema }),
]);
export type Phase = z.infer<typeof phaseSchema>;
