/**
 * What really happened to one request: plain data, recorded by the connection and judged by
 * `outcomeOf`. Nothing in here is a guess, so nothing that the agent reads need be one.
 */

/** Where a request failed. Everything before `exchange` is before the first byte could leave. */
export type FailureStage =
  | 'ca-file'
  | 'proxy'
  | 'resolve'
  | 'connect'
  | 'secure'
  /** A kept or opened-ahead socket was found dead at the moment of handing the request to it. */
  | 'hand'
  | 'exchange';

export interface Failure {
  readonly stage: FailureStage;
  /** Node's error code, or one of `failureCodes`. */
  readonly code: string;
  /** Status with which a proxy refused CONNECT; null elsewhere. */
  readonly proxyStatus: number | null;
}

/** Codes of failures that Baton itself finds. */
export const failureCodes = {
  connectTimeout: 'CONNECT_TIMEOUT',
  totalTimeout: 'TOTAL_TIMEOUT',
  cut: 'CONNECTION_CUT',
  tooLong: 'ANSWER_TOO_LONG',
  upgraded: 'UNASKED_UPGRADE',
  closed: 'CLOSED_BY_BATON',
  proxyUnknown: 'PROXY_NOT_RESOLVED',
  proxyStatus: 'PROXY_STATUS',
} as const;

/**
 * Milliseconds after `startedAt` at which a step was reached; null: it was not. For a socket that
 * was open before, the moment it was taken.
 */
export interface Steps {
  readonly resolved: number | null;
  readonly connected: number | null;
  /** Null on a plain-text (loopback) line. */
  readonly secured: number | null;
  /** The request was given to a ready socket: from here on bytes may have left. */
  readonly handed: number | null;
  readonly firstByte: number | null;
  /** The whole answer is there. */
  readonly complete: number | null;
}

export interface Answer {
  readonly status: number;
  /** Headers that somebody depends on; null where they did not come. */
  readonly retryAfter: string | null;
  readonly contentType: string | null;
  /** The server's clock, by which a check-up knows how wrong this computer's is. */
  readonly date: string | null;
  /** The body, as far as it was read; null where it is not UTF-8 or is compressed unasked. */
  readonly text: string | null;
  /** The body was longer than Baton reads, and the rest was not read. */
  readonly truncated: boolean;
}

export interface Evidence {
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly steps: Steps;
  /** The socket used: opened for this request, opened ahead of it, or kept from an earlier one. */
  readonly socket: 'fresh' | 'opened-ahead' | 'kept' | null;
  /** What came of an answer; complete only where `steps.complete` is set. */
  readonly answer: Answer | null;
  readonly failure: Failure | null;
  readonly tookMs: number;
}

/** The evidence so far, while the request is under way. */
export type Notebook = {
  -readonly [K in keyof Omit<Evidence, 'tookMs' | 'steps'>]: Evidence[K];
} & {
  readonly steps: { -readonly [K in keyof Steps]: Steps[K] };
  readonly sinceStart: () => number;
};

/**
 * @param monotonic Milliseconds from any start that never run backwards.
 */
export function openNotebook(startedAt: number, monotonic: () => number): Notebook {
  const start = monotonic();
  return {
    startedAt,
    steps: {
      resolved: null,
      connected: null,
      secured: null,
      handed: null,
      firstByte: null,
      complete: null,
    },
    socket: null,
    answer: null,
    failure: null,
    sinceStart: () => monotonic() - start,
  };
}

export function evidenceOf(notebook: Notebook): Evidence {
  const { sinceStart, ...rest } = notebook;
  return { ...rest, steps: { ...notebook.steps }, tookMs: sinceStart() };
}
