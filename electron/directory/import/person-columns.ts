import type { ColumnMapping, ColumnMeaning } from '../../contract/directory';
import { isPlivoNumbers, numberBesideLabel } from './columns';
import type { AddressKind, Contact, ContactAddresses } from './contact';
import { isUnansweredLabel, labelOfHeader } from './header-names';
import { plainText } from './plain-text';

/** How the columns of a table, or the keys of an object, make somebody. */
export interface PersonColumns {
  readonly mapping: ColumnMapping;
  /** The columns of each meaning. */
  readonly columns: ReadonlyMap<ColumnMeaning, readonly number[]>;
  /** Label of each column of numbers by its name. */
  readonly labels: readonly string[];
  /** Column in which the label of each column of numbers stands; null: its name is the label. */
  readonly labelColumns: readonly (number | null)[];
  /** Digits alone are E.164 without its plus. */
  readonly international: boolean;
}

export function personColumns(headers: readonly string[], mapping: ColumnMapping): PersonColumns {
  const labelColumns = mapping.map((_, column): number | null => {
    const label = mapping.findIndex(
      (meaning, index) =>
        meaning === 'number-label' && numberBesideLabel(mapping, index) === column,
    );
    return label < 0 ? null : label;
  });
  const columns = new Map<ColumnMeaning, number[]>();
  for (const [column, meaning] of mapping.entries()) {
    columns.set(meaning, [...(columns.get(meaning) ?? []), column]);
  }
  return {
    mapping,
    columns,
    labels: headers.map(labelOfHeader),
    labelColumns,
    international: isPlivoNumbers(headers),
  };
}

/** Google Contacts joins what a field holds several times by ":::". */
const severalValues = /:::|\n/;
/** A semicolon is part of `;ext=` and other parameters of an address. */
const severalAddresses = /:::|\n|;(?!\s{0,4}[a-z-]{1,20}=)/i;
const severalAliases = /:::|[\n,;|]/;

/** Groups in which Google Contacts puts everybody, and which say nothing of a person. */
const systemGroups = new Set(['mycontacts', 'starred']);

const filled = (texts: readonly string[]): string[] => texts.map(plainText).filter(Boolean);

/** Other names of somebody; the marks and groups that Google Contacts adds are left out. */
export function aliasesOf(texts: readonly string[]): string[] {
  const aliases = filled(texts.flatMap((text) => text.split(severalAliases)));
  return aliases.filter(
    (alias) => !(alias.startsWith('* ') || systemGroups.has(alias.toLowerCase())),
  );
}

const none: readonly never[] = [];

/** Somebody by the values of each column. A column may hold several values. */
export function contactOf(
  columns: PersonColumns,
  values: readonly (readonly string[])[],
  place: { readonly line: number; readonly text: string },
): Contact {
  const textsOf = (meaning: ColumnMeaning): readonly string[] =>
    (columns.columns.get(meaning) ?? none).flatMap((column) => values[column] ?? none);
  const one = (meaning: ColumnMeaning): string =>
    filled(textsOf(meaning).flatMap((text) => text.split(severalValues)))[0] ?? '';
  const parts = [one('first-name'), one('last-name')].filter(Boolean).join(' ');
  return {
    ...place,
    name: plainText(textsOf('name').join(' ')) || parts,
    company: one('company'),
    department: one('department'),
    aliases: aliasesOf(textsOf('alias')),
    role: one('role'),
    addresses: [...addressesOf(columns, values, 'number'), ...addressesOf(columns, values, 'sip')],
  };
}

const addressesOf = (
  columns: PersonColumns,
  values: readonly (readonly string[])[],
  kind: AddressKind,
): ContactAddresses[] =>
  (columns.columns.get(kind) ?? []).flatMap((column) => addressesIn(columns, values, column, kind));

function addressesIn(
  columns: PersonColumns,
  values: readonly (readonly string[])[],
  column: number,
  kind: AddressKind,
): ContactAddresses[] {
  const labelColumn = columns.labelColumns[column] ?? null;
  const label =
    labelColumn === null
      ? (columns.labels[column] ?? '')
      : // Google Contacts marks the number that is called first with an asterisk.
        plainText((values[labelColumn] ?? []).join(' ')).replace(/^\*\s*/, '');
  // A column's own name was judged where its meaning was found, or by whoever chose it.
  if (labelColumn !== null && isUnansweredLabel(label)) return [];
  const written = (text: string): string =>
    columns.international && /^\d{8,15}$/.test(text.trim()) ? `+${text.trim()}` : text;
  return (values[column] ?? [])
    .map((text) => text.split(severalAddresses).filter((part) => part.trim() !== ''))
    .filter((texts) => texts.length > 0)
    .map((texts) => ({
      kind,
      texts: texts.map(written),
      label: kind === 'sip' ? '' : label,
    }));
}
