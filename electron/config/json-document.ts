import type { Segment } from 'jsonc-parser';
import type { z } from 'zod';

import { err, ok, type Result } from '../contract/result';
import type { ConfigError, ConfigFault } from './config-error';
import { offsetOfValue, parseJsonTree, positionAt, type TreeFault } from './json-tree';
import { quoted } from './quoted';
import { schemaFaults } from './schema-faults';

/** A document that its schema accepts, and where its values stand. */
export interface PlacedDocument<T> {
  readonly value: T;
  /** What is wrong with the value at the path, for a rule that no schema can say. */
  faultAt(path: readonly Segment[], expected: string): ConfigFault;
}

/** A rule over more than one key: everything in the document that it finds wrong. */
export interface DocumentFault {
  readonly path: readonly Segment[];
  readonly expected: string;
}

/** Most faults that are reported; more of them help nobody. */
const mostFaults = 50;

/** Longest part of a key that is repeated in an error. */
const longestKey = 60;

function keyText(path: readonly Segment[]): string | null {
  const text = path
    .map((part) => {
      if (typeof part === 'number') return `[${part}]`;
      return /^[\w$-]{1,60}$/.test(part) ? `.${part}` : `[${quoted(part.slice(0, longestKey))}]`;
    })
    .join('');
  return text === '' ? null : text.replace(/^\./, '');
}

const placed = (text: string, fault: TreeFault): ConfigFault => ({
  ...positionAt(text, fault.offset),
  key: keyText(fault.path),
  expected: fault.expected,
});

function malformed(
  file: string,
  text: string,
  faults: readonly TreeFault[],
): Result<never, ConfigError> {
  const [first, ...others] = faults.slice(0, mostFaults).map((fault) => placed(text, fault));
  const whole: ConfigFault = { line: 1, column: 1, key: null, expected: 'a valid document' };
  return err({ code: 'config-malformed', file, faults: [first ?? whole, ...others] });
}

/** The text of the bytes without a byte order mark, or null where they are not UTF-8. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Reads a document of JSON with comments and trailing commas and checks it against a schema, then
 * against `rules`. `file` is the name for the errors. Fails with every fault that was found: line,
 * column, key and what was expected, never with a value of the document.
 */
export function readDocument<S extends z.ZodType>(
  schema: S,
  file: string,
  bytes: Uint8Array,
  rules: (value: z.output<S>) => readonly DocumentFault[],
): Result<PlacedDocument<z.output<S>>, ConfigError> {
  const text = decode(bytes);
  if (text === null) {
    return malformed(file, '', [{ offset: 0, path: [], expected: 'a text in UTF-8' }]);
  }
  const parsed = parseJsonTree(text);
  if (!parsed.ok) return malformed(file, text, parsed.error);
  const tree = parsed.value;
  const checked = schema.safeParse(tree.value);
  if (!checked.success) {
    return malformed(file, text, schemaFaults(tree, schema, checked.error.issues, mostFaults));
  }
  const at = ({ path, expected }: DocumentFault): TreeFault => {
    return { offset: offsetOfValue(tree, path), path, expected };
  };
  const broken = rules(checked.data).map(at);
  if (broken.length > 0) {
    return malformed(
      file,
      text,
      broken.sort((one, other) => one.offset - other.offset),
    );
  }
  return ok({
    value: checked.data,
    faultAt: (path, expected) => placed(text, at({ path, expected })),
  });
}

/** Reads a document whose schema says everything about it (see `readDocument`). */
export function parseDocument<S extends z.ZodType>(
  schema: S,
  file: string,
  bytes: Uint8Array,
): Result<z.output<S>, ConfigError> {
  const read = readDocument(schema, file, bytes, () => []);
  return read.ok ? ok(read.value.value) : read;
}
