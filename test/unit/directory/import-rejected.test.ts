import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseAddress } from '../../../electron/directory/address';
import { plainNumber } from '../../../electron/directory/import/plain-number';
import { entry, taken } from '../../support/directory-files';

const header = 'name,number,sip,role,department,aliases';
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const outcome = (...cells: string[]) => {
  const result = taken('people.csv', `${header}\n${cells.map(quoted).join(',')}\n`);
  if (!result.ok) return result.error.code;
  const reasons = result.value.rejected.map(({ reason }) => reason);
  return [...result.value.entries.map(({ address }) => address), ...reasons];
};

describe('a number in a file', () => {
  it.each([
    ['="+14155550134"', '+14155550134'],
    ['=+14155550134', '+14155550134'],
    ["'+1 415 555 0134", '+14155550134'],
    ['14155550134.0', '+14155550134'],
    ['tel:+1-415-555-0134', '+14155550134'],
    ['+٤٤ ٢٠ ٧٩٤٦ ٠٩٥٨', '+442079460958'],
    ['sip:anna@example.com', 'sip:anna@example.com'],
    ['1.41555E+10', 'number-not-callable'],
    ['1,41555E+10', 'number-not-callable'],
    ['+1 415 555 0134 x12', 'number-not-callable'],
    ['+14155550134;ext=12', 'number-not-callable'],
    ['1-800-FLOWERS', 'number-not-callable'],
    ['ask Anna', 'number-not-callable'],
    ['anna@example.com', 'number-not-callable'],
    ['+1 415 555', 'number-too-short'],
    ['4021', 'number-too-short'],
    ['+1 415 555 0134 5678', 'number-too-long'],
    ['+1 415 555 0134 / +1 415 555 0135', 'several-numbers'],
    ['+1 415 555\u0007 0134', 'control-characters'],
    ['9'.repeat(301), 'too-long'],
  ])('%j is %s', (number, expected) => {
    expect(outcome('Anna', number)).toEqual([expected]);
  });

  it('beside others is an entry of its own', () => {
    expect(outcome('Anna', '+14155550134 ::: 4155550135; (415) 555-0136\n4155550137')).toEqual([
      '+14155550134',
      '+14155550135',
      '+14155550136',
      '+14155550137',
    ]);
  });

  it.each([
    ['+1 415\n555 0134', 'number-too-short'],
    ['+1 415\n555 0134 5678 9012 3456', 'number-too-short'],
    ['ask\n12', 'number-not-callable'],
    ['12;13', 'number-too-short'],
  ])('%j, broken into several, is rejected once, with the line of its row', (number, reason) => {
    const cell = quoted(number);
    const text = `Ben, ${number.replaceAll('\n', ' ')}`;
    expect(taken('people.csv', `name,number\nAnna,+14155550133\nBen,${cell}\n`)).toMatchObject({
      value: { entries: [{ name: 'Anna' }], rejected: [{ line: 3, text, reason }] },
    });
  });

  it('that is wrong for one reason in several columns is listed once for it', () => {
    const rows = 'name,mobile,work phone,home phone\nAnna,12,13,ask Ben\n';
    const result = taken('people.csv', rows);
    expect(result.ok && result.value.rejected.map(({ reason }) => reason)).toEqual([
      'number-too-short',
      'number-not-callable',
    ]);
  });

  it('that is wrong leaves the others of its row', () => {
    expect(outcome('Anna', '+14155550134;12')).toEqual(['+14155550134', 'number-too-short']);
  });

  it('is read in its plain writing as it is read when it is typed', () => {
    const digits = fc.stringMatching(/^\+?[0-9]{2,4}[ -]?\(?[0-9]{0,5}\)?[ .-]?[0-9]{2,8}$/);
    const region = fc.constantFrom('US', 'GB', 'DE', 'IT', 'MX', 'AR', 'BR', 'IN', 'CI', 'ZZ');
    fc.assert(
      fc.property(digits, region, (text, of) => {
        const typed = parseAddress(text, of);
        expect(plainNumber(text, of)).toBe(typed.ok ? typed.value.address : null);
      }),
      { numRuns: 2000 },
    );
  }, 60_000);
});

describe('a SIP address in a file', () => {
  it.each([
    ['sip:anna@Example.com', 'sip:anna@example.com'],
    ['anna@example.com', 'sip:anna@example.com'],
    ['billing140703093944', 'sip:billing140703093944@phone.plivo.com'],
    ['sip:billing140703093944', 'sip:billing140703093944@phone.plivo.com'],
    ['+14155550134', '+14155550134'],
    ['anna', 'sip-address-invalid'],
    ['sip:anna smith@example.com', 'sip-address-invalid'],
    ['4021', 'sip-address-invalid'],
  ])('%j is %s', (address, expected) => {
    expect(outcome('Anna', '', address)).toEqual([expected]);
  });
});

describe('a row of a file', () => {
  it('without a name is listed with what is missing', () => {
    expect(outcome('Anna')).toEqual(['no-address']);
    expect(outcome('', '', '', '', 'Billing')).toEqual(['no-name-and-no-address']);
  });

  it.each([
    ['name', ['N'.repeat(201), '+14155550134']],
    ['department', ['Anna', '+14155550134', '', '', 'D'.repeat(201)]],
    ['alias', ['Anna', '+14155550134', '', '', '', 'a'.repeat(101)]],
  ])('with a %s that is too long is refused', (_, cells) => {
    expect(outcome(...cells)).toEqual(['too-long']);
  });

  it('with a role that is none of ours is refused', () => {
    const rows = ['Anna,+14155550134,,agent,,', 'Ben,+14155550135,,boss,,'];
    expect(taken('people.csv', [header, ...rows].join('\n'))).toMatchObject({
      value: {
        entries: [{ name: 'Anna', role: 'agent' }],
        rejected: [{ line: 3, text: 'Ben, +14155550135, boss', reason: 'role-unknown' }],
      },
    });
  });

  it('is refused the second time, and another name for the same address is kept', () => {
    const rows = ['Anna,+14155550134', 'Desk,(415) 555-0134', 'Anna,415-555-0134'];
    expect(taken('people.csv', ['name,number', ...rows].join('\n'))).toEqual({
      ok: true,
      value: {
        entries: [
          entry({ name: 'Anna', address: '+14155550134' }),
          entry({ name: 'Desk', address: '+14155550134' }),
        ],
        rejected: [{ line: 4, text: 'Anna, 415-555-0134', reason: 'duplicate' }],
      },
    });
  });

  it('cannot make its name read as another one', () => {
    expect(
      taken('people.csv', 'name,number\n"\u202eannA\u2066 \u200b B\u0007x",+14155550134'),
    ).toMatchObject({ value: { entries: [{ name: 'annA B x' }] } });
  });

  it('keeps the joiners that scripts need in names', () => {
    expect(taken('people.csv', 'name,number\nمی\u200cخواهم,+14155550134')).toMatchObject({
      value: { entries: [{ name: 'می\u200cخواهم' }] },
    });
  });

  it('has twenty aliases at most, each once', () => {
    const aliases = Array.from({ length: 30 }, (_, index) => `a${index % 25}`).join(';');
    const result = taken('people.csv', `${header}\nAnna,+14155550134,,,,${aliases}`);
    expect(result.ok && result.value.entries[0]?.aliases).toEqual(
      Array.from({ length: 20 }, (_, index) => `a${index}`),
    );
  });

  it('gives no entry when the directory is full', () => {
    const rows = Array.from({ length: 100_002 }, (_, row) => `P${row},sip:p${row}@example.com`);
    const result = taken('people.csv', ['name,sip', ...rows].join('\n'));
    expect(result.ok && result.value.entries).toHaveLength(100_000);
    expect(result.ok && result.value.rejected).toEqual([
      { line: 100_002, text: 'P100000, sip:p100000@example.com', reason: 'directory-full' },
      { line: 100_003, text: 'P100001, sip:p100001@example.com', reason: 'directory-full' },
    ]);
  }, 60_000);
});
