import { describe, expect, it } from 'vitest';

import { attemptTraceSchema } from '../../../electron/contract/history';
import { storableTrace } from '../../../electron/transfer/journal-trace';
import { trace } from './examples';

const secret = 'Basic ZmFrZS10b2tlbi1mb3ItdGVzdHM=';

describe('a trace that is read back', () => {
  it.each(['fresh', 'opened-ahead', 'kept', null] as const)(
    'is taken as it was stored, of a socket that was %s',
    (socket) => {
      const failed = {
        ...trace,
        socket,
        answer: null,
        failure: { stage: 'proxy', code: 'PROXY_STATUS', proxyStatus: 407 },
      };
      expect(attemptTraceSchema.parse({ ...trace, socket })).toEqual({ ...trace, socket });
      expect(attemptTraceSchema.parse(failed)).toEqual(failed);
    },
  );
});

describe('what is kept of request and answer', () => {
  it('is all of it where it is small', () => {
    expect(storableTrace(trace)).toEqual(trace);
  });

  it.each(['Authorization', 'authorization', 'Proxy-Authorization', 'Cookie', 'Set-Cookie'])(
    'is never the header %s',
    (name) => {
      const request = { ...trace.request, headers: { [name]: secret, Accept: '*/*' } };
      const answer = { status: 201, text: '', truncated: false, headers: { [name]: secret } };
      const kept = storableTrace({ ...trace, request, answer });
      expect(kept.request.headers).toEqual({ Accept: '*/*' });
      expect(kept.answer?.headers).toEqual({});
      expect(JSON.stringify(kept)).not.toContain(secret);
    },
  );

  it('is the first 4 KiB of a long answer, and says that it is not all', () => {
    const answer = { status: 200, headers: {}, text: 'x'.repeat(5000), truncated: false };
    expect(storableTrace({ ...trace, answer }).answer).toEqual({
      ...answer,
      text: 'x'.repeat(4096),
      truncated: true,
    });
  });

  it('is cut between characters', () => {
    const answer = { status: 200, headers: {}, text: `x${'é'.repeat(4000)}`, truncated: false };
    const text = storableTrace({ ...trace, answer }).answer?.text ?? '';
    expect(text).toBe(`x${'é'.repeat(2047)}`);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4096);
  });

  it('is the first 4 KiB of a long request', () => {
    const request = { ...trace.request, body: 'y'.repeat(9000) };
    expect(storableTrace({ ...trace, request }).request.body).toHaveLength(4096);
  });

  it('may have no answer and no body', () => {
    const bare = { ...trace, answer: null, request: { ...trace.request, body: null } };
    expect(storableTrace(bare)).toEqual(bare);
    const unread = { status: 200, headers: {}, text: null, truncated: true };
    expect(storableTrace({ ...trace, answer: unread }).answer).toEqual(unread);
  });
});
