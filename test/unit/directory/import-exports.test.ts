import { describe, expect, it } from 'vitest';

import {
  agentCard,
  androidCards,
  appleCards,
  entry,
  germanExcel,
  googleCards,
  googleNew,
  googleOld,
  outlook,
  outlookCard,
  outlookFrench,
  outlookGerman,
  plivoEndpoints,
  plivoNumbers,
  taken,
  version4Cards,
} from '../../support/directory-files';
import { windows1252 } from '../../support/directory-encodings';

const ok = (entries: unknown, rejected: unknown = []) => ({
  ok: true,
  value: { entries, rejected },
});

describe('an export of Google Contacts', () => {
  it('gives every field of the table as it was until 2023', () => {
    const maria = {
      name: 'Maria Luisa Alvarez',
      aliases: ['Mari', 'Billing'],
      department: 'Accounts',
      company: 'Example, Inc.',
    };
    expect(taken('contacts.csv', googleOld)).toEqual(
      ok(
        [
          entry({ ...maria, address: '+14155550134', label: 'Work' }),
          entry({ ...maria, address: '+14155550135', label: 'Work' }),
          entry({ ...maria, address: '+14155550136', label: 'Mobile' }),
        ],
        [{ line: 4, text: 'Only Mail, only@example.com', reason: 'no-address' }],
      ),
    );
  });

  it('gives every field of the table as it is since', () => {
    const zoe = {
      name: 'Zoë Ångström',
      aliases: ['Zo', 'Night shift'],
      department: 'Support',
      company: 'Example AB',
    };
    expect(taken('contacts.csv', googleNew)).toEqual(
      ok([
        entry({ ...zoe, address: '+46846500412', label: 'Work' }),
        entry({ ...zoe, address: '+46701740612', label: 'Direct line' }),
        entry({ name: 'Front desk', address: '+14155550140' }),
      ]),
    );
  });

  it.each([
    ...['Work Fax', '* Home Fax', 'Fax (Arbeit)', 'Fax del trabajo', 'Télécopie', 'Pager'],
    'Assistant',
  ])('leaves out a number that is labelled %j', (label) => {
    const table = [
      'First Name,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value',
      `Zoë,${label},+14155550134,Halifax,+14155550135`,
    ].join('\r\n');
    expect(taken('contacts.csv', table)).toEqual(
      ok([entry({ name: 'Zoë', address: '+14155550135', label: 'Halifax' })]),
    );
  });

  it('gives every field of its vCards', () => {
    const sam = {
      name: 'Sam Lee',
      aliases: ['Support'],
      department: 'Support',
      company: 'Example Ltd',
    };
    expect(taken('contacts.vcf', googleCards)).toEqual(
      ok([
        entry({ ...sam, address: '+14155550155', label: 'Work' }),
        entry({ ...sam, address: '+14155550156', label: 'Night desk' }),
      ]),
    );
  });
});

describe('an export of Outlook', () => {
  const renee = {
    name: 'Renée Müller–O’Brien',
    aliases: ['Front office', 'Billing'],
    department: 'Réception',
    company: 'Café Exämple',
  };
  const everyNumber = ok([
    entry({ ...renee, address: '+14155550141', label: 'Business' }),
    entry({ ...renee, address: '+14155550142', label: 'Business 2' }),
    entry({ ...renee, address: '+14155550143', label: 'Company Main' }),
    entry({ ...renee, address: '+14155550144', label: 'Home' }),
    entry({ ...renee, address: '+14155550145', label: 'Mobile' }),
  ]);

  it('gives every number but those of faxes and assistants, in Windows-1252', () => {
    expect(taken('outlook.csv', windows1252(outlook))).toEqual(everyNumber);
  });

  it('gives the same as the Unicode text that a spreadsheet saves of it', () => {
    const tabbed = outlook
      .replaceAll('","', '"\t"')
      .replace(/^[^\r]*/, (header) => header.replaceAll(',', '\t'));
    const unicode = Buffer.from(`\ufeff${tabbed}`, 'utf16le');
    expect(taken('outlook.txt', unicode)).toEqual(everyNumber);
    expect(taken('outlook.txt', Buffer.from(unicode).swap16())).toEqual(everyNumber);
  });

  it('gives every field in German', () => {
    const juergen = {
      name: 'Jürgen Weiß',
      aliases: ['Rechnung', 'Mahnung'],
      department: 'Buchhaltung',
      company: 'Beispiel GmbH',
    };
    expect(taken('outlook.csv', windows1252(outlookGerman), { region: 'DE' })).toEqual(
      ok([
        entry({ ...juergen, address: '+493023125001', label: 'geschäftlich' }),
        entry({ ...juergen, address: '+493023125000', label: 'Firma' }),
        entry({ ...juergen, address: '+493023125002', label: 'privat' }),
        entry({ ...juergen, address: '+491713920001', label: 'Mobiltelefon' }),
      ]),
    );
  });

  it('gives every field in French', () => {
    const chloe = {
      name: 'Chloé Lefèvre',
      aliases: ['Factures'],
      department: 'Comptabilité',
      company: 'Exemple SARL',
    };
    expect(taken('outlook.csv', outlookFrench, { region: 'FR' })).toEqual(
      ok([
        entry({ ...chloe, address: '+33199001234', label: 'bureau' }),
        entry({ ...chloe, address: '+33639981234', label: 'mobile' }),
      ]),
    );
  });

  it('gives every field of its vCard 2.1, quoted-printable in Windows-1252', () => {
    const joerg = {
      name: 'Dr. Jörg Müller, Leiter der sehr langen Abteilung',
      department: 'Einkauf',
      company: 'Beispiel, Söhne',
    };
    expect(taken('joerg.vcf', outlookCard)).toEqual(
      ok([
        entry({ ...joerg, address: '+493023125020', label: 'Work' }),
        entry({ ...joerg, address: '+493023125021', label: 'Home' }),
        entry({ ...joerg, address: '+491713920002', label: 'Mobile' }),
      ]),
    );
  });
});

describe('a table of a spreadsheet', () => {
  it('gives every field with semicolons, quoted line breaks and numbers in formulas', () => {
    const sales = { department: 'Vertrieb' };
    expect(taken('telefon.csv', windows1252(germanExcel), { region: 'DE' })).toEqual(
      ok(
        [
          entry({ ...sales, name: 'Weber; Anna', address: '+493023125010', aliases: ['4021'] }),
          entry({ ...sales, name: 'Bauer, Max', address: '+493023125011', aliases: ['4022'] }),
          entry({ name: 'Müller "Mü" Jan', address: 'sip:jan@example.com' }),
        ],
        [{ line: 6, text: 'Gerundet, 4,93023E+11', reason: 'number-not-callable' }],
      ),
    );
  });

  it('gives every field of the plain columns', () => {
    const plain = [
      'name,number,sip,department,aliases,role,company,extension',
      'Maria Alvarez,+1 415 555 0134,sip:maria@example.com,Billing,"refunds, invoices",customer,Example,4021',
      'Desk,(415) 555-0135,,,,AGENT,,',
    ].join('\n');
    const maria = {
      name: 'Maria Alvarez',
      department: 'Billing',
      company: 'Example',
      aliases: ['refunds', 'invoices', '4021'],
    };
    expect(taken('people.csv', plain)).toEqual(
      ok([
        entry({ ...maria, address: '+14155550134', role: 'customer' }),
        entry({ ...maria, address: 'sip:maria@example.com', role: 'customer' }),
        entry({ name: 'Desk', address: '+14155550135', role: 'agent' }),
      ]),
    );
  });
});

describe('a list of Plivo', () => {
  it('gives numbers, which Plivo writes without their plus, by their alias', () => {
    expect(taken('numbers.csv', plivoNumbers)).toEqual(
      ok([
        entry({ name: 'Support line', address: '+14155550150' }),
        entry({ name: '+44 20 7946 0958', address: '+442079460958' }),
      ]),
    );
  });

  it('gives endpoints by their alias', () => {
    const desk = entry({
      name: 'Billing_desk',
      address: 'sip:billing140703093944@phone.plivo.com',
    });
    expect(taken('endpoints.csv', plivoEndpoints)).toEqual(ok([desk]));
    const withoutAddress = plivoEndpoints
      .replace('sip_uri', 'other')
      .replace('sip:billing140703093944@phone.plivo.com', '');
    expect(taken('endpoints.csv', withoutAddress)).toEqual(ok([desk]));
  });

  it('gives what its API answered', () => {
    const answer = {
      api_id: '114de006-1c95-11e4-8a4a-123140008edf',
      meta: { limit: 20, next: null, objects: ['not these'] },
      objects: [
        { number: '14155550150', alias: 'Support line', number_type: 'local', sub_account: null },
      ],
    };
    expect(taken('numbers.json', JSON.stringify(answer))).toEqual(
      ok([entry({ name: 'Support line', address: '+14155550150' })]),
    );
  });
});

describe('a file of vCards', () => {
  it('gives every field of Android, version 2.1', () => {
    expect(taken('contacts.vcf', androidCards)).toEqual(
      ok([
        entry({ name: 'Иван Иванов', address: '+14155550152', label: 'Mobile' }),
        entry({ name: 'Иван Иванов', address: '+14155550153', label: 'Night-desk' }),
        entry({ name: 'Иван Иванов', address: '+14155550159' }),
        entry({ name: 'Li Chen', address: '+14155550154', label: 'Mobile' }),
      ]),
    );
  });

  it('gives nobody who is only the assistant within a card', () => {
    expect(taken('boss.vcf', agentCard)).toEqual(
      ok([entry({ name: 'Bea Boss', address: '+14155550151', label: 'Work' })]),
    );
  });

  it("gives every field of Apple's Contacts, version 3.0", () => {
    const ana = {
      name: 'Ana García',
      aliases: ['Anita'],
      department: 'Ventas, Norte',
      company: 'Example, S.L.',
    };
    expect(taken('contacts.vcf', appleCards)).toEqual(
      ok([
        entry({ ...ana, address: '+34612345678', label: 'Mobile' }),
        entry({ ...ana, address: '+34612345679', label: 'iPhone' }),
        entry({ ...ana, address: '+34912345678', label: 'Recepción' }),
        entry({ ...ana, address: '+34912345679', label: 'Main' }),
        entry({ ...ana, address: 'sip:ana@example.com' }),
        entry({ name: 'Example Taxi', address: '+34912345670', label: 'Main' }),
      ]),
    );
  });

  it('gives every field of version 4.0', () => {
    const simon = {
      name: 'Simon Perreault',
      aliases: ['Si', 'Perro', 'travel agent', 'IETF'],
      department: 'Research',
      company: 'Viagenie',
    };
    const text =
      'Simon Perreault, tel:+1-418-555-0157, tel:+1-418-656-9254;ext=102, +1-418-555-0158, sip:simon@example.com';
    expect(taken('contacts.vcf', version4Cards)).toEqual(
      ok(
        [
          entry({ ...simon, address: '+14185550157', label: 'Home' }),
          entry({ ...simon, address: '+14185550158', label: 'Mobile' }),
          entry({ ...simon, address: 'sip:simon@example.com', label: 'Work' }),
        ],
        [{ line: 1, text, reason: 'number-not-callable' }],
      ),
    );
  });
});
