import { describe, expect, it } from 'vitest';

import { addressWithin } from '../../../electron/directory/within-text';

const found = (text: string, region = 'US') => {
  const within = addressWithin(text, region);
  return within.kind === 'one' ? within.parsed.address : within.kind;
};

describe('an address in a longer text', () => {
  it.each([
    ['call Maria on +1 415 555 0134 please', '+14155550134'],
    ['call Maria on (415) 555-0134, thanks', '+14155550134'],
    ['Maria Alvarez\nBilling\nT: +44 20 7946 0958\nmaria@example.com', '+442079460958'],
    ['<a href="tel:+14155550134">call us</a>', '+14155550134'],
    ['ring tel:+1-415-555-0134.', '+14155550134'],
    ['their desk is sip:overflow2@phone.plivo.com.', 'sip:overflow2@phone.plivo.com'],
    ['415-555-0134 (that is +1 415 555 0134)', '+14155550134'],
    ['the new range +1 999 999 9999 works', '+19999999999'],
    ['ruf bitte ٠٣٠ ٢٣١٢٥٠٨٢ an', '+493023125082', 'DE'],
    ['please call Maria', 'none'],
    ['maria@example.com', 'none'],
    ['order 12345 of 2024-11-22', 'none'],
    ['Maria 0134', 'none'],
    ['either +1 415 555 0134 or +1 415 555 0135', 'several'],
    ['+1 415 555 0134 or sip:a@phone.plivo.com', 'several'],
    ['her number is +1 415 555 0134 ext. 12', 'extension'],
  ])('of %j is %j', (text, expected, region = 'US') => {
    expect(found(text, region)).toBe(expected);
  });
});
