import { describe, expect, it } from 'vitest';

import { countryNamer, destinationsOf } from '../../../electron/directory/destinations';
import { loadEmergencyNumbers } from '../../../electron/directory/emergency';
import { answerQuery } from '../../../electron/directory/query';

const countryName = countryNamer('en');
const isEmergency = await loadEmergencyNumbers();
const known = destinationsOf(
  [
    { name: 'Maria Alvarez', address: '+14155550134', note: 'Billing' },
    { name: 'Ana Marín', address: '+14155550135', note: 'Sales', role: 'customer' },
    { name: 'Salim Omar', address: 'sip:salim@phone.plivo.com' },
    { name: 'Broken', address: 'not a number' },
  ],
  'US',
  countryName,
);
const ask = (text: string) => answerQuery(text, { region: 'US', countryName, known, isEmergency });

describe('what the popup makes of a text', () => {
  it('leaves out records that cannot be called', () => {
    expect(known.map((entry) => entry.name)).toEqual(['Maria Alvarez', 'Ana Marín', 'Salim Omar']);
  });

  it('reads back the number, its country and whose it is', () => {
    expect(ask('(415) 555-0135').verdict).toEqual({
      kind: 'complete',
      knownRange: true,
      destination: {
        address: '+14155550135',
        display: '+1 415 555 0135',
        name: 'Ana Marín',
        note: 'Sales',
        country: 'United States',
        role: 'customer',
      },
    });
    expect(ask('+44 20 7946 0958').verdict).toMatchObject({
      destination: { name: null, country: 'United Kingdom' },
    });
  });

  it('finds names without regard to case and diacritics, starts of names before the rest', () => {
    expect(ask('mari').suggestions.map((s) => s.destination.name)).toEqual([
      'Maria Alvarez',
      'Ana Marín',
    ]);
    expect(ask('marin').suggestions[0]).toMatchObject({ nameMatches: [[4, 9]] });
    expect(ask('OMAR').suggestions[0]?.destination.name).toBe('Salim Omar');
  });

  it('finds part of a number in any writing, and marks it in the formatted one', () => {
    const [first] = ask('555-0134').suggestions;
    expect(first?.destination.name).toBe('Maria Alvarez');
    expect(
      first?.displayMatches.map(([from, to]) => first.destination.display.slice(from, to)),
    ).toEqual(['555 0134']);
  });

  it('finds teams and SIP users', () => {
    expect(ask('billing').suggestions[0]?.destination.name).toBe('Maria Alvarez');
    expect(ask('salim@').suggestions[0]?.destination.name).toBe('Salim Omar');
  });

  it.each([
    ['', 'empty'],
    ['Maria', 'search'],
    ['+1415', 'too-short'],
    ['+141555501012', 'too-long'],
    ['1-800-FLOWERS', 'not-callable'],
    ['+1 415 555 0101 x9', 'not-callable'],
    ['911', 'not-callable'],
    ['9 911', 'not-callable'],
  ])('judges %j as %s', (text, kind) => {
    expect(ask(text).verdict.kind).toBe(kind);
  });

  it('answers with the text that was asked, so that a late answer can be told', () => {
    expect(ask('+141555').text).toBe('+141555');
  });
});
