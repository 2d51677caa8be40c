import { describe, expect, it } from 'vitest';

import { countryNamer } from '../../../electron/directory/destinations';
import { loadEmergencyNumbers } from '../../../electron/directory/emergency';
import { answerQuery, type QueryContext } from '../../../electron/directory/query';
import { findPeople } from '../../../electron/directory/worker/find-people';
import { entry, known, searchOf } from './people';

const countryName = countryNamer('en');
const isEmergency = await loadEmergencyNumbers();

const people = searchOf([
  entry('Maria Alvarez', '+14155550134', { department: 'Billing', company: 'Northwind' }),
  entry('Ana Marín', '+14155550135', { company: 'Contoso', role: 'customer' }),
  entry('Zoë Okafor', '+33199005099', { aliases: ['4021'] }),
]);
people.setContext(
  [
    known('Salim Omar', 'sip:salim@phone.plivo.com'),
    known('Bo Nilsen', '+14155550172', { note: 'Sales' }),
    known(null, '+442079460958', { recorded: true }),
  ],
  [],
);

const ask = (text: string, refusalOf: QueryContext['refusalOf'] = () => null) =>
  answerQuery(text, {
    region: 'US',
    countryName,
    isEmergency,
    find: (sought, address, limit) =>
      Promise.resolve(findPeople(people, { text: sought, address, limit })),
    refusalOf,
  });

describe('what the popup makes of a text', () => {
  it('reads back the number, its country and whose it is', async () => {
    expect((await ask('(415) 555-0135')).verdict).toEqual({
      kind: 'complete',
      knownRange: true,
      withinText: false,
      refusal: null,
      destination: {
        address: '+14155550135',
        display: '+1 415 555 0135',
        name: 'Ana Marín',
        note: 'Contoso',
        country: 'United States',
        role: 'customer',
      },
    });
    expect((await ask('+44 20 7946 0958')).verdict).toMatchObject({
      destination: { name: null, country: 'United Kingdom' },
    });
  });

  it('takes an extension for whoever has it, and leaves its digits as they were typed', async () => {
    expect(await ask('4021')).toMatchObject({
      verdict: { kind: 'search' },
      formatted: '4021',
      suggestions: [{ destination: { name: 'Zoë Okafor' } }],
    });
    expect(await ask('402')).toMatchObject({ verdict: { kind: 'too-short' } });
  });

  it('names the department before the company, and the country', async () => {
    expect((await ask('maria')).suggestions[0]?.destination).toMatchObject({
      name: 'Maria Alvarez',
      note: 'Billing',
      country: 'United States',
    });
  });

  it('marks what matched, and says how many match', async () => {
    const reply = await ask('mari');
    expect(reply.matches).toBe(2);
    expect(reply.suggestions).toMatchObject([
      { destination: { name: 'Maria Alvarez' }, nameMatches: [[0, 4]] },
      { destination: { name: 'Ana Marín' }, nameMatches: [[4, 8]] },
    ]);
    expect((await ask('billing')).suggestions).toMatchObject([{ noteMatches: [[0, 7]] }]);
    expect((await ask('0134')).suggestions[0]).toMatchObject({ displayMatches: [[11, 15]] });
  });

  it.each([
    ['', 'empty'],
    ['Maria', 'search'],
    ['room 4021', 'search'],
    ['Maria <Billing>', 'search'],
    ['+1415', 'too-short'],
    ['+141555501012', 'too-long'],
    ['1-800-FLOWERS', 'not-callable'],
    ['+1 415 555 0101 x9', 'not-callable'],
    ['911', 'not-callable'],
    ['9 911', 'not-callable'],
    ['+1415555\u00000134', 'not-callable'],
    ['+1415555\n0134', 'not-callable'],
  ])('judges %j as %s', async (text, kind) => {
    expect((await ask(text)).verdict.kind).toBe(kind);
  });

  it('reads the one number in a text that was pasted', async () => {
    for (const text of [
      'call Maria on +1 415 555 0134 please',
      'Maria Alvarez\nT +1 415 555 0134\nmaria@example.com',
    ]) {
      const reply = await ask(text);
      expect(reply.verdict).toMatchObject({
        kind: 'complete',
        withinText: true,
        destination: { address: '+14155550134', name: 'Maria Alvarez' },
      });
      expect(reply.formatted).toBe(text);
    }
    expect((await ask('tel:+14155550134')).verdict).toMatchObject({ withinText: false });
  });

  it('reads the one address in brackets behind a name', async () => {
    expect((await ask('"Salim" <sip:salim@phone.plivo.com>')).verdict).toMatchObject({
      kind: 'complete',
      withinText: true,
      destination: { address: 'sip:salim@phone.plivo.com' },
    });
    expect((await ask('Maria <+1 415 555 0134>')).verdict).toMatchObject({
      kind: 'complete',
      destination: { address: '+14155550134' },
    });
  });

  it.each([
    ['Maria <maria@example.com>', 'sip'],
    ['+14155550134<+14155550135>', 'several'],
    ['Maria <+14155550134<+14155550135>', 'several'],
    ['Maria <+14155550134 or +14155550135>', 'several'],
    ['+1 415 555 0134 or else +1 415 555 0135', 'several'],
    ['dial +1 415 555 0134 ext 9 today', 'extension'],
  ])('says why it does not choose in %j', async (text, why) => {
    expect((await ask(text)).verdict).toEqual({ kind: 'not-callable', why });
  });

  it('says which check will refuse, of whoever has the address', async () => {
    const refusal = async (text: string) => {
      const { verdict } = await ask(text, (parsed, { listed }) =>
        parsed.kind === 'number' && listed !== true ? 'not-in-directory' : null,
      );
      return verdict.kind === 'complete' ? verdict.refusal : verdict.kind;
    };
    expect(await refusal('+14155550134')).toBeNull();
    expect(await refusal('please ring +14155550172')).toBe('not-in-directory');
    expect(await refusal('salim@phone.plivo.com')).toBeNull();
  });

  it('warns of a number that is one slip away from a favourite, not of the directory', async () => {
    const { lookAlikes } = await ask('+14155550127');
    expect(lookAlikes).toMatchObject([
      {
        destination: { name: 'Bo Nilsen' },
        warn: true,
        differs: [
          [13, 14],
          [14, 15],
        ],
      },
      { destination: { name: 'Ana Marín' }, warn: false },
      { destination: { name: 'Maria Alvarez' }, warn: false },
    ]);
    expect((await ask('+14155550133')).lookAlikes[0]).toMatchObject({
      destination: { name: 'Ana Marín' },
      warn: false,
    });
  });

  it('does not mistake a number that somebody has for another', async () => {
    expect((await ask('+14155550134')).lookAlikes).toEqual([]);
    expect((await ask('maria')).lookAlikes).toEqual([]);
  });

  it('answers with the text that was asked, so that a late answer can be told', async () => {
    expect((await ask('+141555')).text).toBe('+141555');
  });
});
