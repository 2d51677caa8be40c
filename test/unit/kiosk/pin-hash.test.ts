import { scryptSync } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { pinHashSchema } from '../../../electron/contract/kiosk';
import { hashPin, isPin, pinMatches } from '../../../electron/kiosk/pin-hash';

const salt = Buffer.alloc(16, 7);
const asHash = (pin: string, N = 16384, r = 8, p = 1) =>
  ['scrypt', N, r, p, salt.toString('base64')]
    .concat(scryptSync(pin, salt, 32, { N, r, p, maxmem: 2 ** 28 }).toString('base64'))
    .join('$');

describe('the hash of a PIN', () => {
  it('opens with its own PIN and with no other', async () => {
    const hash = hashPin('482913');
    for (const wrong of ['482914', '48291', '４８２９１３']) {
      expect(await pinMatches(wrong, hash), JSON.stringify(wrong)).toBe(false);
    }
    expect(await pinMatches('482913', hash)).toBe(true);
  });

  it('has a salt of its own, and a form that the administrator’s file takes', () => {
    const [one, other] = [hashPin('482913'), hashPin('482913')];
    expect(one).not.toBe(other);
    expect(one).toMatch(/^scrypt\$32768\$8\$3\$/);
    expect([one, other].map((hash) => pinHashSchema.safeParse(hash).success)).toEqual([true, true]);
  });

  it('may come from another program, with other costs', async () => {
    for (const hash of [asHash('1234'), asHash('1234', 32768, 4, 2)]) {
      expect(pinHashSchema.parse(hash)).toBe(hash);
      expect(await pinMatches('1234', hash)).toBe(true);
      expect(await pinMatches('4321', hash)).toBe(false);
    }
  });

  it('is no hash where it is cut off, cheap, dear, or of another kind', () => {
    const good = asHash('1234');
    const [, N = '', r = '', p = '', s = '', h = ''] = good.split('$');
    const bad = [
      'scrypt$',
      '1234',
      good.slice(0, -12),
      `${good}$more`,
      ` ${good}`,
      good.replace('scrypt', 'bcrypt'),
      ['scrypt', 1024, r, p, s, h].join('$'),
      ['scrypt', 16385, r, p, s, h].join('$'),
      ['scrypt', 2 ** 21, r, p, s, h].join('$'),
      ['scrypt', 2 ** 20, 32, p, s, h].join('$'),
      ['scrypt', N, 0, p, s, h].join('$'),
      ['scrypt', N, r, 17, s, h].join('$'),
      ['scrypt', N, r, p, 'AAAA', h].join('$'),
      ['scrypt', N, r, p, s, 'AAAA'].join('$'),
      ['scrypt', N, r, p, s, `${h.slice(0, -2)}!=`].join('$'),
    ];
    for (const hash of bad) expect(pinHashSchema.safeParse(hash).success, hash).toBe(false);
  });

  it('says what is expected, and never what was there', () => {
    const wrong = 'scrypt$16384$8$1$fakesaltcanary$fakehashcanary';
    const { error } = pinHashSchema.safeParse(wrong);
    expect(error?.message).toContain('baton --kiosk-pin');
    expect(error?.message).not.toContain('canary');
  });
});

describe('a PIN', () => {
  it('has 4 to 64 digits, as the pad has no other keys', () => {
    expect(['1234', '0000', '1'.repeat(64)].map(isPin)).toEqual([true, true, true]);
    for (const text of ['', '123', '1'.repeat(65), '12a4', '12 34', '1234\n', '١٢٣٤']) {
      expect(isPin(text), JSON.stringify(text)).toBe(false);
    }
  });
});
