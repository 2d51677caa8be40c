import { z } from 'zod';

/** Milliseconds after Enter at which a step was reached; null: it was not. */
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

/** Bytes of UTF-8 that are kept of each body; every answer of the API is far below. */
export const maxTraceBytes = 4096;

/** Headers that carry or may carry a secret. They are never written to disk. */
const secretHeaders = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie']);

const withoutSecrets = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => !secretHeaders.has(name.toLowerCase())),
  );

/** The beginning of a text, of at most `maxTraceBytes`, cut between characters. */
function beginning(text: string): string {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length <= maxTraceBytes) return text;
  let end = maxTraceBytes;
  // A byte 10xxxxxx continues a character.
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end).toString('utf8');
}

/** The trace as it may be stored, whatever the caller left in it: no secret header, bounded bodies. */
export function storableTrace(trace: AttemptTrace): AttemptTrace {
  const { request, answer } = trace;
  const text = answer?.text ?? null;
  const kept = text === null ? null : beginning(text);
  return {
    ...trace,
    request: {
      ...request,
      headers: withoutSecrets(request.headers),
      body: request.body === null ? null : beginning(request.body),
    },
    answer: answer && {
      ...answer,
      headers: withoutSecrets(answer.headers),
      text: kept,
      truncated: answer.truncated || kept !== text,
    },
  };
}
