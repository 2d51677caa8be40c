import type { ColumnMapping, ColumnMeaning } from '../../contract/directory';
import { roles } from '../../contract/transfer';
import { looksLikeAddress } from '../address';
import { longestAddress } from './contact';
import { headerKey, meaningOfHeader } from './header-names';

/** What only one column can hold. */
const single: ReadonlySet<ColumnMeaning> = new Set([
  'name',
  'first-name',
  'last-name',
  'department',
  'company',
  'role',
]);

/** User part of a Plivo endpoint: letters and digits, to which Plivo appends twelve digits. */
export const plivoEndpoint = /^[A-Za-z][A-Za-z0-9]*\d{12}$/;

/** The attributes of Plivo's numbers and endpoints, of which other tables have none. */
const plivoNumberKeys = ['numbertype', 'monthlyrentalrate', 'voiceenabled', 'subaccount'];
const plivoEndpointKeys = ['endpointid', 'sipregistered', 'subaccount'];

function hasKeys(headers: readonly string[], key: string, others: readonly string[]): boolean {
  const keys = new Set(headers.map(headerKey));
  return keys.has(key) && others.some((other) => keys.has(other));
}

/** True for a list of Plivo's own numbers, which Plivo writes in E.164 without the plus. */
export const isPlivoNumbers = (headers: readonly string[]): boolean =>
  hasKeys(headers, 'number', plivoNumberKeys);

/**
 * "Name" beside "Vorname" holds surnames, and "Nombre" beside "Apellidos" first names; beside both
 * or neither it is the whole name.
 */
function nameMeaning(meanings: readonly (ColumnMeaning | null)[]): ColumnMeaning {
  const first = meanings.includes('first-name');
  if (first === meanings.includes('last-name')) return 'name';
  return first ? 'last-name' : 'first-name';
}

const isRole = (text: string): boolean => roles.some((role) => role === text.trim().toLowerCase());

/** A column "Role" of another program holds job titles: it is ours only with a role of ours in it. */
function holdsRoles(samples: readonly string[]): boolean {
  const filled = samples.filter((text) => text.trim() !== '');
  return filled.length === 0 || filled.some(isRole);
}

/** True where the mapping says which column holds whom to call. */
export const hasAddressColumn = (mapping: ColumnMapping): boolean =>
  mapping.includes('number') || mapping.includes('sip');

/**
 * What columns mean by their names. `samples` are some values of each column, in the same order;
 * they tell our roles from job titles. A column that is not known is ignored.
 */
export function recogniseColumns(
  headers: readonly string[],
  samples: readonly (readonly string[])[],
): ColumnMapping {
  const named = headers.map(meaningOfHeader);
  const hasSip = named.includes('sip');
  const isEndpoints = hasKeys(headers, 'username', plivoEndpointKeys);
  const namedBy = nameMeaning(named);
  const hasName = named.some((meaning) => meaning !== null && single.has(meaning));
  const taken = new Set<ColumnMeaning>();
  const meanings = headers.map((header, index): ColumnMeaning => {
    const meaning = named[index] ?? null;
    const key = headerKey(header);
    if (isEndpoints && key === 'username' && !hasSip) return 'sip';
    if (meaning === null) return 'ignore';
    // Plivo's numbers and endpoints have no name but their alias.
    const own = meaning === 'alias' && key === 'alias' && !hasName ? 'name' : meaning;
    const final = own === 'name' && meaning === 'name' ? namedBy : own;
    if (final === 'role' && !holdsRoles(samples[index] ?? [])) return 'ignore';
    if (!single.has(final)) return final;
    if (taken.has(final)) return 'ignore';
    taken.add(final);
    return final;
  });
  return meanings.map((meaning, index) =>
    meaning === 'number-label' && numberBesideLabel(meanings, index) === null ? 'ignore' : meaning,
  );
}

/** The column of numbers to which a column of labels belongs: the next one, else the one before. */
export function numberBesideLabel(mapping: ColumnMapping, label: number): number | null {
  if (mapping[label + 1] === 'number') return label + 1;
  return mapping[label - 1] === 'number' ? label - 1 : null;
}

/** True for a text that is meant as a whole number or SIP address. */
export function isAddressText(text: string): boolean {
  if (text.length > longestAddress) return false;
  return /^sips?:/i.test(text.trim()) || (/(?:\d\D{0,3}){6}/.test(text) && looksLikeAddress(text));
}

/**
 * What the columns of a table without names mean, by what stands in them: columns in which nearly
 * everything is an address hold numbers, and the first column of other words before or behind them
 * holds the name.
 */
export function recogniseContent(samples: readonly (readonly string[])[]): ColumnMapping {
  const addresses = samples.map((values) => {
    const filled = values.filter((value) => value.trim() !== '');
    const number = filled.filter((value) => isAddressText(value) && !/^[^:]*@/.test(value)).length;
    return filled.length > 0 && number >= filled.length * 0.8;
  });
  const name = samples.findIndex(
    (values, index) =>
      addresses[index] === false && values.some((value) => /\p{L}{2}/u.test(value)),
  );
  return samples.map((_, index) => {
    if (addresses[index] === true) return 'number';
    return index === name ? 'name' : 'ignore';
  });
}
