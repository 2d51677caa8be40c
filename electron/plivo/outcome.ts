import type { Outcome, Reason, ReasonCode } from '../contract/transfer';
import type { Answer, Evidence } from './evidence';
import { brokenExchangeReason, notSentReason } from './failure-reason';
import { plivoReason } from './plivo-reason';
import { saysTwice } from './repeated-keys';
import { retryAfterSeconds } from './retry-after';

export interface Verdict {
  readonly outcome: Exclude<Outcome, 'cancelled'>;
  readonly reason: Reason;
  /** HTTP status, where a status line came. */
  readonly status: number | null;
  readonly apiId: string | null;
}

const refusalCodes: Readonly<Partial<Record<number, ReasonCode>>> = {
  400: 'http-400',
  401: 'http-401',
  403: 'http-403',
  404: 'http-404',
  429: 'http-429',
};

/** The JSON of a body; `undefined` where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What an `error` field says. `unclear` are the values that may mean either, such as `{}` and
 * `false`: neither a yes nor a no can be built on them.
 */
function errorField(value: unknown): 'none' | 'error' | 'unclear' {
  if (value === undefined || value === null) return 'none';
  if (typeof value === 'string') return value.trim() === '' ? 'none' : 'error';
  if (typeof value === 'object') return Object.keys(value).length > 0 ? 'error' : 'unclear';
  return value === false || value === 0 ? 'unclear' : 'error';
}

function apiIdIn(fields: object): string | null {
  if (!('api_id' in fields) || typeof fields.api_id !== 'string') return null;
  const id = fields.api_id.replace(/[^\x21-\x7e]/g, '');
  return id === '' ? null : id.slice(0, 200);
}

/** Reason of an answer that says no: its status, Plivo's words, and how long to wait. */
export function refusalReason(code: ReasonCode, answer: Answer, now: number): Reason {
  const words = plivoReason(answer.text, answer.contentType);
  const wait = answer.status === 429 ? retryAfterSeconds(answer.retryAfter, now) : null;
  return {
    code,
    status: answer.status,
    ...(words === null ? {} : { plivoReason: words }),
    ...(wait === null ? {} : { retryAfterSeconds: wait }),
  };
}

/** What a complete answer says by itself, whatever was asked. */
export type Reading =
  | { readonly kind: 'object'; readonly fields: object }
  | { readonly kind: 'refused'; readonly code: ReasonCode }
  | { readonly kind: 'unclear'; readonly code: ReasonCode };

/** Reads a complete answer; `object` is a 2xx with a JSON object that reports no error. */
export function readAnswer(answer: Answer): Reading {
  const { status } = answer;
  if (status === 408) return { kind: 'unclear', code: 'http-408' };
  if (status >= 400 && status <= 499) {
    return { kind: 'refused', code: refusalCodes[status] ?? 'http-4xx' };
  }
  if (status >= 500 && status <= 599) return { kind: 'unclear', code: 'http-5xx' };
  if (status < 200 || status > 299 || status === 204 || status === 205) {
    return { kind: 'unclear', code: 'http-unexpected' };
  }
  const text = answer.text ?? '';
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { kind: 'unclear', code: 'answer-unreadable' };
  }
  // JSON.parse keeps the last of them, and the other one may be the no.
  if (saysTwice(text, ['error', 'api_id'])) {
    return { kind: 'unclear', code: 'answer-unreadable' };
  }
  switch (errorField('error' in value ? value.error : undefined)) {
    case 'error':
      return { kind: 'refused', code: 'error-in-2xx' };
    case 'unclear':
      return { kind: 'unclear', code: 'answer-unreadable' };
    case 'none':
      return { kind: 'object', fields: value };
  }
}

/**
 * The outcome of a transfer from the evidence, by the table of docs/behaviour.md, "Outcomes":
 * what is not surely sent in vain, refused or accepted is unknown.
 * @param now Epoch milliseconds, for a Retry-After that is a date.
 */
export function outcomeOf(evidence: Evidence, now: number): Verdict {
  const { answer, failure, steps } = evidence;
  const status = answer?.status ?? null;
  if (steps.handed === null) {
    return { outcome: 'not-sent', reason: notSentReason(failure), status: null, apiId: null };
  }
  if (answer === null || failure !== null || steps.complete === null || answer.truncated) {
    return {
      outcome: 'unknown',
      reason: brokenExchangeReason(failure, status),
      status,
      apiId: null,
    };
  }
  const reading = readAnswer(answer);
  if (reading.kind === 'refused') {
    const reason = refusalReason(reading.code, answer, now);
    return { outcome: 'refused', reason, status, apiId: refusedApiId(answer) };
  }
  if (reading.kind === 'unclear') {
    return {
      outcome: 'unknown',
      reason: { code: reading.code, status: answer.status },
      status,
      apiId: null,
    };
  }
  const apiId = apiIdIn(reading.fields);
  if (apiId === null) {
    return {
      outcome: 'unknown',
      reason: { code: 'answer-unreadable', status: answer.status },
      status,
      apiId: null,
    };
  }
  const reason: Reason = { code: 'accepted', status: answer.status };
  return { outcome: 'accepted', reason, status, apiId };
}

/** A refusal may carry an api_id too, which Plivo's support asks for. */
function refusedApiId(answer: Answer): string | null {
  const value = parsed(answer.text ?? '');
  return typeof value === 'object' && value !== null ? apiIdIn(value) : null;
}
