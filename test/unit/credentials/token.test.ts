import { describe, expect, it } from 'vitest';

import { causeWithout, normaliseToken } from '../../../electron/credentials/token';

const token = 'fake-token-for-tests-0001';

describe('a token', () => {
  it.each([token, ` ${token}\n`, `\t${token}\u00a0`, `\uFEFF${token}`])(
    'loses what copying leaves around it: %j',
    (text) => {
      expect(normaliseToken(text)).toEqual({ ok: true, value: token });
    },
  );

  it.each(['x', 'x'.repeat(39), 'x'.repeat(512), 'p@ss:w%rd"', 'clé'])(
    'is not judged by its length or its signs: %.20s',
    (text) => {
      expect(normaliseToken(text)).toEqual({ ok: true, value: text });
    },
  );

  it.each(['', '  ', '\n'])('is missing in %j', (text) => {
    expect(normaliseToken(text)).toEqual({ ok: false, error: { code: 'token-empty' } });
  });

  it.each(['two words', 'a\u0000b', 'a\r\nb', 'a\u200bb', 'токен', 'a\u0085b', 'x'.repeat(513)])(
    'cannot be %j',
    (text) => {
      expect(normaliseToken(text)).toEqual({ ok: false, error: { code: 'token-malformed' } });
    },
  );
});

describe('the cause of an error', () => {
  it('never has the token in it, is one line and bounded', () => {
    const cause = causeWithout(token, `cannot store ${token}:\n${token}${'.'.repeat(1000)}`);
    expect(cause).toMatch(/^cannot store …: …\.+$/);
    expect(cause).toHaveLength(300);
  });
});
