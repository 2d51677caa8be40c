import { describe, expect, it } from 'vitest';

import { matchesPattern } from '../../../electron/transfer/address-pattern';
import { guard, repeatWindowMs, type GuardFacts } from '../../../electron/transfer/guards';

const address = '+14155550134';
const facts: GuardFacts = {
  address,
  emergency: false,
  own: '+14155550100',
  destinations: { allow: [], deny: [], directoryOnly: false },
  known: false,
  acceptedAt: null,
  now: 1_000_000,
  again: false,
};
const judge = (changes: Partial<GuardFacts>) => guard({ ...facts, ...changes })?.code ?? 'passes';
const rules = (changes: Partial<GuardFacts['destinations']>) => ({
  ...facts.destinations,
  ...changes,
});

describe('the guards', () => {
  it('let an ordinary address pass', () => {
    expect(judge({})).toBe('passes');
    expect(judge({ own: null })).toBe('passes');
  });

  it("refuse the agent's own address and emergency numbers, whatever is allowed", () => {
    const destinations = rules({ allow: ['*'] });
    expect(judge({ own: address, destinations })).toBe('own-address');
    expect(judge({ emergency: true, destinations, again: true })).toBe('emergency');
  });

  it.each([
    ['deny before allow', { deny: ['+1415*'], allow: [address] }, true, 'denied'],
    ['deny before the directory', { deny: ['*0134'], directoryOnly: true }, true, 'denied'],
    ['a deny that does not fit', { deny: ['+44*'] }, false, 'passes'],
    ['an allow that fits', { allow: ['+44*', '+1415555*'] }, false, 'passes'],
    [
      'an allow that fits, though not in the directory',
      { allow: ['+1*'], directoryOnly: true },
      false,
      'passes',
    ],
    ['an allow that does not fit', { allow: ['+44*'] }, true, 'not-allowed'],
    ['directory only, and known', { directoryOnly: true }, true, 'passes'],
    ['directory only, and not known', { directoryOnly: true }, false, 'not-in-directory'],
  ])('follow %s', (_name, destinations, known, verdict) => {
    expect(judge({ destinations: rules(destinations), known })).toBe(verdict);
  });

  it('ask before the same address again within ten seconds of its acceptance', () => {
    const accepted = (agoMs: number) => ({ acceptedAt: facts.now - agoMs });
    expect(guard({ ...facts, ...accepted(4_000) })).toEqual({ code: 'repeat', sinceMs: 4_000 });
    expect(judge(accepted(repeatWindowMs - 1))).toBe('repeat');
    expect(judge(accepted(repeatWindowMs))).toBe('passes');
    expect(judge({ ...accepted(1), again: true })).toBe('passes');
    // A clock that begins anew at every start has seen no acceptance either.
    expect(judge({ acceptedAt: null, now: 1_000 })).toBe('passes');
  });

  it('take an acceptance a little ahead of the clock for one of just now, and one further ahead for none', () => {
    const ahead = (ms: number) => guard({ ...facts, acceptedAt: facts.now + ms });
    expect(ahead(repeatWindowMs - 1)).toEqual({ code: 'repeat', sinceMs: 0 });
    expect(ahead(repeatWindowMs)).toBeNull();
    expect(ahead(3_600_000)).toBeNull();
  });
});

describe('a pattern', () => {
  it.each([
    ['+14155550134', true],
    ['+1 (415) 555-0134', true],
    ['+1415*', true],
    ['*0134', true],
    ['+1*555*34', true],
    ['*', true],
    ['**', true],
    ['*+1*', true],
    ['+1415*5550134', true],
    ['+1*5501*34', true],
    ['+1*5013*34', false],
    ['* 01-34', true],
    ['+1415555013', false],
    ['14155550134', false],
    ['+1415*0135', false],
    ['+14155550134*4', false],
    ['', false],
    ['.14155550134', false],
    ['+1415.......', false],
  ])('%j fits a number: %s', (pattern, fits) => {
    expect(matchesPattern(pattern, address)).toBe(fits);
  });

  it.each([
    ['sip:*@phone.plivo.com', true],
    ['SIP:Alice*', true],
    ['sip:bob*', false],
    ['*@*.com', true],
    ['*plivo*plivo*', false],
    [' sip:alice* ', true],
    ['*.plivo.com', true],
  ])('%j fits a SIP address: %s', (pattern, fits) => {
    expect(matchesPattern(pattern, 'sip:alice@phone.plivo.com')).toBe(fits);
    expect(matchesPattern(pattern, 'sip:Alice@Phone.plivo.com')).toBe(fits);
  });

  it('keeps the dots of a SIP address that ends like a number', () => {
    expect(matchesPattern('sip:alice@192.0.2.1', 'sip:alice@192.0.2.1')).toBe(true);
  });

  it('cannot be made to hang', () => {
    expect(matchesPattern('*1'.repeat(128), `+${'1'.repeat(100)}`)).toBe(false);
  });
});
