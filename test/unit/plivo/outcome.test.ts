import { describe, expect, it } from 'vitest';

import type { Outcome, ReasonCode } from '../../../electron/contract/transfer';
import { reasonSchema } from '../../../electron/contract/transfer';
import { failureCodes, type Evidence, type Failure } from '../../../electron/plivo/evidence';
import { outcomeOf, readAnswer } from '../../../electron/plivo/outcome';
import { answered, answerWith, beforeSending, brokenOff, failure, now } from './evidence-examples';

const verdict = (evidence: Evidence) => outcomeOf(evidence, now);
const id = '8c77b816-d621-4028-afc8-1aeab1d497a8';
const json = (status: number, value: unknown) =>
  answered(answerWith(status, JSON.stringify(value)));

describe('before the first byte could leave, the outcome is not-sent', () => {
  const rows: [Failure, ReasonCode][] = [
    [failure('ca-file', 'ENOENT'), 'ca-file'],
    [failure('resolve', 'ENOTFOUND'), 'dns'],
    [failure('resolve', 'EAI_AGAIN'), 'dns'],
    [failure('connect', 'ECONNREFUSED'), 'connection-refused'],
    [failure('connect', 'ETIMEDOUT'), 'connect-timeout'],
    [failure('connect', failureCodes.connectTimeout), 'connect-timeout'],
    [failure('connect', failureCodes.totalTimeout), 'connect-timeout'],
    [failure('connect', 'ENETUNREACH'), 'offline'],
    [failure('connect', 'EHOSTUNREACH'), 'offline'],
    [failure('resolve', 'ENETUNREACH'), 'offline'],
    [failure('resolve', 'EHOSTDOWN'), 'offline'],
    [failure('resolve', failureCodes.connectTimeout), 'connect-timeout'],
    [failure('resolve', failureCodes.cut), 'dns'],
    [failure('connect', 'ENETDOWN'), 'offline'],
    [failure('connect', 'EHOSTDOWN'), 'offline'],
    [failure('connect', 'EADDRNOTAVAIL'), 'offline'],
    [failure('connect', 'EACCES'), 'connection-lost'],
    [failure('connect', failureCodes.closed), 'connection-lost'],
    [failure('connect', 'ECONNRESET'), 'connection-lost'],
    [failure('connect', failureCodes.cut), 'connection-lost'],
    [failure('secure', 'CERT_HAS_EXPIRED'), 'tls-expired'],
    [failure('secure', 'CERT_NOT_YET_VALID'), 'tls-expired'],
    [failure('secure', 'DEPTH_ZERO_SELF_SIGNED_CERT'), 'tls-untrusted'],
    [failure('secure', 'SELF_SIGNED_CERT_IN_CHAIN'), 'tls-untrusted'],
    [failure('secure', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'tls-untrusted'],
    [failure('secure', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'), 'tls-untrusted'],
    [failure('secure', 'UNABLE_TO_GET_ISSUER_CERT'), 'tls-untrusted'],
    [failure('secure', 'CERT_UNTRUSTED'), 'tls-untrusted'],
    [failure('secure', 'CERT_REJECTED'), 'tls-untrusted'],
    [failure('secure', 'CERT_REVOKED'), 'tls-untrusted'],
    [failure('secure', 'CERT_CHAIN_TOO_LONG'), 'tls-untrusted'],
    [failure('secure', 'CERT_SIGNATURE_FAILURE'), 'tls-untrusted'],
    [failure('secure', 'INVALID_CA'), 'tls-untrusted'],
    [failure('secure', 'INVALID_PURPOSE'), 'tls-untrusted'],
    [failure('secure', 'PATH_LENGTH_EXCEEDED'), 'tls-untrusted'],
    [failure('secure', 'ERR_TLS_CERT_ALTNAME_INVALID'), 'tls-name'],
    [failure('secure', 'ECONNRESET'), 'connection-lost'],
    [failure('secure', 'EPIPE'), 'connection-lost'],
    [failure('secure', 'ECONNABORTED'), 'connection-lost'],
    [failure('secure', failureCodes.cut), 'connection-lost'],
    [failure('secure', 'ETIMEDOUT'), 'connect-timeout'],
    [failure('secure', 'ERR_SSL_WRONG_VERSION_NUMBER'), 'tls'],
    [failure('secure', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'), 'tls'],
    [failure('secure', 'EPROTO'), 'tls'],
    [failure('proxy', 'ECONNREFUSED'), 'proxy-unreachable'],
    [failure('proxy', failureCodes.proxyUnknown), 'proxy-unreachable'],
    [failure('proxy', 'ENOTFOUND'), 'proxy-unreachable'],
    [failure('proxy', 'ETIMEDOUT'), 'proxy-unreachable'],
    [failure('proxy', 'ENETUNREACH'), 'proxy-unreachable'],
    [failure('proxy', 'DEPTH_ZERO_SELF_SIGNED_CERT'), 'proxy-unreachable'],
    [failure('proxy', failureCodes.proxyStatus, 0), 'proxy-refused'],
    [failure('proxy', failureCodes.proxyStatus, 403), 'proxy-refused'],
    [failure('proxy', failureCodes.proxyStatus, 502), 'proxy-refused'],
    [failure('proxy', failureCodes.proxyStatus, 407), 'proxy-auth'],
    [failure('proxy', 'HPE_INVALID_CONSTANT'), 'proxy-refused'],
    [failure('hand', failureCodes.cut), 'connection-lost'],
    [failure('exchange', failureCodes.totalTimeout), 'connect-timeout'],
    [failure('exchange', 'ECONNRESET'), 'connection-lost'],
  ];
  it.each(rows)('%o: %s', (failed, code) => {
    const result = verdict(beforeSending(failed));
    expect(result).toMatchObject({ outcome: 'not-sent', status: null, apiId: null });
    expect(result.reason.code).toBe(code);
    expect(result.reason.cause).toContain(failed.code);
  });
});

describe('the cause of what was not sent', () => {
  const cause = (failed: Failure) => verdict(beforeSending(failed)).reason.cause;

  it('is the code, with the status of a proxy that refused', () => {
    expect(cause(failure('resolve', 'ENOTFOUND'))).toBe('ENOTFOUND');
    expect(cause(failure('proxy', failureCodes.proxyStatus, 407))).toBe('PROXY_STATUS 407');
    expect(cause(failure('secure', 'E'.repeat(500)))).toBe('E'.repeat(100));
  });

  it('is left out where nothing is known of it', () => {
    const silent = { ...beforeSending(failure('connect', 'X')), failure: null };
    expect(verdict(silent).reason).toEqual({ code: 'connection-lost' });
  });
});

describe('once bytes may have left, what is no complete answer is unknown', () => {
  const full = answerWith(201, JSON.stringify({ api_id: id, error: '' }));
  const rows: [string, Evidence, ReasonCode][] = [
    ['reset', brokenOff('ECONNRESET'), 'lost-after-sending'],
    ['closed without an answer', brokenOff(failureCodes.cut), 'lost-after-sending'],
    ['socket hang up', brokenOff('EPIPE'), 'lost-after-sending'],
    ['no answer in time', brokenOff(failureCodes.totalTimeout), 'answer-timeout'],
    ['a 201 cut in its body', brokenOff(failureCodes.cut, full), 'lost-after-sending'],
    ['a 404 cut in its body', brokenOff('ECONNRESET', answerWith(404, '{')), 'lost-after-sending'],
    ['a body that stalls', brokenOff(failureCodes.totalTimeout, full), 'answer-timeout'],
    ['no HTTP', brokenOff('HPE_INVALID_CONSTANT'), 'answer-unreadable'],
    [
      'a body beyond all bounds',
      brokenOff(failureCodes.tooLong, { ...full, truncated: true }),
      'answer-unreadable',
    ],
    [
      'a change of protocol',
      brokenOff(failureCodes.upgraded, answerWith(101, '')),
      'http-unexpected',
    ],
    ['Baton quits', brokenOff(failureCodes.closed), 'lost-after-sending'],
    ['the network times out', brokenOff('ETIMEDOUT'), 'answer-timeout'],
    ['an alert of TLS', brokenOff('ERR_SSL_BAD_RECORD_MAC'), 'lost-after-sending'],
    ['nothing is known', { ...brokenOff('X'), failure: null }, 'lost-after-sending'],
    ['an end without an answer', { ...answered(full), answer: null }, 'lost-after-sending'],
    [
      'no end was seen',
      { ...answered(full), steps: { ...answered(full).steps, complete: null } },
      'lost-after-sending',
    ],
  ];
  it.each(rows)('%s', (_, evidence, code) => {
    const result = verdict(evidence);
    expect(result.outcome).toBe('unknown');
    expect(result.reason.code).toBe(code);
    expect(result.apiId).toBeNull();
    expect(result.status).toBe(evidence.answer?.status ?? null);
    expect(result.reason.status).toBe(evidence.answer?.status);
    expect(result.reason.cause).toBe(evidence.failure?.code);
  });

  it('is unknown even where the evidence contradicts itself', () => {
    const contradictory = { ...answered(full), failure: failure('exchange', 'ECONNRESET') };
    expect(verdict(contradictory).outcome).toBe('unknown');
    const halfRead = answered({ ...full, truncated: true });
    expect(verdict(halfRead).outcome).toBe('unknown');
  });
});

describe('a complete answer', () => {
  const rows: [string, Evidence, Outcome, ReasonCode][] = [
    ['201 with an empty error', json(201, { api_id: id, error: '' }), 'accepted', 'accepted'],
    ['200 without error', json(200, { api_id: id }), 'accepted', 'accepted'],
    ['202 with null error', json(202, { api_id: id, error: null }), 'accepted', 'accepted'],
    ['blank error', json(201, { api_id: id, error: ' \n\t' }), 'accepted', 'accepted'],
    ['error text', json(201, { api_id: id, error: 'no live call' }), 'refused', 'error-in-2xx'],
    ['error, no api_id', json(200, { error: 'no live call' }), 'refused', 'error-in-2xx'],
    ['error as object', json(200, { api_id: id, error: { code: 1 } }), 'refused', 'error-in-2xx'],
    ['error as list', json(200, { api_id: id, error: ['no'] }), 'refused', 'error-in-2xx'],
    ['error as number', json(200, { api_id: id, error: 17 }), 'refused', 'error-in-2xx'],
    ['error true', json(200, { api_id: id, error: true }), 'refused', 'error-in-2xx'],
    ['error {}', json(200, { api_id: id, error: {} }), 'unknown', 'answer-unreadable'],
    ['error []', json(200, { api_id: id, error: [] }), 'unknown', 'answer-unreadable'],
    ['error false', json(200, { api_id: id, error: false }), 'unknown', 'answer-unreadable'],
    ['error 0', json(200, { api_id: id, error: 0 }), 'unknown', 'answer-unreadable'],
    ['no api_id', json(201, { error: '' }), 'unknown', 'answer-unreadable'],
    ['blank api_id', json(201, { api_id: ' ' }), 'unknown', 'answer-unreadable'],
    ['api_id as number', json(201, { api_id: 5 }), 'unknown', 'answer-unreadable'],
    ['an array', json(200, [{ api_id: id }]), 'unknown', 'answer-unreadable'],
    ['a number', json(200, 5), 'unknown', 'answer-unreadable'],
    ['null', json(200, null), 'unknown', 'answer-unreadable'],
    ['a string', json(200, id), 'unknown', 'answer-unreadable'],
    [
      'JSON, 10,000 levels deep',
      answered(answerWith(200, '['.repeat(10_000) + ']'.repeat(10_000))),
      'unknown',
      'answer-unreadable',
    ],
    ['cut JSON', answered(answerWith(200, '{"api_id":"8c')), 'unknown', 'answer-unreadable'],
    ['HTML', answered(answerWith(200, '<html>ok</html>')), 'unknown', 'answer-unreadable'],
    ['no body', answered(answerWith(200, '')), 'unknown', 'answer-unreadable'],
    ['no text', answered(answerWith(200, null)), 'unknown', 'answer-unreadable'],
    [
      'error twice, the last one blank',
      answered(answerWith(201, `{"api_id":"${id}","error":"no","error":""}`)),
      'unknown',
      'answer-unreadable',
    ],
    [
      'api_id twice',
      answered(answerWith(201, `{"api_id":"${id}","api_id":"x"}`)),
      'unknown',
      'answer-unreadable',
    ],
    ['299', json(299, { api_id: id }), 'accepted', 'accepted'],
    ['300', json(300, { api_id: id }), 'unknown', 'http-unexpected'],
    ['399', json(399, { error: 'no' }), 'unknown', 'http-unexpected'],
    ['402', json(402, {}), 'refused', 'http-4xx'],
    ['204', json(204, { api_id: id }), 'unknown', 'http-unexpected'],
    ['205', json(205, { api_id: id }), 'unknown', 'http-unexpected'],
    ['301', json(301, { api_id: id }), 'unknown', 'http-unexpected'],
    ['302', json(302, {}), 'unknown', 'http-unexpected'],
    ['304', json(304, {}), 'unknown', 'http-unexpected'],
    ['307', json(307, {}), 'unknown', 'http-unexpected'],
    ['308', json(308, {}), 'unknown', 'http-unexpected'],
    ['199', json(199, { api_id: id }), 'unknown', 'http-unexpected'],
    ['600', json(600, { api_id: id }), 'unknown', 'http-unexpected'],
    ['400', json(400, { error: 'to is a mandatory param.' }), 'refused', 'http-400'],
    ['401', json(401, { error: 'authentication failed' }), 'refused', 'http-401'],
    ['400 with null', json(400, null), 'refused', 'http-400'],
    ['400 with a text', json(400, 'no'), 'refused', 'http-400'],
    ['401 without words', answered(answerWith(401, null)), 'refused', 'http-401'],
    ['403', json(403, {}), 'refused', 'http-403'],
    ['404', json(404, {}), 'refused', 'http-404'],
    ['407', json(407, {}), 'refused', 'http-4xx'],
    ['408', json(408, { api_id: id }), 'unknown', 'http-408'],
    ['413', json(413, {}), 'refused', 'http-4xx'],
    ['421', json(421, {}), 'refused', 'http-4xx'],
    ['429', json(429, {}), 'refused', 'http-429'],
    ['499', json(499, {}), 'refused', 'http-4xx'],
    ['500', json(500, { api_id: id }), 'unknown', 'http-5xx'],
    ['502', json(502, {}), 'unknown', 'http-5xx'],
    ['503', json(503, {}), 'unknown', 'http-5xx'],
    ['504', json(504, {}), 'unknown', 'http-5xx'],
    ['599', json(599, {}), 'unknown', 'http-5xx'],
  ];
  it.each(rows)('%s', (_, evidence, outcome, code) => {
    const result = verdict(evidence);
    expect(result.outcome).toBe(outcome);
    expect(result.reason.code).toBe(code);
    expect(result.status).toBe(evidence.answer?.status);
    expect(result.reason.status).toBe(evidence.answer?.status);
    expect(reasonSchema.safeParse(result.reason).success).toBe(true);
  });

  it('is read as the object that it holds, where it reports no error', () => {
    const fields = { api_id: id, error: '' };
    expect(readAnswer(answerWith(200, JSON.stringify(fields)))).toEqual({ kind: 'object', fields });
  });

  it('keeps the api_id of what was accepted, and of a refusal that has one', () => {
    expect(verdict(json(201, { api_id: id, error: '' })).apiId).toBe(id);
    expect(verdict(json(201, { api_id: id, error: 'no' })).apiId).toBe(id);
    expect(verdict(json(500, { api_id: id })).apiId).toBeNull();
    expect(verdict(json(201, { api_id: 'x'.repeat(500) })).apiId).toHaveLength(200);
  });

  it("gives Plivo's words with a refusal", () => {
    const refused = verdict(json(400, { error: 'to is a mandatory param.' }));
    expect(refused.reason.plivoReason).toBe('to is a mandatory param.');
    const inside = verdict(json(201, { api_id: id, error: { message: 'no live call' } }));
    expect(inside.reason.plivoReason).toBe('no live call');
    expect(verdict(json(404, {})).reason).not.toHaveProperty('plivoReason');
  });
});

describe('how long to wait after 429', () => {
  const wait = (retryAfter: string | null, status = 429) =>
    verdict(answered(answerWith(status, '', { retryAfter }))).reason.retryAfterSeconds;

  it('reads seconds and dates', () => {
    expect(wait('7')).toBe(7);
    expect(wait('120')).toBe(120);
    expect(wait('86400')).toBe(86_400);
    expect(wait(' 0 ')).toBe(0);
    expect(wait('Tue, 04 Mar 2025 05:06:37 GMT')).toBe(30);
    expect(wait('Tue, 04 Mar 2025 05:00:00 GMT')).toBe(0);
  });

  it('says nothing where the header is missing, makes no sense or belongs to another status', () => {
    for (const nonsense of [
      null,
      '',
      'soon',
      '-5',
      '1.5',
      '9'.repeat(30),
      '86401',
      '99999999',
      '7 s',
      'x Tue, 04 Mar 2025 05:06:37 GMT',
      'Tue, 04 Mar 2025 05:06:37 GMT+1',
      'Tue, 99 Mar 2025 05:06:37 GMT',
      'Tue 4 March',
    ]) {
      expect(wait(nonsense)).toBeUndefined();
    }
    expect(wait('7', 400)).toBeUndefined();
  });
});
