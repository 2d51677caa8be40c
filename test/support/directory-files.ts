import { entriesOf, openDirectoryFile } from '../../electron/directory/import/directory-file';
import type { DirectoryContent } from '../../electron/directory/import/entries';
import type {
  ColumnMapping,
  DirectoryEntry,
  DirectoryFileError,
} from '../../electron/contract/directory';
import type { Result } from '../../electron/contract/result';

/** Takes a file in one step, as the directory does with a file that is watched. */
export function taken(
  name: string,
  content: string | Uint8Array,
  { region = 'US', mapping = null }: { region?: string; mapping?: ColumnMapping | null } = {},
): Result<DirectoryContent, DirectoryFileError> {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const file = openDirectoryFile(name, bytes);
  return file.ok ? entriesOf(file.value, { region, mapping }) : file;
}

/** An entry with nothing but what is given. */
export function entry(
  given: Partial<DirectoryEntry> & { name: string; address: string },
): DirectoryEntry {
  return { aliases: [], department: null, company: null, label: null, role: null, ...given };
}

const row = (columns: readonly string[], values: Readonly<Record<string, string>>): string =>
  columns.map((column) => `"${(values[column] ?? '').replaceAll('"', '""')}"`).join(',');

/** A table with all the columns of an export, of which each row fills some. */
function exported(header: string, rows: readonly Readonly<Record<string, string>>[]): string {
  const columns = header.split(',');
  return [header, ...rows.map((values) => row(columns, values)), ''].join('\r\n');
}

/** Google Contacts, "Google CSV" as it was until 2023. */
export const googleOld = exported(
  'Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,Family Name Yomi,Name Prefix,Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,Gender,Location,Billing Information,Directory Server,Mileage,Occupation,Hobby,Sensitivity,Priority,Subject,Notes,Language,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - Yomi Name,Organization 1 - Title,Organization 1 - Department,Organization 1 - Symbol,Organization 1 - Location,Organization 1 - Job Description,Website 1 - Type,Website 1 - Value',
  [
    {
      Name: 'Maria Luisa Alvarez',
      'Given Name': 'Maria',
      'Additional Name': 'Luisa',
      'Family Name': 'Alvarez',
      Nickname: 'Mari',
      Notes: 'Speaks Spanish,\nand "some" French',
      'Group Membership': '* myContacts ::: Billing',
      'E-mail 1 - Type': '* ',
      'E-mail 1 - Value': 'maria@example.com',
      'Phone 1 - Type': 'Work',
      'Phone 1 - Value': '+1 415-555-0134 ::: (415) 555-0135',
      'Phone 2 - Type': 'Mobile',
      'Phone 2 - Value': '415.555.0136',
      'Organization 1 - Name': 'Example, Inc.',
      'Organization 1 - Title': 'Clerk',
      'Organization 1 - Department': 'Accounts',
    },
    { Name: 'Only Mail', 'E-mail 1 - Value': 'only@example.com' },
  ],
);

/** Google Contacts, "Google CSV" as it is since 2023. */
export const googleNew = exported(
  'First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value',
  [
    {
      'First Name': 'Zoë',
      'Last Name': 'Ångström',
      Nickname: 'Zo',
      'Organization Name': 'Example AB',
      'Organization Department': 'Support',
      Labels: 'Night shift ::: * myContacts',
      'E-mail 1 - Label': '* Work',
      'E-mail 1 - Value': 'zoe@example.com',
      'Phone 1 - Label': '* Work',
      'Phone 1 - Value': '+46 8 465 004 12',
      'Phone 2 - Label': 'Direct line',
      'Phone 2 - Value': '+46 70 174 06 12',
    },
    { 'Organization Name': 'Front desk', 'Phone 1 - Value': '+1 415 555 0140' },
  ],
);

/** Outlook, "Comma Separated Values", in English. */
export const outlook = exported(
  "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business City,Business Country/Region,Home Street,Assistant's Phone,Business Fax,Business Phone,Business Phone 2,Callback,Car Phone,Company Main Phone,Home Fax,Home Phone,Home Phone 2,ISDN,Mobile Phone,Other Fax,Other Phone,Pager,Primary Phone,Radio Phone,TTY/TDD Phone,Telex,Account,Birthday,Categories,E-mail Address,E-mail Type,E-mail Display Name,Initials,Location,Manager's Name,Notes,Office Location,Priority,Profession,User 1,Web Page",
  [
    {
      Title: 'Ms.',
      'First Name': 'Renée',
      'Last Name': 'Müller–O’Brien',
      Company: 'Café Exämple',
      Department: 'Réception',
      'Job Title': 'Manager',
      "Assistant's Phone": '(415) 555-0190',
      'Business Fax': '(415) 555-0191',
      'Business Phone': '(415) 555-0141',
      'Business Phone 2': '(415) 555-0142',
      'Company Main Phone': '(415) 555-0143',
      'Home Phone': '(415) 555-0144',
      'Mobile Phone': '(415) 555-0145',
      'Primary Phone': '(415) 555-0141',
      Categories: 'Front office;Billing',
      'E-mail Address': 'renee@example.com',
      Notes: 'First line\r\nSecond line',
    },
  ],
);

/** Outlook in German: other column names, the same in meaning. */
export const outlookGerman = exported(
  'Anrede,Vorname,Weitere Vornamen,Nachname,Suffix,Firma,Abteilung,Position,Straße geschäftlich,Ort geschäftlich,Telefon Assistent,Fax geschäftlich,Telefon geschäftlich,Telefon geschäftlich 2,Rückmeldung,Autotelefon,Telefon Firma,Fax privat,Telefon (privat),Telefon (privat 2),ISDN,Mobiltelefon,Weiteres Fax,Weiteres Telefon,Pager,Haupttelefon,Telefon für Hörbehinderte,Telex,E-Mail-Adresse,Kategorien,Notizen',
  [
    {
      Vorname: 'Jürgen',
      Nachname: 'Weiß',
      Firma: 'Beispiel GmbH',
      Abteilung: 'Buchhaltung',
      'Telefon Assistent': '030 23125 990',
      'Fax geschäftlich': '030 23125 991',
      'Telefon geschäftlich': '030 23125 001',
      'Telefon Firma': '030 23125 000',
      'Telefon (privat)': '030 23125 002',
      Mobiltelefon: '0171 3920001',
      Kategorien: 'Rechnung;Mahnung',
    },
  ],
);

/** Outlook in French. */
export const outlookFrench = exported(
  'Titre,Prénom,Deuxième prénom,Nom,Suffixe,Société,Service,Rue (bureau),Télécopie (bureau),Téléphone (bureau),Téléphone 2 (bureau),Téléphone (domicile),Tél. mobile,Téléphone (autre),Téléphone société,Téléphone principal,Adresse de messagerie,Catégories',
  [
    {
      Prénom: 'Chloé',
      Nom: 'Lefèvre',
      Société: 'Exemple SARL',
      Service: 'Comptabilité',
      'Télécopie (bureau)': '01 99 00 99 99',
      'Téléphone (bureau)': '01 99 00 12 34',
      'Tél. mobile': '06 39 98 12 34',
      Catégories: 'Factures',
    },
  ],
);

/** A spreadsheet that a German Excel saved: semicolons, and a line that says so. */
export const germanExcel = [
  'sep=;',
  'Name;Rufnummer;SIP;Abteilung;Durchwahl;Notiz',
  '"Weber; Anna";="+493023125010";;Vertrieb;4021;"zwei',
  'Zeilen"',
  "Bauer, Max;'030 23125 011;;Vertrieb;4022;",
  'Gerundet;4,93023E+11;;;;',
  '',
  '"Müller ""Mü"" Jan";;sip:jan@example.com;;;',
  '',
].join('\r\n');

/** Plivo's API names these attributes of a number; its numbers have no plus. */
export const plivoNumbers = exported(
  'number,alias,region,number_type,application,carrier,monthly_rental_rate,voice_enabled,added_on',
  [
    {
      number: '14155550150',
      alias: 'Support line',
      region: 'California, UNITED STATES',
      number_type: 'local',
      application: 'Front',
      carrier: 'Plivo',
      monthly_rental_rate: '0.80000',
      voice_enabled: 'True',
      added_on: '2024-02-14',
    },
    { number: '442079460958', alias: '', number_type: 'local' },
  ],
);

/** Plivo's endpoints: a user name to which Plivo appended twelve digits, and the address of it. */
export const plivoEndpoints = exported(
  'endpoint_id,username,alias,sip_uri,sip_registered,application,sub_account',
  [
    {
      endpoint_id: '32866729519064',
      username: 'billing140703093944',
      alias: 'Billing_desk',
      sip_uri: 'sip:billing140703093944@phone.plivo.com',
      sip_registered: 'true',
    },
  ],
);

const crlf = (lines: readonly string[]): string => [...lines, ''].join('\r\n');

/** Outlook's vCard: version 2.1, quoted-printable with soft line breaks, a photograph. */
export const outlookCard = crlf([
  'BEGIN:VCARD',
  'VERSION:2.1',
  'N;LANGUAGE=de;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg;;Dr.',
  'FN;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:Dr. J=F6rg M=FCller, Leiter der sehr langen=',
  ' Abteilung',
  'ORG;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:Beispiel, S=F6hne;Einkauf',
  'TITLE:Leiter',
  'TEL;WORK;VOICE:+49 30 23125 020',
  'TEL;HOME;VOICE:+49 30 23125 021',
  'TEL;CELL;VOICE:+49 171 3920002',
  'TEL;WORK;FAX:+49 30 23125 099',
  'ADR;WORK;PREF;ENCODING=QUOTED-PRINTABLE:;;Weg 1=0D=0AHinterhaus;Berlin;;10115;Germany',
  'LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:Weg 1=0D=0A=',
  'Hinterhaus=0D=0A=',
  '10115 Berlin',
  'X-MS-OL-DEFAULT-POSTAL-ADDRESS:2',
  'EMAIL;PREF;INTERNET:joerg@example.com',
  'PHOTO;TYPE=JPEG;ENCODING=BASE64:',
  ' /9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB',
  ' AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB',
  '',
  'X-MS-OL-DESIGN;CHARSET=utf-8:<card xmlns="http://schemas.microsoft.com/office/outlook/12/electronicbusinesscards"></card>',
  'REV:20240214T101010Z',
  'END:VCARD',
]);

/** A card of vCard 2.1 that holds the card of an assistant. */
export const agentCard = crlf([
  'BEGIN:VCARD',
  'VERSION:2.1',
  'N:Boss;Bea',
  'AGENT:',
  'BEGIN:VCARD',
  'VERSION:2.1',
  'N:Assistant;Ann',
  'TEL;WORK:+1 415 555 0198',
  'END:VCARD',
  'TEL;WORK;PREF:+1 415 555 0151',
  'END:VCARD',
]);

/** Android's contacts: version 2.1, several cards, names in UTF-8 as quoted-printable. */
export const androidCards = crlf([
  'BEGIN:VCARD',
  'VERSION:2.1',
  'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=98=D0=B2=D0=B0=D0=BD=D0=BE=D0=B2;=D0=98=D0=B2=D0=B0=D0=BD;;;',
  'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=98=D0=B2=D0=B0=D0=BD=20=D0=98=D0=B2=D0=B0=D0=BD=',
  '=D0=BE=D0=B2',
  'TEL;CELL;PREF:+1-415-555-0152',
  'TEL;X-Night-desk:+1-415-555-0153',
  'TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=D0=94=D0=BE=D0=BC):+1-415-555-0159',
  'END:VCARD',
  'BEGIN:VCARD',
  'VERSION:2.1',
  'N:Chen;Li;;;',
  'FN:Li Chen',
  'TEL;CELL:(415) 555-0154',
  'PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD',
  ' AQEBAQEBAQEBAQEBAQEBAQEB',
  '',
  'END:VCARD',
]);

/** Apple's Contacts: version 3.0, properties in groups with labels of their own. */
export const appleCards = crlf([
  'BEGIN:VCARD',
  'VERSION:3.0',
  'PRODID:-//Apple Inc.//macOS 14.2//EN',
  'N:García;Ana;;;',
  'FN:Ana García',
  'NICKNAME:Anita',
  'ORG:Example\\, S.L.;Ventas;Norte',
  'EMAIL;type=INTERNET;type=WORK;type=pref:ana@example.com',
  'TEL;type=CELL;type=VOICE;type=pref:+34 612 34 56 78',
  'TEL;type=IPHONE;type=CELL;type=VOICE:+34 612 34 56 79',
  'item1.TEL:+34 912 34 56 78',
  'item1.X-ABLabel:Recepción',
  'item2.TEL:+34 912 34 56 79',
  'item2.X-ABLabel:_$!<Main>!$_',
  'TEL;type=WORK;type=FAX:+34 912 34 56 99',
  'item3.IMPP;X-SERVICE-TYPE=SIP;type=pref:sip:ana@example.com',
  'IMPP;X-SERVICE-TYPE=Skype;type=HOME:skype:ana.example',
  'NOTE:A long note that is folded in the middle of a wo',
  ' rd\\, as version 3.0 folds',
  'END:VCARD',
  'BEGIN:VCARD',
  'VERSION:3.0',
  'N:;;;;',
  'FN:Example Taxi',
  'ORG:Example Taxi;',
  'TEL;type=MAIN:+34 912 34 56 70',
  'X-ABShowAs:COMPANY',
  'END:VCARD',
]);

/** Google Contacts as vCard 3.0. */
export const googleCards = crlf([
  'BEGIN:VCARD',
  'VERSION:3.0',
  'FN:Sam Lee',
  'N:Lee;Sam;;;',
  'TEL;TYPE=WORK:+1 415 555 0155',
  'item1.TEL:+1 415 555 0156',
  'item1.X-ABLabel:Night desk',
  'item2.ORG:Example Ltd;Support',
  'CATEGORIES:Support,myContacts',
  'END:VCARD',
]);

/** By the examples of RFC 6350: version 4.0, `tel:` addresses, quoted parameters. */
export const version4Cards = crlf([
  'BEGIN:VCARD',
  'VERSION:4.0',
  'FN:Simon Perreault',
  'N:Perreault;Simon;;;ing. jr,M.Sc.',
  'ORG;TYPE=work:Viagenie;Research',
  'NICKNAME:Si,Perro',
  'CATEGORIES:travel agent,IETF',
  'ROLE:Project Leader',
  'TEL;VALUE=uri;TYPE="voice,home":tel:+1-418-555-0157',
  'TEL;VALUE=uri;PREF=1;TYPE="work,voice":tel:+1-418-656-9254;ext=102',
  'TEL;TYPE=cell:+1-418-555-0158',
  'TEL;VALUE=uri;TYPE=work:sip:simon@example.com',
  'IMPP;PREF=1:xmpp:simon@example.com',
  'URL;TYPE=home:http://example.com',
  'END:VCARD',
]);
