import { describe, expect, it } from 'vitest';

import type { EndedAttempt } from '../../../electron/contract/transfer';
import { attemptDetails } from '../../../electron/transfer/details';
import { accepted, running, trace } from './examples';

const attempt: EndedAttempt = { ...running(), ...accepted, agentWord: null };

describe('the details that are copied for support', () => {
  it('say when, which line, to whom, how it ended, and by which version', () => {
    expect(attemptDetails({ attempt, trace: null }, '0.1.0').split('\n')).toEqual([
      'Baton 0.1.0',
      'Time: 2025-03-04T05:06:07.890Z',
      'Line: Support line (support)',
      'To: Maria Alvarez, +14155550134',
      'Role: agent',
      'Outcome: accepted',
      'Reason: accepted',
      'HTTP status: 201',
      'api_id: 8c77b816-d621-4028-afc8-1aeab1d497a8',
      'Took: 123 ms',
      'Attempt: attempt-1',
    ]);
  });

  it("carry Plivo's words, the cause and the agent's word where there are any", () => {
    const text = attemptDetails(
      {
        attempt: {
          ...attempt,
          outcome: 'refused',
          reason: { code: 'http-400', status: 400, plivoReason: 'to is invalid', cause: 'X' },
          agentWord: 'still-on-call',
        },
        trace: null,
      },
      '0.1.0',
    );
    expect(text).toContain('Plivo said: to is invalid');
    expect(text).toContain('Cause: X');
    expect(text).toContain("Agent's word: still-on-call");
  });

  it('carry times, request and answer where they were kept, as they went over the wire', () => {
    const text = attemptDetails({ attempt, trace }, '0.1.0');
    expect(text.split('\n').slice(11)).toEqual([
      'Steps: resolved 0 ms, connected 0 ms, TLS 0 ms, handed over 2 ms, first byte 120 ms, complete 121 ms',
      'Socket: opened-ahead',
      '',
      'Request',
      'POST https://phlorunner.plivo.com/v1/phlo/p/multi_party_call/n',
      'Accept: application/json',
      'User-Agent: Baton/0.1.0',
      '',
      '{"action":"cold_transfer","to":"+14155550134"}',
      '',
      'Answer',
      'HTTP 201',
      'content-type: application/json',
      '',
      '{"api_id":"8c77b816-d621-4028-afc8-1aeab1d497a8","error":""}',
    ]);
  });

  it('say where it failed, and that no answer came', () => {
    const steps = { ...trace.steps, secured: null, handed: null, firstByte: null, complete: null };
    const failure = { stage: 'secure', code: 'CERT_HAS_EXPIRED', proxyStatus: null };
    const text = attemptDetails(
      { attempt, trace: { ...trace, steps, socket: null, failure, answer: null } },
      '0.1.0',
    );
    expect(text).toContain(
      '\nSteps: resolved 0 ms, connected 0 ms\nFailed: secure, CERT_HAS_EXPIRED\n',
    );
    expect(text).toMatch(/\nAnswer\nNone came\.$/);
  });

  it('say that nothing was reached, and what a proxy answered', () => {
    const nothing = {
      resolved: null,
      connected: null,
      secured: null,
      handed: null,
      firstByte: null,
      complete: null,
    };
    const failure = { stage: 'proxy', code: 'PROXY_STATUS', proxyStatus: 407 };
    const request = { ...trace.request, body: null };
    const text = attemptDetails(
      { attempt, trace: { ...trace, request, steps: nothing, failure, answer: null } },
      '0.1.0',
    );
    expect(text).toContain('\nSteps: none\n');
    expect(text).toContain('\nFailed: proxy, PROXY_STATUS, proxy 407\n');
    expect(text).toContain('User-Agent: Baton/0.1.0\n\nAnswer\n');
  });

  it('say of an answer that it is no text, or goes on', () => {
    const answered = (text: string | null, truncated: boolean) =>
      attemptDetails(
        { attempt, trace: { ...trace, answer: { status: 502, headers: {}, text, truncated } } },
        '0.1.0',
      );
    expect(answered(null, false)).toMatch(/\nHTTP 502\n\n\(no text\)$/);
    expect(answered('<html>', true)).toMatch(/\nHTTP 502\n\n<html>\n\(cut here\)$/);
  });
});
