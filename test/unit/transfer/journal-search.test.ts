import { describe, expect, it } from 'vitest';

import { intentEntry, outcomeEntry } from '../../../electron/transfer/journal-entries';
import { searchNeedles, searchText } from '../../../electron/transfer/journal-search';
import { accepted, maria, running } from './examples';

const intent = intentEntry(
  running({ destination: { ...maria, name: 'José  Müller', display: '+1 415-555-0134' } }),
).body;
const outcome = outcomeEntry(
  'attempt-1',
  {
    ...accepted,
    outcome: 'refused',
    reason: { code: 'http-404', plivoReason: 'Node NOT found', cause: 'EXAMPLE' },
    endedAt: 0,
  },
  null,
).body;

function found(wanted: string): boolean {
  const text = searchText(intent, null) + searchText(null, outcome);
  return searchNeedles(wanted).every((needle) => text.includes(needle));
}

describe('looking for an attempt', () => {
  it.each([
    ['a part of the name', 'mül'],
    ['it with a NUL inside, which no text can hold', 'm\0ül'],
    ['the name without accents', 'jose muller'],
    ['the name in capitals', 'JOSÉ MÜLLER'],
    ['its words in another order', 'müller jose'],
    ['the number as dialled', '+14155550134'],
    ['the number as shown', '+1 415-555-0134'],
    ['the number in brackets', '(415) 555-0134'],
    ['the number with the zeros of a country that has them', '0 (415) 555 0134'],
    ['the number with zeros for the plus', '001 415 555 0134'],
    ['the last digits', '0134'],
    ['the api_id', '8C77B816'],
    ["Plivo's words", 'node not found'],
    ['the reason', 'http-404'],
    ['the cause', 'example'],
    ['nothing', '  '],
  ])('finds %s', (_, wanted) => {
    expect(found(wanted)).toBe(true);
  });

  it.each(['maria', 'jose alvarez', '0135', '+49 415 555 0134', '%', '_ose', '*'])(
    'does not find %j',
    (wanted) => {
      expect(found(wanted)).toBe(false);
    },
  );

  it('runs over a reason that somebody changed into nonsense', () => {
    expect(searchText(null, { ...outcome, apiId: null, reason: 'nonsense' })).toBe('');
    expect(searchText(null, { ...outcome, apiId: null, reason: { code: 7 } })).toBe('');
    expect(searchText(null, { ...outcome, apiId: null, reason: null })).toBe('');
  });
});

describe('what is looked through', () => {
  it('is one line for each word or number that there is, folded', () => {
    const both = searchText(intent, outcome).split('\n');
    expect(both).toEqual([
      'jose muller',
      '+1 415-555-0134',
      '+14155550134',
      '8c77b816-d621-4028-afc8-1aeab1d497a8',
      'http-404',
      'node not found',
      'example',
      '',
    ]);
    expect(searchText({ ...intent, name: '' }, null)).toBe('+1 415-555-0134\n+14155550134\n');
  });
});

describe('what is looked for', () => {
  it.each([
    ['http-404', ['http-404']],
    ['404x', ['404x']],
    ['(7', ['7']],
    ['(415) 555-(0134)', ['4155550134']],
    ['100 555 0134', ['1005550134']],
    ['0134', ['0134']],
    ['  José   Müller ', ['jose', 'muller']],
    ['   ', []],
  ])('in %j is %j', (wanted, needles) => {
    expect(searchNeedles(wanted)).toEqual(needles);
  });
});
