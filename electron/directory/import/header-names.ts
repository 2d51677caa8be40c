import type { ColumnMeaning } from '../../contract/directory';

/** Names of columns that have one meaning, as `headerKey` has them. */
const names: readonly (readonly [ColumnMeaning, readonly string[]])[] = [
  [
    'name',
    [
      ...['name', 'fullname', 'displayname', 'contact', 'contactname', 'person'],
      ...['nom', 'nomcomplet', 'nombre', 'nombrecompleto', 'nome', 'nomecompleto'],
    ],
  ],
  [
    'first-name',
    ['firstname', 'givenname', 'forename', 'first', 'given', 'vorname', 'prenom', 'primeironome'],
  ],
  [
    'last-name',
    [
      ...['lastname', 'familyname', 'surname', 'last', 'family', 'nachname', 'familienname'],
      ...['nomdefamille', 'apellido', 'apellidos', 'sobrenome'],
    ],
  ],
  [
    'company',
    [
      // "Organization 1 - Name" is Google Contacts until 2023, "Organization Name" since.
      ...['company', 'companyname', 'organization', 'organisation', 'organization1name'],
      ...['organizationname', 'organisationname', 'employer', 'firma', 'unternehmen', 'societe'],
      ...['entreprise', 'empresa', 'compania', 'organizacion'],
    ],
  ],
  [
    'department',
    [
      ...['department', 'dept', 'team', 'organization1department', 'organizationdepartment'],
      ...['abteilung', 'service', 'departement', 'departamento', 'setor'],
    ],
  ],
  [
    'sip',
    [
      ...['sip', 'sipaddress', 'sipuri', 'sipurl', 'sipaccount', 'sipendpoint', 'sipuser'],
      ...['sipusername', 'sipadresse', 'adressesip', 'direccionsip', 'enderecosip'],
    ],
  ],
  [
    'alias',
    [
      ...['alias', 'aliases', 'nickname', 'nicknames', 'aka', 'tags', 'categories', 'category'],
      ...['labels', 'groupmembership', 'groups', 'kategorien', 'categorias', 'spitzname'],
      // An extension is no number that could be called: it is a name to find somebody by.
      ...['extension', 'ext', 'extn', 'extensionnumber', 'phoneextension', 'internalextension'],
      ...['durchwahl', 'nebenstelle', 'anexo', 'ramal'],
    ],
  ],
  ['role', ['role']],
  ['number-label', ['phonetype', 'phonelabel', 'numberlabel', 'label']],
  [
    'number',
    [
      ...['number', 'numbers', 'phones', 'mobile', 'cell', 'cellular', 'landline', 'e164'],
      ...['msisdn', 'did', 'ddi', 'directline', 'directdial', 'directnumber', 'tel', 'telno'],
      // German: the first four are Outlook's.
      ...['mobiltelefon', 'haupttelefon', 'autotelefon', 'weiterestelefon', 'mobiltelefon2'],
      ...['mobil', 'mobilnummer', 'handy', 'handynummer', 'rufnummer', 'nummer', 'festnetz'],
      // French: the first one is Outlook's.
      ...['telmobile', 'portable', 'numero', 'numerodetelephone'],
      ...['movil', 'celular', 'numerodetelefono', 'numerodemovil', 'otrotelefono'],
      ...['numerodetelefone', 'telemovel'],
    ],
  ],
];

/** Columns of numbers that come in several: "Business Phone 2", "Phone 3 - Value". */
const numberPatterns: readonly RegExp[] = [
  /^(?:tele)?phone(?:number|no|nr|num)?\d*(?:value)?$/,
  /^(?:business|home|work|office|mobile|cell|car|other|primary|main|companymain|company|contact|direct|private|personal|desk)(?:phone|number|telephone|phonenumber)\d*$/,
  /^telefon(?:nummer)?\d*(?:geschaftlich|geschaeftlich|privat|firma|mobil)?\d*$/,
  /^telephone\d*(?:bureau|domicile|autre|societe|principal|voiture|mobile|portable|fixe)?$/,
  /^telefono\d*(?:deltrabajo|trabajo|particular|movil|principal|casa|celular|fijo)?\d*$/,
  /^telefone\d*(?:comercial|residencial|celular|principal|fixo)?\d*$/,
];

/** What stands before each number of Google Contacts: "Phone 1 - Type", since 2023 "- Label". */
const labelPattern = /^phone\d+(?:type|label)$/;

const meanings: ReadonlyMap<string, ColumnMeaning> = new Map(
  names.flatMap(([meaning, keys]) => keys.map((key) => [key, meaning] as const)),
);

/** Words of a column's name that say no more than that numbers stand in it. */
const genericWords: ReadonlySet<string> = new Set(
  'phone phones telephone telefon telefono telefone tel number numbers phonenumber telefonnummer nummer rufnummer numero no nr value e164 msisdn did ddi de del'.split(
    ' ',
  ),
);

/** More than any name of a column that is known; what stands behind it is not looked at. */
const longestHeader = 200;

/**
 * A column's name without what exports write in different ways: case, accents, spaces, underscores,
 * punctuation and a left-over byte order mark.
 */
export function headerKey(header: string): string {
  return header
    .slice(0, longestHeader)
    .normalize('NFD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** What a column of this name means by itself; null where the name is not known. */
export function meaningOfHeader(header: string): ColumnMeaning | null {
  const key = headerKey(header);
  const known = meanings.get(key);
  if (known !== undefined) return known;
  if (labelPattern.test(key)) return 'number-label';
  return numberPatterns.some((pattern) => pattern.test(key)) ? 'number' : null;
}

/** Beginnings of the words, as `headerKey` has them, for numbers at which nobody answers a call. */
const unanswered = /^(?:(?:tele|home|work|other)?fax|telecopi|telex|pager|assistant)/;

/** True for a label of what is left out: faxes, pagers and assistants' numbers. */
export const isUnansweredLabel = (label: string): boolean =>
  label
    .slice(0, longestHeader)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .some((word) => unanswered.test(headerKey(word)));

/**
 * Which of a person's numbers a column holds, in the words of its name: "Business Phone 2" →
 * "Business 2", "Téléphone (bureau)" → "bureau". Blank where the name says no more than "number".
 */
export function labelOfHeader(header: string): string {
  const words = header
    .normalize('NFC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !genericWords.has(headerKey(word)));
  return words.some((word) => /\p{L}/u.test(word)) ? words.join(' ') : '';
}
