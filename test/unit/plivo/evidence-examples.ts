import type { Answer, Evidence, Failure, FailureStage } from '../../../electron/plivo/evidence';

export const now = Date.parse('2025-03-04T05:06:07Z');

export const answerWith = (
  status: number,
  text: string | null,
  more?: Partial<Answer>,
): Answer => ({
  status,
  text,
  retryAfter: null,
  contentType: null,
  date: null,
  truncated: false,
  ...more,
});

const untouched: Evidence = {
  startedAt: now,
  steps: {
    resolved: null,
    connected: null,
    secured: null,
    handed: null,
    firstByte: null,
    complete: null,
  },
  socket: 'fresh',
  answer: null,
  failure: null,
  tookMs: 12,
};

export const failure = (
  stage: FailureStage,
  code: string,
  proxyStatus: number | null = null,
): Failure => ({
  stage,
  code,
  proxyStatus,
});

/** Failed before the request was handed to a socket. */
export const beforeSending = (failed: Failure): Evidence => ({ ...untouched, failure: failed });

/** The request was handed to a socket, and no whole answer came. */
export const brokenOff = (code: string, answer: Answer | null = null): Evidence => ({
  ...untouched,
  steps: { ...untouched.steps, handed: 1, firstByte: answer ? 2 : null },
  answer,
  failure: failure('exchange', code),
});

/** A whole answer came. */
export const answered = (answer: Answer): Evidence => ({
  ...untouched,
  steps: { resolved: 0, connected: 0, secured: 1, handed: 1, firstByte: 2, complete: 3 },
  answer,
});
