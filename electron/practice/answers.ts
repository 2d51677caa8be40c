import { randomUUID } from 'node:crypto';

/** An HTTP answer, whole. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Where an answer's reason stands: Plivo's pages and SDKs show every one of these. */
export const reasonShapes = [
  'error',
  'error-message',
  'error-error',
  'message',
  'data-error',
  'data-message',
  'errors',
  'text',
  'html',
  'none',
] as const;
export type ReasonShape = (typeof reasonShapes)[number];

type Headers = Readonly<Record<string, string>>;

/** An answer with a JSON body. */
export function jsonAnswer(status: number, value: object, headers: Headers = {}): Answer {
  return withBody(status, 'application/json', JSON.stringify(value), headers);
}

/** Plivo's answer to an action that it took: 201 on a node, 200 on a member. */
export function takenAnswer(status: 200 | 201): Answer {
  return jsonAnswer(status, { api_id: randomUUID(), error: '' });
}

/** An answer that gives a reason, in one of the shapes that a reason comes in. */
export function reasonAnswer(
  status: number,
  reason: string,
  shape: ReasonShape = 'error',
  headers: Headers = {},
): Answer {
  if (shape === 'text') return withBody(status, 'text/plain; charset=utf-8', reason, headers);
  if (shape === 'html') {
    const page = `<html><head><title>${reason}</title></head><body><h1>${reason}</h1></body></html>`;
    return withBody(status, 'text/html; charset=utf-8', page, headers);
  }
  if (shape === 'none') return withBody(status, 'text/plain', '', headers);
  return jsonAnswer(status, { api_id: randomUUID(), ...jsonReason(reason, shape) }, headers);
}

/** A 2xx that says no. Its reason has to stand in `error`: elsewhere it would read as a yes. */
export function errorIn2xxAnswer(
  status: 200 | 201,
  reason: string,
  shape: ReasonShape = 'error',
): Answer {
  const inError = shape === 'error-message' || shape === 'error-error';
  return reasonAnswer(status, reason, inError ? shape : 'error');
}

/** 401, as JSON or as the plain text that Plivo answers in places. */
export function unauthorizedAnswer(shape: ReasonShape): Answer {
  return reasonAnswer(401, 'Could not verify your access level for that URL.', shape, {
    'WWW-Authenticate': 'Basic realm="Plivo practice line"',
  });
}

function jsonReason(reason: string, shape: Exclude<ReasonShape, 'text' | 'html' | 'none'>): object {
  const bodies = {
    error: { error: reason },
    'error-message': { error: { message: reason } },
    'error-error': { error: { error: reason } },
    message: { message: reason },
    'data-error': { data: { error: reason } },
    'data-message': { data: { message: reason } },
    errors: { errors: [reason] },
  } as const satisfies Record<typeof shape, object>;
  return bodies[shape];
}

function withBody(status: number, type: string, body: string, headers: Headers): Answer {
  const length = String(Buffer.byteLength(body));
  return {
    status,
    headers: { ...headers, 'Content-Type': type, 'Content-Length': length },
    body,
  };
}
