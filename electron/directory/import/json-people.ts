import { z } from 'zod';

import type { DirectoryFileError } from '../../contract/directory';
import { err, ok, type Result } from '../../contract/result';
import { recogniseColumns } from './columns';
import { longestRowText, mostRows, withRest, type FileRow } from './contact';
import { elementsOf, lineOfFault, type Element } from './json-elements';
import { contactOf, personColumns, type PersonColumns } from './person-columns';
import { beginning } from './plain-text';

const listSchema = z.array(z.unknown());
/** Where a list of people stands: in our own files, and in the answers of Plivo's API. */
const listKeys = ['entries', 'objects'] as const;

const textSchema = z.union([z.string(), z.number().transform(String)]);
/** Null is how programs write that there is no value. */
const valueSchema = z.union([
  z.null().transform((): string[] => []),
  textSchema.transform((text) => [text]),
  z.array(textSchema),
]);
const personSchema = z.record(z.string(), z.unknown());

function parsed(text: string): Result<unknown, DirectoryFileError> {
  try {
    return ok(JSON.parse(text));
  } catch {
    const line = lineOfFault(text);
    return err({ code: 'json-malformed', ...(line === undefined ? {} : { line }) });
  }
}

function listIn(
  value: unknown,
): { readonly key: string | null; readonly people: readonly unknown[] } | null {
  const list = listSchema.safeParse(value);
  if (list.success) return { key: null, people: list.data };
  const fields = personSchema.safeParse(value);
  if (!fields.success) return null;
  for (const key of listKeys) {
    const inner = listSchema.safeParse(fields.data[key]);
    if (inner.success) return { key, people: inner.data };
  }
  // Other programs name it as they like; of several lists nobody knows which one is meant.
  const lists = Object.entries(fields.data).flatMap(([key, inner]) => {
    const other = listSchema.safeParse(inner);
    return other.success ? [{ key, people: other.data }] : [];
  });
  return lists.length === 1 ? (lists[0] ?? null) : null;
}

/** Objects of one file mostly have the same keys: what the keys mean is found once for each set. */
function columnFinder(): (keys: readonly string[]) => PersonColumns {
  const found = new Map<string, PersonColumns>();
  return (keys) => {
    const known = found.get(keys.join('\n'));
    if (known !== undefined) return known;
    const columns = personColumns(keys, recogniseColumns(keys, []));
    found.set(keys.join('\n'), columns);
    return columns;
  };
}

function rowOf(
  value: unknown,
  { line, source }: Element,
  columnsOf: (keys: readonly string[]) => PersonColumns,
): FileRow {
  const text = beginning(source, longestRowText);
  const unreadable: FileRow = { kind: 'rejected', row: { line, text, reason: 'row-unreadable' } };
  const person = personSchema.safeParse(value);
  if (!person.success) return unreadable;
  const keys = Object.keys(person.data);
  const columns = columnsOf(keys);
  const values: string[][] = [];
  for (const [index, key] of keys.entries()) {
    const texts = valueSchema.safeParse(person.data[key]);
    if (!texts.success && columns.mapping[index] !== 'ignore') return unreadable;
    values.push(texts.data ?? []);
  }
  return { kind: 'contact', contact: contactOf(columns, values, { line, text }) };
}

/**
 * The people of a JSON file: a list of objects, alone, as `entries` or as the only list of an object,
 * with the names of columns for keys; a value is a text, a number or a list of them. Unknown keys are ignored. Fails with
 * `json-malformed` and the line of the fault, or with `no-rows`.
 */
export function readJsonPeople(text: string): Result<readonly FileRow[], DirectoryFileError> {
  const value = parsed(text);
  if (!value.ok) return value;
  const list = listIn(value.value);
  if (list === null) return err({ code: 'json-malformed', line: 1 });
  if (list.people.length === 0) return err({ code: 'no-rows' });
  const elements = elementsOf(text, list.key);
  const columnsOf = columnFinder();
  const rows = elements
    .slice(0, mostRows)
    .map((element, index) => rowOf(list.people[index], element, columnsOf));
  return ok(withRest(rows, elements[mostRows]));
}
