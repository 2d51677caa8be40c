import { describe, expect, it } from 'vitest';

import { connectionTestOf } from '../../../electron/plivo/connection-test';
import { failureCodes, type Evidence } from '../../../electron/plivo/evidence';
import { answered, answerWith, beforeSending, brokenOff, failure, now } from './evidence-examples';

const node = {
  api_id: 'a',
  node_id: 'n',
  phlo_id: 'p',
  name: 'MPC',
  node_type: 'multi_party_call',
  created_on: '2020-01-01',
};
const test = (evidence: Evidence) => connectionTestOf(evidence, now);
const json = (status: number, value: unknown) =>
  answered(answerWith(status, JSON.stringify(value)));

describe('"Test connection"', () => {
  it('works where the node was read', () => {
    expect(test(json(200, node))).toEqual({ kind: 'works', tookMs: 12 });
  });

  it.each([
    [401, 'http-401'],
    [403, 'http-403'],
    [404, 'http-404'],
    [429, 'http-429'],
    [418, 'http-4xx'],
  ])('is refused by %i', (status, code) => {
    expect(test(json(status, { error: 'why' }))).toEqual({
      kind: 'refused',
      reason: { code, status, plivoReason: 'why' },
    });
  });

  it('is refused by a 2xx with an error', () => {
    expect(test(json(200, { ...node, error: 'why' }))).toMatchObject({
      kind: 'refused',
      reason: { code: 'error-in-2xx', plivoReason: 'why' },
    });
  });

  it.each([
    [503, node, 'http-5xx'],
    [302, node, 'http-unexpected'],
    [408, node, 'http-408'],
    [200, { api_id: 'a' }, 'answer-unreadable'],
    [200, 'hello', 'answer-unreadable'],
  ])('proves nothing with %i %j', (status, body, code) => {
    expect(test(json(status, body))).toEqual({ kind: 'unreachable', reason: { code, status } });
  });

  it.each([
    { ...node, node_id: undefined },
    { ...node, phlo_id: undefined },
    { ...node, node_id: 5 },
    { ...node, phlo_id: ['p'] },
    { ...node, node_id: ' ' },
    { ...node, phlo_id: '' },
    { node_id: undefined, phlo_id: undefined },
  ])('proves nothing where somebody else may have answered: %j', (body) => {
    expect(test(json(200, body))).toEqual({
      kind: 'unreachable',
      reason: { code: 'answer-unreadable', status: 200 },
    });
  });

  it('proves nothing by an answer that is not whole', () => {
    const good = json(200, node);
    const lost = { code: 'lost-after-sending', status: 200 };
    const unended = { ...good, steps: { ...good.steps, complete: null } };
    expect(test(unended)).toEqual({ kind: 'unreachable', reason: lost });
    const broken = { ...good, failure: failure('exchange', 'ECONNRESET') };
    expect(test(broken)).toEqual({
      kind: 'unreachable',
      reason: { ...lost, cause: 'ECONNRESET' },
    });
    expect(test({ ...good, answer: null })).toEqual({
      kind: 'unreachable',
      reason: { code: 'lost-after-sending' },
    });
  });

  it('does not reach Plivo where the connection fails, and says why', () => {
    expect(test(beforeSending(failure('resolve', 'ENOTFOUND')))).toEqual({
      kind: 'unreachable',
      reason: { code: 'dns', cause: 'ENOTFOUND' },
    });
    expect(test(brokenOff(failureCodes.totalTimeout))).toEqual({
      kind: 'unreachable',
      reason: { code: 'answer-timeout', cause: failureCodes.totalTimeout },
    });
  });
});
