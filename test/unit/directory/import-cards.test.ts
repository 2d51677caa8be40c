import { describe, expect, it } from 'vitest';

import { windows1252 } from '../../support/directory-encodings';
import { entry, taken } from '../../support/directory-files';

const card = (...lines: string[]): string =>
  ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');
const entriesIn = (content: string | Uint8Array) => {
  const result = taken('people.vcf', content);
  return result.ok ? result.value.entries : result.error;
};

describe('a vCard', () => {
  it('without a whole name has the parts of it in the order in which they are said', () => {
    const parts = card('VERSION:3.0', 'N:Alvarez;Maria;Luisa;Dr.;', 'TEL:+14155550134');
    expect(entriesIn(parts)).toEqual([
      entry({ name: 'Maria Luisa Alvarez', address: '+14155550134' }),
    ]);
  });

  it('without any name has the one of its company, else its number', () => {
    const cards =
      card('VERSION:3.0', 'N:;;;;', 'FN:', 'ORG:Example Ltd;Billing', 'TEL:+14155550134') +
      card('VERSION:4.0', 'FN:', 'TEL:+14155550135');
    expect(entriesIn(cards)).toEqual([
      entry({ name: 'Example Ltd', address: '+14155550134', department: 'Billing' }),
      entry({ name: '+1 415 555 0135', address: '+14155550135' }),
    ]);
  });

  it('may have lines that are folded, as each version folds them', () => {
    const folded = card(
      'VERSION:3.0',
      'FN:Maria Al',
      ' varez',
      'TEL;TYPE=WO',
      '\tRK:+1415',
      ' 5550134',
    );
    const old = card('VERSION:2.1', 'FN:Maria', ' Alvarez', 'TEL;WORK:+1', ' 4155550134');
    const maria = entry({ name: 'Maria Alvarez', address: '+14155550134', label: 'Work' });
    expect(entriesIn(folded)).toEqual([maria]);
    expect(entriesIn(old)).toEqual([maria]);
  });

  it('of version 2.1 has commas that separate nothing', () => {
    const old = card(
      'VERSION:2.1',
      'N:Smith, Jr.;Al\\;B',
      'ORG:A, B \\ C;D, E',
      'TEL:+14155550134',
    );
    expect(entriesIn(old)).toEqual([
      entry({
        name: 'Al;B Smith, Jr.',
        address: '+14155550134',
        company: 'A, B \\ C',
        department: 'D, E',
      }),
    ]);
  });

  it('says itself which characters the bytes of a value are', () => {
    const bytes = [
      ...Buffer.from('BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=windows-1251:'),
      ...[0xc8, 0xe2, 0xe0, 0xed],
      ...Buffer.from('\r\nTEL:+14155550134\r\nEND:VCARD\r\n'),
    ];
    expect(entriesIn(Uint8Array.from(bytes))).toEqual([
      entry({ name: 'Иван', address: '+14155550134' }),
    ]);
    const western = card('VERSION:3.0', 'FN:Zoë', 'TEL:+14155550134');
    expect(entriesIn(windows1252(western))).toEqual([
      entry({ name: 'Zoë', address: '+14155550134' }),
    ]);
  });

  it('gives SIP addresses wherever it has them', () => {
    const sip = card(
      'VERSION:3.0',
      'FN:Anna',
      'X-SIP;WORK:anna@one.example',
      'IMPP;X-SERVICE-TYPE=SIP:anna@two.example',
      'IMPP:sip:anna@three.example',
      'URL;TYPE=work:sip:anna@four.example',
      'URL:http://five.example',
      'IMPP;X-SERVICE-TYPE=Skype:skype:anna',
    );
    expect(entriesIn(sip)).toEqual(
      ['one', 'two', 'three', 'four'].map((host) =>
        entry({ name: 'Anna', address: `sip:anna@${host}.example` }),
      ),
    );
  });

  it('gives no fax or pager', () => {
    const numbers = card(
      'VERSION:3.0',
      'FN:Anna',
      'TEL;TYPE=HOME,FAX:+14155550134',
      'TEL;TYPE=pager:+14155550135',
      'TEL;TYPE="work,voice":+14155550136',
      'item1.TEL:+14155550137',
      'item1.X-ABLabel:_$!<HomeFAX>!$_',
    );
    expect(entriesIn(numbers)).toEqual([
      entry({ name: 'Anna', address: '+14155550136', label: 'Work' }),
    ]);
  });

  it('that is broken is one rejected row, and the others are taken', () => {
    const cards =
      card('VERSION:3.0', 'FN:Anna', 'TEL:+14155550134') +
      'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:No End\r\nTEL:+14155550135\r\n' +
      card('VERSION:3.0', 'FN:No Colon', 'this is no property', 'TEL:+14155550136') +
      card('VERSION:3.0', 'FN:Ben', 'TEL:+14155550137');
    expect(taken('people.vcf', cards)).toEqual({
      ok: true,
      value: {
        entries: [
          entry({ name: 'Anna', address: '+14155550134' }),
          entry({ name: 'Ben', address: '+14155550137' }),
        ],
        rejected: [
          { line: 6, text: 'VERSION:3.0 FN:No End TEL:+14155550135', reason: 'row-unreadable' },
          {
            line: 10,
            text: 'VERSION:3.0 FN:No Colon this is no property TEL:+14155550136 END:VCARD',
            reason: 'row-unreadable',
          },
        ],
      },
    });
  });

  it('without an address is listed with the line on which it begins', () => {
    const cards =
      card('VERSION:3.0', 'FN:Anna', 'TEL:+14155550134') + card('VERSION:3.0', 'FN:Ben');
    expect(taken('people.vcf', cards)).toMatchObject({
      value: { rejected: [{ line: 6, text: 'Ben', reason: 'no-address' }] },
    });
  });

  it.each([
    ['\nBEGIN:VCARD\nVERSION:3.0\nFN:Anna\n', 2],
    ['no card at all', 1],
  ])('is wanted of a file of cards: %j', (content, line) => {
    expect(taken('people.vcf', content)).toEqual({
      ok: false,
      error: { code: 'vcard-malformed', line },
    });
  });
});
