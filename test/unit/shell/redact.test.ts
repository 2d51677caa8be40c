import { describe, expect, it } from 'vitest';

import { redact } from '../../../electron/shell/redact';

const token = 'FakeTokenForTests0123456789abcdefghijklm';

describe('a log line', () => {
  it.each([
    ['Authorization: Basic TUFGQUtFOmZha2U=', 'TUFGQUtFOmZha2U='],
    ['{"authorization":"Basic TUFGQUtFOmZha2U="}', 'TUFGQUtFOmZha2U='],
    ['"authToken": "short-one"', 'short-one'],
    ['token=short-one', 'short-one'],
    [`something ${token} else`, token],
    ['account MAFAKE0EXAMPLE0BATON', 'MAFAKE0EXAMPLE0BATON'],
    ['to +14155550134 now', '4155550134'],
    ['to (415) 555-0134 now', '555-0134'],
    ['to +1 (415) 555-0134 now', '415'],
    ['POST /members/+14155550134', '4155550134'],
    ['sip:alice123456789012@phone.plivo.com', 'alice'],
  ])('does not hold the secret of %j', (text, secret) => {
    expect(redact(text)).not.toContain(secret);
  });

  it.each([
    'listening on 127.0.0.1:41234',
    'took 182 ms, status 201',
    '2026-11-22T10:15:00.123Z started',
    'attempt 8c77b816-d621-4028-afc8-1aeab1d497a8 ended',
    'at Object.<anonymous> (main.cjs:1234:56)',
  ])('keeps what is no secret: %j', (text) => {
    expect(redact(text)).toBe(text);
  });
});
