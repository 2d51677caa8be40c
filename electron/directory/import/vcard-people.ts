import type { DirectoryFileError } from '../../contract/directory';
import { err, ok, type Result } from '../../contract/result';
import { longestRowText, mostRows, withRest, type ContactAddresses, type FileRow } from './contact';
import { isUnansweredLabel } from './header-names';
import { aliasesOf } from './person-columns';
import { beginning, plainText } from './plain-text';
import { cardsOf, type Card } from './vcard-cards';
import { propertiesOf, type CardProperty } from './vcard-properties';

/** Lines that carry no voice of a person. */
const mute = new Set(['fax', 'pager', 'modem', 'bbs', 'textphone', 'telex', 'pcs', 'x-fax']);
/** Types that say how a line is used, not which one it is. */
const unsaid = new Set(['voice', 'pref', 'msg', 'text', 'video', 'internet', 'isdn', 'sip', 'uri']);

/** A value as text, a structured one as its parts. */
function partsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map((part) => partsOf(part).join(' '));
  return typeof value === 'string' ? [value] : [];
}

const textOf = (property: CardProperty | undefined): string =>
  plainText(partsOf(property?.values[0]).join(' '));

function typesOf({ parameters }: CardProperty): string[] {
  return partsOf(parameters['type']).flatMap((types) => types.toLowerCase().split(/[\s,]+/));
}

/** "WORK" → "Work"; "cell" is what vCard calls a mobile number. */
function wordOf(type: string): string {
  if (type === 'cell') return 'Mobile';
  const word = type.replace(/^x-/, '');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Which of somebody's numbers a property is: Apple's label of its group, else its types. */
function labelOf(property: CardProperty, all: readonly CardProperty[]): string {
  const group = property.parameters['group'];
  const own = all.find(
    (other) => other.name === 'x-ablabel' && other.parameters['group'] === group,
  );
  if (group !== undefined && own !== undefined) {
    return textOf(own).replace(/^_\$!<(.*)>!\$_$/, '$1');
  }
  const types = typesOf(property);
  // Apple adds "cell" to it.
  if (types.includes('iphone')) return 'iPhone';
  return [...new Set(types)]
    .filter((type) => type !== '' && !unsaid.has(type))
    .map(wordOf)
    .join(' ');
}

function addressOf(property: CardProperty, all: readonly CardProperty[]): ContactAddresses | null {
  const text = partsOf(property.values[0]).join(';').trim();
  const isSip = /^sips?:/i.test(text);
  const sip: ContactAddresses = { kind: 'sip', texts: [text], label: '' };
  switch (property.name) {
    case 'tel': {
      if (typesOf(property).some((type) => mute.has(type)) || text === '') return null;
      const label = labelOf(property, all);
      return isUnansweredLabel(label)
        ? null
        : { kind: isSip ? 'sip' : 'number', texts: [text], label };
    }
    case 'x-sip':
      return text === '' ? null : sip;
    case 'impp': {
      const service = partsOf(property.parameters['x-service-type']).join('').toLowerCase();
      return isSip || (service === 'sip' && !text.includes(':')) ? sip : null;
    }
    case 'url':
      return isSip ? sip : null;
    default:
      return null;
  }
}

/** The whole name, else the parts of it in the order in which they are said. */
function nameOf(all: readonly CardProperty[]): string {
  const whole = textOf(all.find(({ name }) => name === 'fn'));
  if (whole !== '') return whole;
  const parts = partsOf(all.find(({ name }) => name === 'n')?.values[0]);
  const [family = '', given = '', additional = ''] = parts;
  return plainText([given, additional, family].join(' '));
}

function rowOf(card: Card, encoding: string): FileRow {
  const { line } = card;
  const all = card.lines === null ? null : propertiesOf(card.lines, encoding);
  if (all === null) {
    const text = beginning(card.source.slice('BEGIN:VCARD'.length), longestRowText);
    return { kind: 'rejected', row: { line, text, reason: 'row-unreadable' } };
  }
  const name = nameOf(all);
  const addresses = all.flatMap((property) => addressOf(property, all) ?? []);
  const [company = '', ...units] = partsOf(all.find((one) => one.name === 'org')?.values[0]);
  const other = all.filter((one) => one.name === 'nickname' || one.name === 'categories');
  const shown = [name, ...addresses.flatMap(({ texts }) => texts)].filter(Boolean).join(', ');
  return {
    kind: 'contact',
    contact: {
      line,
      text: beginning(shown, longestRowText),
      name,
      company: plainText(company),
      department: plainText(units.filter((unit) => unit.trim() !== '').join(', ')),
      aliases: aliasesOf(other.flatMap(({ values }) => values.flatMap(partsOf))),
      role: '',
      addresses,
    },
  };
}

/**
 * The people of a file of vCards. A card that is broken is one rejected row. Fails with
 * `vcard-malformed` where no card is whole, with the line on which the first one begins, or 1.
 */
export function readVcardPeople(
  text: string,
  encoding: string,
): Result<readonly FileRow[], DirectoryFileError> {
  const { cards, rest } = cardsOf(text, mostRows);
  const rows = cards.map((card) => rowOf(card, encoding));
  if (rows.every((row) => row.kind === 'rejected')) {
    return err({ code: 'vcard-malformed', line: cards[0]?.line ?? 1 });
  }
  return ok(withRest(rows, rest));
}
