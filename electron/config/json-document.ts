import type { Segment } from 'jsonc-parser';
import type { z } from 'zod';

import { err, ok, type Result } from '../contract/result';
import type { ConfigError, ConfigFault } from './config-error';
import { parseJsonTree, positionAt, type TreeFault } from './json-tree';
import { schemaFaults } from './schema-faults';

/** Most faults that are reported; more of them help nobody. */
const mostFaults = 50;

/** Longest part of a key that is repeated in an error. */
const longestKey = 60;

function keyText(path: readonly Segment[]): string | null {
  const text = path
    .map((part) => {
      if (typeof part === 'number') return `[${part}]`;
      return /^[\w$-]{1,60}$/.test(part)
        ? `.${part}`
        : `[${JSON.stringify(part.slice(0, longestKey))}]`;
    })
    .join('');
  return text === '' ? null : text.replace(/^\./, '');
}

function malformed(
  file: string,
  text: string,
  faults: readonly TreeFault[],
): Result<never, ConfigError> {
  const [first, ...others] = faults.slice(0, mostFaults).map((fault): ConfigFault => ({
    ...positionAt(text, fault.offset),
    key: keyText(fault.path),
    expected: fault.expected,
  }));
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
 * Reads a document of JSON with comments and trailing commas and checks it against a schema.
 * `file` is the name for the errors. Fails with every fault that was found: line, column, key and
 * what was expected, never with a value of the document.
 */
export function parseDocument<S extends z.ZodType>(
  schema: S,
  file: string,
  bytes: Uint8Array,
): Result<z.output<S>, ConfigError> {
  const text = decode(bytes);
  if (text === null) {
    return malformed(file, '', [{ offset: 0, path: [], expected: 'a text in UTF-8' }]);
  }
  const tree = parseJsonTree(text);
  if (!tree.ok) return malformed(file, text, tree.error);
  const checked = schema.safeParse(tree.value.value);
  if (checked.success) return ok(checked.data);
  return malformed(file, text, schemaFaults(tree.value, schema, checked.error.issues));
}
