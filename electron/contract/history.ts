import { z } from 'zod';

import { endedAttemptSchema, outcomes } from './transfer';

/** Longest text that the history is filtered by. */
export const maxFilterLength = 200;
/** Most rows that are handed over at once. */
export const maxHistoryRows = 200;

/** Which ended attempts the history shows; null or an empty text: any. */
export const historyFilterSchema = z.strictObject({
  /** Looked for in name, number, api_id and reason, without case and accents. */
  text: z.string().max(maxFilterLength),
  outcome: z.enum(outcomes).nullable(),
  lineId: z.string().max(64).nullable(),
  /** Epoch milliseconds of the start: from this one on. */
  from: z.number().nullable(),
  /** Epoch milliseconds of the start: before this one. */
  to: z.number().nullable(),
});
export type HistoryFilter = Readonly<z.infer<typeof historyFilterSchema>>;

/**
 * Where a page begins: at the newest (null), behind or before a row that was shown, or so many
 * rows below the newest, for a scroll bar that is dragged.
 */
export const historyCursorSchema = z
  .union([
    z.strictObject({ olderThan: z.number().int() }),
    z.strictObject({ newerThan: z.number().int() }),
    z.strictObject({ skip: z.number().int().nonnegative() }),
  ])
  .nullable();
export type HistoryCursor = Readonly<z.infer<typeof historyCursorSchema>>;

export const historyRowSchema = z.strictObject({
  /** The attempt's number, which rises in the order in which they were made. */
  seq: z.number().int(),
  attempt: endedAttemptSchema,
});
export type HistoryRow = Readonly<z.infer<typeof historyRowSchema>>;

export const historyPageSchema = z.strictObject({
  /** Newest first. */
  rows: z.array(historyRowSchema).max(1000),
  /** How many attempts of each outcome pass the filter when its own outcome is left aside. */
  counts: z.record(z.enum(outcomes), z.number().int().nonnegative()),
  /** How many pass the whole filter. */
  total: z.number().int().nonnegative(),
});
export type HistoryPage = Readonly<z.infer<typeof historyPageSchema>>;

/** A line that attempts were made on, under the name that it had last. */
export const historyLineSchema = z.strictObject({
  id: z.string().max(64),
  name: z.string().max(100),
});
export type HistoryLine = Readonly<z.infer<typeof historyLineSchema>>;

/** Milliseconds after the sending began at which a step was reached; null: it was not. */
const stepSchema = z.number().nullable();

const headersSchema = z.record(z.string(), z.string());

/**
 * What went over the wire in an attempt, for "what to hand to support": the request as it was
 * sent, the answer as it came, and when each step was reached.
 */
export const attemptTraceSchema = z.strictObject({
  request: z.strictObject({
    method: z.string(),
    /** Scheme, host, port and encoded path, as they were sent. */
    url: z.string(),
    headers: headersSchema,
    body: z.string().nullable(),
  }),
  answer: z
    .strictObject({
      status: z.number().int(),
      headers: headersSchema,
      /** Null where it was no text. */
      text: z.string().nullable(),
      /** The text is the beginning of a longer one. */
      truncated: z.boolean(),
    })
    .nullable(),
  /** The socket used; null: none was ready. */
  socket: z.enum(['fresh', 'opened-ahead', 'kept']).nullable(),
  steps: z.strictObject({
    resolved: stepSchema,
    connected: stepSchema,
    secured: stepSchema,
    handed: stepSchema,
    firstByte: stepSchema,
    complete: stepSchema,
  }),
  failure: z
    .strictObject({
      stage: z.string(),
      code: z.string(),
      proxyStatus: z.number().int().nullable(),
    })
    .nullable(),
});
export type AttemptTrace = z.infer<typeof attemptTraceSchema>;

/** An ended attempt with all that is known of it. */
export const attemptDetailSchema = z.strictObject({
  attempt: endedAttemptSchema,
  /** Null where none was kept: the attempt was cut off, cancelled, or is older than traces are. */
  trace: attemptTraceSchema.nullable(),
});
export type AttemptDetail = Readonly<z.infer<typeof attemptDetailSchema>>;

/** The disk or SQLite is in the way; `cause` in its own words. */
export const historyErrorSchema = z.strictObject({
  code: z.literal('history-unavailable'),
  cause: z.string().max(300),
});
export type HistoryError = z.infer<typeof historyErrorSchema>;

/** As what an attempt is put on the clipboard. None of them holds the token. */
export const copyForms = ['details', 'curl', 'postman'] as const;
export type CopyForm = (typeof copyForms)[number];

export const copyErrorSchema = z.discriminatedUnion('code', [
  historyErrorSchema,
  /** There is no such attempt any more. */
  z.strictObject({ code: z.literal('attempt-gone') }),
  /** No request was kept of it: it was cancelled, cut off, or never got to one. */
  z.strictObject({ code: z.literal('no-request') }),
]);
export type CopyError = z.infer<typeof copyErrorSchema>;

export const exportFormats = ['csv', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportErrorSchema = z.discriminatedUnion('code', [
  historyErrorSchema,
  /** The name ends neither in .csv nor in .json. */
  z.strictObject({ code: z.literal('export-extension') }),
  /** There is something at the name that is no plain file: a link, a folder, a device. */
  z.strictObject({ code: z.literal('export-no-plain-file') }),
  z.strictObject({ code: z.literal('export-failed'), cause: z.string().max(300) }),
]);
export type HistoryExportError = z.infer<typeof exportErrorSchema>;

/** What became of an export: where it lies, or that the person chose no file. */
export const exportResultSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('saved'),
    file: z.string().max(4096),
    attempts: z.number().int().nonnegative(),
  }),
  z.strictObject({ kind: z.literal('no-file-chosen') }),
]);
