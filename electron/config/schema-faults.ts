import type { Segment } from 'jsonc-parser';
import { z } from 'zod';

import { unreachable } from '../contract/result';
import { nearestName } from './nearest-name';
import { hasValue, offsetOfKey, offsetOfValue, type JsonTree, type TreeFault } from './json-tree';
import { quoted } from './quoted';

type Issue = z.core.$ZodIssue;

const kinds: Readonly<Record<string, string>> = {
  string: 'text in double quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list: [ … ]',
  object: 'an object: { … }',
  record: 'an object: { … }',
  null: 'null',
};

const units: Readonly<Record<string, string>> = {
  string: 'characters',
  array: 'entries',
  set: 'entries',
};

function bound(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): string {
  const unit = units[issue.origin];
  const tail = unit === undefined ? '' : ` ${unit}`;
  if (issue.code === 'too_big') {
    const words = issue.inclusive === false ? 'less than' : 'at most';
    return `${words} ${issue.maximum}${tail}`;
  }
  if (issue.origin === 'string' && Number(issue.minimum) === 1) return 'text that is not empty';
  const words = issue.inclusive === false ? 'more than' : 'at least';
  return `${words} ${issue.minimum}${tail}`;
}

/** The schema's own words, where it has any: they start with "expected". */
function ownWords(issue: { readonly message: string }): string | null {
  return issue.message.startsWith('expected ') ? issue.message.slice('expected '.length) : null;
}

function union(alternatives: readonly (readonly Issue[])[]): string {
  const issues = alternatives.flat();
  for (const issue of issues) {
    const words = ownWords(issue);
    if (words !== null) return words;
  }
  const words = issues.filter((issue) => issue.path.length === 0).map(expectation);
  return words.length > 0 ? [...new Set(words)].join(' or ') : 'another value';
}

/** What was expected, as it follows the word "expected". */
function expectation(issue: Issue): string {
  const words = ownWords(issue);
  if (words !== null) return words;
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.map(quoted).join(' or ');
    case 'too_big':
    case 'too_small':
      return bound(issue);
    case 'not_multiple_of':
      return `a multiple of ${issue.divisor}`;
    case 'invalid_union':
      return union(issue.errors);
    case 'invalid_format':
      return `text of the form ${issue.format}`;
    case 'unrecognized_keys':
      return 'a known key';
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return 'another value';
    default:
      return unreachable(issue);
  }
}

/** Names of the keys that the schema knows at a path. */
function knownKeys(schema: z.core.$ZodType, path: readonly Segment[]): readonly string[] {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  ) {
    return knownKeys(schema.unwrap(), path);
  }
  const [first, ...rest] = path;
  if (schema instanceof z.ZodArray && first !== undefined) return knownKeys(schema.element, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  if (first === undefined) return Object.keys(schema.shape);
  const next: unknown = schema.shape[first];
  return next instanceof z.ZodType ? knownKeys(next, rest) : [];
}

function unknownKey(key: string, known: readonly string[]): string {
  const nearest = nearestName(key, known);
  if (nearest !== null) return `${quoted(nearest)}, which is the nearest known key`;
  return known.length > 0 ? `a known key: ${known.join(', ')}` : 'no key here';
}

/** A fault whose words are found once it is known to be told. */
interface FoundFault extends Omit<TreeFault, 'expected'> {
  readonly words: () => string;
}

/**
 * What a schema holds against a document: the first `most` faults in the document's order. Words are
 * made for these alone; a large file may have a hundred thousand.
 */
export function schemaFaults(
  tree: JsonTree,
  schema: z.ZodType,
  issues: readonly Issue[],
  most: number,
): readonly TreeFault[] {
  const faults = issues.flatMap((issue): readonly FoundFault[] => {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    if (issue.code === 'unrecognized_keys') {
      const known = knownKeys(schema, path);
      return issue.keys.map((key) => ({
        offset: offsetOfKey(tree, [...path, key]),
        path: [...path, key],
        words: () => unknownKey(key, known),
      }));
    }
    const missing = path.length > 0 && !hasValue(tree, path);
    const words = () => {
      const expected = expectation(issue);
      return missing ? `this key, which is missing: ${expected}` : expected;
    };
    return [{ offset: offsetOfValue(tree, path), path, words }];
  });
  return faults
    .sort((one, other) => one.offset - other.offset)
    .slice(0, most)
    .map(({ offset, path, words }) => ({ offset, path, expected: words() }));
}
