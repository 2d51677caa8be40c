import {
  createScanner,
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

/** Of a text that does not even begin. */
const noDocument = 'an object: { … }';

function tooDeepAt(text: string): number | null {
  const scanner = createScanner(text, true);
  let depth = 0;
  // At the end the offset is the text's length; the token's own length says nothing there, because
  // a comment that is cut off right behind its start puts the scanner beyond the end.
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
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

/** What every key that Baton knows is made of. */
const plainKey = /^[A-Za-z$]{1,30}$/;

/**
 * The path down to what may be no key: where the form is broken, a text that the parser takes for a
 * key may be a value, and so a secret. Before a key is written, its name is empty.
 */
function certainPath(path: readonly Segment[]): readonly Segment[] {
  const end = path.findIndex((part) => typeof part === 'string' && !plainKey.test(part));
  return end < 0 ? path : path.slice(0, end);
}

/** What the parser stumbled over. */
function slip(text: string, root: Node | undefined, { error, offset }: ParseError): TreeFault {
  const code = printParseErrorCode(error);
  const path = certainPath(getLocation(text, offset).path);
  const noValue = code === 'ValueExpected' || code === 'InvalidSymbol';
  if (noValue && root === undefined) return { offset, path, expected: noDocument };
  // A document without its end has no length.
  const behind = root !== undefined && root.length > 0 && offset >= root.offset + root.length;
  const expected = expectations[noValue && behind ? 'EndOfFileExpected' : code];
  return { offset, path, expected };
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
  if (first !== undefined) return err([slip(text, root, first)]);
  if (root === undefined) return err([{ offset: 0, path: [], expected: noDocument }]);
  const faults: TreeFault[] = [];
  const value = valueOf(root, [], faults);
  return faults.length > 0 ? err(faults) : ok({ text, root, value });
}

/** The properties of each object by their keys: a document may hold very many. */
const propertiesOf = new WeakMap<Node, ReadonlyMap<string, Node>>();

function childOf(node: Node, part: Segment): Node | undefined {
  if (node.type === 'array') return typeof part === 'number' ? node.children?.[part] : undefined;
  let properties = propertiesOf.get(node);
  if (properties === undefined) {
    const children = node.type === 'object' ? (node.children ?? []) : [];
    properties = new Map(children.map((property) => [keyOf(property), property]));
    propertiesOf.set(node, properties);
  }
  return properties.get(String(part))?.children?.[1];
}

/** The node at a path; the nearest around it, and false, where there is none. */
function nearestNode(tree: JsonTree, path: readonly Segment[]): readonly [Node, boolean] {
  let node = tree.root;
  for (const part of path) {
    const child = childOf(node, part);
    if (child === undefined) return [node, false];
    node = child;
  }
  return [node, true];
}

/** Offset of the value at a path; of the nearest object around it where the value is missing. */
export function offsetOfValue(tree: JsonTree, path: readonly Segment[]): number {
  return nearestNode(tree, path)[0].offset;
}

/** True where the document has a value at the path. */
export function hasValue(tree: JsonTree, path: readonly Segment[]): boolean {
  return nearestNode(tree, path)[1];
}

/** Offset of the key itself, of which `path` is the path. */
export function offsetOfKey(tree: JsonTree, path: readonly Segment[]): number {
  const [node, found] = nearestNode(tree, path);
  return found && node.parent?.type === 'property' ? node.parent.offset : node.offset;
}

/** Line and column of an offset, both from 1. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
