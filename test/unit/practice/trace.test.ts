import { describe, expect, it } from 'vitest';

import { maskAuthorization } from '../../../electron/practice/credentials';
import { recordHeaders, type Exchange } from '../../../electron/practice/exchange';
import { readableExchange, traceLine } from '../../../electron/practice/trace';

const request: Exchange['request'] = {
  method: 'POST',
  path: '/v1/phlo/p/multi_party_call/n',
  httpVersion: '1.1',
  headers: { Host: '127.0.0.1', authorization: 'Basic ********' },
  body: '{"action":"cold_transfer"}',
};
const answer = { status: 201, headers: { 'Content-Type': 'application/json' }, body: '{}' };

describe('the trace of an exchange', () => {
  it('is one line of JSON with request and answer', () => {
    const line = traceLine({ request, answer, at: 5 });
    expect(line).not.toContain('\n');
    expect(line.startsWith('practice-line: ')).toBe(true);
    expect(JSON.parse(line.slice('practice-line: '.length))).toEqual({ request, answer });
  });

  it.each([{ dropped: true }, { never: true }, { abandoned: true }] as const)(
    'has a null answer after %o',
    (silence) => {
      const line = traceLine({ request, answer: silence, at: 5 });
      expect(JSON.parse(line.slice('practice-line: '.length))).toEqual({ request, answer: null });
    },
  );

  it('reads like curl -v for a person', () => {
    expect(readableExchange({ request, answer, at: 5 }).split('\n')).toEqual([
      '> POST /v1/phlo/p/multi_party_call/n HTTP/1.1',
      '> Host: 127.0.0.1',
      '> authorization: Basic ********',
      '> ',
      '> {"action":"cold_transfer"}',
      '< 201 Created',
      '< Content-Type: application/json',
      '< ',
      '< {}',
    ]);
  });

  it.each([
    [{ dropped: true } as const, '< (connection dropped, no answer)'],
    [{ never: true } as const, '< (no answer ever comes)'],
    [{ abandoned: true } as const, '< (the client left before the answer)'],
  ])('says in words why there is no answer: %o', (silence, words) => {
    expect(readableExchange({ request, answer: silence, at: 5 }).split('\n').at(-1)).toBe(words);
  });

  it('does not let a body steer the terminal', () => {
    const body = 'a\u001b[2Jb\u009bc\nd\u202e';
    const text = readableExchange({ request: { ...request, body }, answer, at: 5 });
    expect(text).toContain('> a\\u{1b}[2Jb\\u{9b}c\n> d\\u{202e}\n');
  });
});

describe('recorded headers', () => {
  it('keep names, order and values as received, and mask what is secret', () => {
    const headers = recordHeaders([
      'Host',
      '127.0.0.1',
      'AUTHORIZATION',
      'Basic c2VjcmV0OnNlY3JldA==',
      'X-Two',
      'a',
      'X-Two',
      'b',
      'Proxy-Authorization',
      'secretsecret',
      '__proto__',
      'x',
    ]);
    expect(Object.entries(headers)).toEqual([
      ['Host', '127.0.0.1'],
      ['AUTHORIZATION', 'Basic ********'],
      ['X-Two', 'a, b'],
      ['Proxy-Authorization', '********'],
      ['__proto__', 'x'],
    ]);
  });

  it('show nothing of a credential, whatever its scheme', () => {
    expect(maskAuthorization('Bearer abc def')).toBe('Bearer ********');
    expect(maskAuthorization('abcdef')).toBe('********');
  });
});
