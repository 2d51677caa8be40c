import type { AttemptTrace } from '../contract/history';
import type { Evidence } from '../plivo/evidence';
import type { PlivoRequest } from '../plivo/request';

/** What the history keeps of a request and of what came of it. The journal drops secret headers. */
export function traceOf(request: PlivoRequest, evidence: Evidence): AttemptTrace {
  const { answer, failure, steps, socket } = evidence;
  const { method, origin, path, headers, body } = request;
  return {
    request: { method, url: origin + path, headers, body },
    answer:
      answer === null
        ? null
        : {
            status: answer.status,
            headers: {
              ...(answer.contentType !== null && { 'content-type': answer.contentType }),
              ...(answer.retryAfter !== null && { 'retry-after': answer.retryAfter }),
            },
            text: answer.text,
            truncated: answer.truncated,
          },
    socket,
    steps: { ...steps },
    failure: failure === null ? null : { ...failure },
  };
}
