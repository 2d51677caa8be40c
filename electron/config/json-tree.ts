import {
  createScanner,
  findNodeAtLocation,
  getLocation,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
  type Segment,
} from 'jsonc-parser';

import { err, ok, type Result } from '../contract/result';

/** A parsed text: its values, and where each of them stands. */
export interface JsonTree {
  readonly text: string;
  readonly root: Node;
  readonly value: unknown;
}

/** Something wrong at an offset (UTF-16 units from the start) of the text. */
export interface TreeFault {
  readonly offset: number;
  readonly path: readonly Segment[];
  readonly expected: string;
}

/** Deepest nesting that is read; the parser is recursive, and no setting nests half as deep. */
const deepest = 32;

const expectations: Readonly<Record<ReturnType<typeof printParseErrorCode>, string>> = {
  InvalidSymbol: 'a value: text in double quotes, a number, true, false, null, "{" or "["',
  InvalidNumberFormat: 'a number',
  PropertyNameExpected: 'a key in double quotes',
  ValueExpected: 'a value',
  ColonExpected: 'a colon between key and value',
  CommaExpected: 'a comma between two entries',
  CloseBraceExpected: 'a closing "}"',
  CloseBracketExpected: 'a closing "]"',
  EndOfFileExpected: 'nothing after the end of the document',
  InvalidCommentToken: 'a comment that starts with // or /*',
  UnexpectedEndOfComment: 'the end of the comment, */',
  UnexpectedEndOfString: 'the closing double quote of the text',
  UnexpectedEndOfNumber: 'the rest of the number',
  InvalidUnicode: 'four hexadecimal digits after \\u',
  InvalidEscapeCharacter: 'a known escape after the backslash (a backslash itself is written \\\\)',
  InvalidCharacter: 'no control character in a text',
  '<unknown ParseErrorCode>': 'JSON',
};

function tooDeepAt(text: string): number | null {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const first = text[scanner.getTokenOffset()];
    if (first === '{' || first === '[') depth += 1;
    if (first === '}' || first === ']') depth -= 1;
    if (depth > deepest) return scanner.getTokenOffset();
  }
  return null;
}

function keyOf(property: Node): string {
  return String(property.children?.[0]?.value ?? '');
}

/**
 * The value of a node. `Object.fromEntries` makes every key an own one, `__proto__` too, so that
 * none gets past the schema.
 */
function valueOf(node: Node, path: readonly Segment[], faults: TreeFault[]): unknown {
  const children = node.children ?? [];
  if (node.type === 'array') {
    return children.map((child, index) => valueOf(child, [...path, index], faults));
  }
  if (node.type !== 'object') return node.value;
  const entries = new Map<string, unknown>();
  for (const property of children) {
    const key = keyOf(property);
    const value = property.children?.[1];
    if (value === undefined) continue;
    if (entries.has(key)) {
      const expected = 'each key only once';
      faults.push({ offset: property.offset, path: [...path, key], expected });
    }
    entries.set(key, valueOf(value, [...path, key], faults));
  }
  return Object.fromEntries(entries);
}

/**
 * Reads JSON with comments and trailing commas. Fails with everything that is wrong with its form,
 * a key that stands twice included: the parser would silently take the last.
 */
export function parseJsonTree(text: string): Result<JsonTree, readonly TreeFault[]> {
  const deep = tooDeepAt(text);
  if (deep !== null) {
    return err([{ offset: deep, path: [], expected: `at most ${deepest} levels of nesting` }]);
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  // After the first slip the parser guesses, and what it then finds wrong misleads.
  const [first] = errors;
  if (first !== undefined || root === undefined) {
    if (first === undefined) return err([{ offset: 0, path: [], expected: 'a JSON object' }]);
    return err([
      {
        offset: first.offset,
        // Before a key is written, its place in the path is an empty name.
        path: getLocation(text, first.offset).path.filter((part) => part !== ''),
        expected: expectations[printParseErrorCode(first.error)],
      },
    ]);
  }
  const faults: TreeFault[] = [];
  const value = valueOf(root, [], faults);
  return faults.length > 0 ? err(faults) : ok({ text, root, value });
}

/** Offset of the value at a path; of the nearest object around it where the value is missing. */
export function offsetOfValue(tree: JsonTree, path: readonly Segment[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(tree.root, path.slice(0, length));
    if (node !== undefined) return node.offset;
  }
  return tree.root.offset;
}

/** True where the document has a value at the path. */
export function hasValue(tree: JsonTree, path: readonly Segment[]): boolean {
  return findNodeAtLocation(tree.root, [...path]) !== undefined;
}

/** Offset of the key itself, of which `path` is the path. */
export function offsetOfKey(tree: JsonTree, path: readonly Segment[]): number {
  const value = findNodeAtLocation(tree.root, [...path]);
  return value?.parent?.type === 'property' ? value.parent.offset : offsetOfValue(tree, path);
}

/** Line and column of an offset, both from 1. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
