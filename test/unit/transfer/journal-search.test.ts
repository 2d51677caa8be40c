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
const text = searchText(intent, null) + searchText(null, outcome);

const found = (wanted: string) => searchNeedles(wanted).every((needle) => text.includes(needle));

describe('looking for an attempt', () => {
  it.each([
    ['a part of the name', 'mül'],
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
  });
});
