import { describe, expect, it } from 'vitest';

import { isLink, readLink } from '../../../electron/cli/link';

describe('a baton: link', () => {
  it.each([
    ['baton:transfer?to=%2B14155550134&line=support', '+14155550134', 'support'],
    ['baton:transfer?line=support&to=%2B14155550134', '+14155550134', 'support'],
    ['baton:transfer?to=+14155550134', '+14155550134', null],
    ['baton:transfer?to=sip:dispatch@example.com;x=1', 'sip:dispatch@example.com;x=1', null],
    ['baton:transfer?to=Maria%20%C3%81lvarez', 'Maria Álvarez', null],
    ['baton:transfer?line=practice', null, 'practice'],
    ['baton:transfer', null, null],
    ['baton:transfer?', null, null],
    // As browsers and desktops write it anew.
    ['baton://transfer?to=200', '200', null],
    ['baton://transfer/?to=200', '200', null],
    ['baton:transfer/?to=200', '200', null],
    ['BATON://TRANSFER/?to=200', '200', null],
    // A joiner of Persian and Hindi is a part of the name.
    ['baton:transfer?to=%D9%86%E2%80%8C%D9%87', 'ن\u200Cه', null],
  ])('%s is understood', (link, to, line) => {
    expect(isLink(link)).toBe(true);
    expect(readLink(link)).toEqual({ ok: true, value: { to, line } });
  });

  it.each([
    ['another action', 'baton:settings?to=200', 'not-a-transfer'],
    ['a path below it', 'baton:transfer/now?to=200', 'not-a-transfer'],
    ['a path above it', 'baton:../transfer?to=200', 'not-a-transfer'],
    ['another host', 'baton://example.com/transfer?to=200', 'not-a-transfer'],
    ['a user', 'baton://agent@transfer?to=200', 'not-a-transfer'],
    ['a port', 'baton://transfer:443?to=200', 'not-a-transfer'],
    ['three slashes', 'baton:///transfer?to=200', 'not-a-transfer'],
    ['backslashes', String.raw`baton:\\transfer?to=200`, 'not-a-transfer'],
    ['a fragment', 'baton:transfer?to=200#x', 'not-a-transfer'],
    ['another protocol', 'batons:transfer?to=200', 'not-a-transfer'],
    ['nothing', 'baton:', 'not-a-transfer'],
    ['a key that it does not know', 'baton:transfer?to=200&send=1', 'unknown-key'],
    ['a key in another case', 'baton:transfer?To=200', 'unknown-key'],
    ['a key of JavaScript', 'baton:transfer?__proto__=200', 'unknown-key'],
    ['an empty pair', 'baton:transfer?to=200&', 'unknown-key'],
    ['a key twice', 'baton:transfer?to=200&to=201', 'repeated-key'],
    ['an empty value', 'baton:transfer?to=', 'value-malformed'],
    ['a key without value', 'baton:transfer?to', 'value-malformed'],
    ['blanks alone', 'baton:transfer?to=%20%20', 'value-malformed'],
    ['half a percent sign', 'baton:transfer?to=%2', 'value-malformed'],
    ['bytes that are no UTF-8', 'baton:transfer?to=%FF%FE', 'value-malformed'],
    ['a null character', 'baton:transfer?to=200%00', 'value-malformed'],
    ['a line end', 'baton:transfer?to=200%0A201', 'value-malformed'],
    ['a line end as it is', 'baton:transfer?to=200\n201', 'value-malformed'],
    ['a turn of direction', 'baton:transfer?to=%E2%80%AE4310555', 'value-malformed'],
    ['a value that is too long', `baton:transfer?to=${'2'.repeat(1001)}`, 'value-too-long'],
    ['no id of a line', 'baton:transfer?line=a%20b', 'value-malformed'],
    ['too long an id', `baton:transfer?line=${'a'.repeat(65)}`, 'value-malformed'],
    ['too much of everything', `baton:transfer?to=${'2'.repeat(8000)}`, 'too-long'],
  ])('with %s is refused', (_what, link, error) => {
    expect(readLink(link)).toEqual({ ok: false, error });
  });

  it('is known by its protocol, whatever its case', () => {
    expect(isLink('Baton:anything')).toBe(true);
    expect(isLink('--to=baton:transfer')).toBe(false);
    expect(isLink(' baton:transfer')).toBe(false);
  });
});
