import { describe, expect, it } from 'vitest';

import {
  displayAddress,
  formattedWhileTyping,
  looksLikeAddress,
  parseAddress,
} from '../../../electron/directory/address';

const addressOf = (text: string, region = 'US') => {
  const result = parseAddress(text, region);
  return result.ok ? result.value.address : result.error;
};

describe('an address', () => {
  it.each([
    ['+14155550101', '+14155550101'],
    ['(415) 555-0101', '+14155550101'],
    ['1 415 555 0101', '+14155550101'],
    ['415.555.0101', '+14155550101'],
    ['tel:+1-415-555-0101', '+14155550101'],
    ['callto:+14155550101', '+14155550101'],
    ['"(415) 555-0101",', '+14155550101'],
    ['  +44 20 7946 0958 ', '+442079460958'],
    ['011 44 20 7946 0958', '+442079460958'],
    ['+1 415\u00a0555\u202f0101', '+14155550101'],
  ])('is read from %j as a number', (text, address) => {
    expect(addressOf(text)).toBe(address);
  });

  it('belongs to the region of the line where it has no country code', () => {
    expect(addressOf('020 7946 0958', 'GB')).toBe('+442079460958');
    expect(addressOf('020 7946 0958', 'US')).toBe('too-long');
  });

  it.each([
    ['sip:alice123456789012@phone.plivo.com', 'sip:alice123456789012@phone.plivo.com'],
    ['SIP:Alice@Phone.Plivo.COM', 'sip:Alice@phone.plivo.com'],
    ['alice@phone.plivo.com', 'sip:alice@phone.plivo.com'],
    ['sip:alice@10.0.0.7:5080', 'sip:alice@10.0.0.7:5080'],
  ])('is read from %j as a SIP address', (text, address) => {
    expect(addressOf(text)).toBe(address);
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['+', 'too-short'],
    ['415555', 'too-short'],
    ['2042', 'too-short'],
    ['+1 415 555 01011', 'too-long'],
    ['+123456789012345678', 'too-long'],
    ['+999 123 456', 'invalid'],
    ['+1 415 555 0101 x12', 'extension'],
    ['+1 415 555 0101 ext. 12', 'extension'],
    ['4155550101#12', 'extension'],
    ['4155550101,12', 'extension'],
    ['1-800-FLOWERS', 'vanity'],
    ['1-800-MY-APPLE', 'vanity'],
    ['4155550134, 4155550135', 'several'],
    ['+1 415 555 0134; +1 415 555 0135', 'several'],
    ['+14155550101<+14155550102', 'several'],
    ['sip:', 'sip'],
    ['sip:a b@c', 'sip'],
    ['sip:alice@', 'sip'],
    ['sip:alice@host..com', 'sip'],
    ['sip:alice@host:99999', 'sip'],
    ['sip:alice@host?x=1', 'sip'],
    ['+1415555\r\n0101', 'control-characters'],
    ['+1415\u00005550101', 'control-characters'],
    ['Maria', 'name'],
    ['24 hours', 'name'],
  ])('is refused in %j as %s', (text, error) => {
    expect(addressOf(text)).toBe(error);
  });

  it('has at most 256 characters, as everything that keeps or shows one takes', () => {
    const ofLength = (length: number) => `sip:${'a'.repeat(64)}@${'b'.repeat(length - 69)}`;
    expect(addressOf(ofLength(256))).toBe(ofLength(256));
    expect(addressOf(ofLength(257))).toBe('sip');
  });

  it('is sent in ASCII digits whatever script they were typed in', () => {
    expect(addressOf('+١٤١٥٥٥٥٠١٠١')).toBe('+14155550101');
    expect(addressOf('＋１４１５５５５０１０１')).toBe('+14155550101');
    expect(addressOf('+१४१५५५५०१०१')).toBe('+14155550101');
    expect(addressOf('+𝟏𝟒𝟏𝟓𝟓𝟓𝟓𝟎𝟏𝟎𝟏')).toBe('+14155550101');
  });

  it('loses the invisible characters that come with a paste', () => {
    expect(addressOf('\u202a+1 415 555 0101\u202c')).toBe('+14155550101');
  });

  it('says its country and whether its range is known', () => {
    const known = parseAddress('+442079460958', 'US');
    const unknown = parseAddress('+1 415 055 0101', 'US');
    expect(known).toMatchObject({
      ok: true,
      value: { country: 'GB', display: '+44 20 7946 0958' },
    });
    expect(unknown).toMatchObject({ ok: true, value: { knownRange: false } });
  });

  it('is shown formatted, and as it stands where it cannot be read', () => {
    expect(displayAddress('+14155550101', 'US')).toBe('+1 415 555 0101');
    expect(displayAddress('sip:alice@host.example', 'US')).toBe('alice@host.example');
    expect(displayAddress('garbage!', 'US')).toBe('garbage!');
  });
});

describe('text in the field', () => {
  it('is formatted while a number is typed, and never loses a digit', () => {
    for (const whole of ['+14155550101', '4155550101', '+442079460958', '+49301234567']) {
      for (let length = 1; length <= whole.length; length += 1) {
        const typed = whole.slice(0, length);
        expect(formattedWhileTyping(typed, 'US').replace(/[^\d+]/g, '')).toBe(typed);
      }
    }
  });

  it('is left alone where it is a name, a SIP address or ends in a separator', () => {
    for (const text of ['Maria', 'sip:1234567', '415-', '+1 ', '', '415x12']) {
      expect(formattedWhileTyping(text, 'US')).toBe(text);
    }
  });

  it('is told apart from a name', () => {
    expect(looksLikeAddress('+1')).toBe(true);
    expect(looksLikeAddress('sip:al')).toBe(true);
    expect(looksLikeAddress('al@host')).toBe(true);
    expect(looksLikeAddress('Maria 2')).toBe(false);
  });
});
