import type { AttemptTrace } from '../contract/history';

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
