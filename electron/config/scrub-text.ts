import { isDeepStrictEqual } from 'node:util';

import { createScanner, findNodeAtLocation, type Node } from 'jsonc-parser';

import { parseJsonTree } from './json-tree';

const path = ['credentials', 'authToken'];

/** Shorter ones may stand in a comment by chance. */
const shortestInComments = 8;

/** Parts of a text that are to go, from an offset up to another. */
interface Cut {
  readonly from: number;
  readonly to: number;
}

const isComma = (text: string, offset: number) => text[offset] === ',';

/** Offset of the first thing at or after `from` that is neither blank nor comment. */
function nextOffset(text: string, from: number): number {
  const scanner = createScanner(text, true);
  scanner.setPosition(from);
  scanner.scan();
  return scanner.getTokenOffset();
}

/** The property with the comma that parts it from its neighbours: the one after it, or before it. */
function cutsOf(text: string, property: Node, before: Node | null): readonly Cut[] {
  const end = property.offset + property.length;
  const after = nextOffset(text, end);
  if (isComma(text, after)) {
    // What stands between the value and its comma, a comment, stays.
    return [
      { from: property.offset, to: end },
      { from: after, to: after + 1 },
    ];
  }
  const own = { from: property.offset, to: end };
  if (before === null) return [own];
  const comma = nextOffset(text, before.offset + before.length);
  return isComma(text, comma) ? [{ from: comma, to: comma + 1 }, own] : [own];
}

/** Takes away the line of an offset where nothing but blanks is left of it, else the blanks before it. */
function closeGap(text: string, offset: number): string {
  const start =
    Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const rest = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  if (text.slice(start, offset).trim() === '' && rest.trim() === '' && start > 0) {
    const lineEnd = /^\r?\n|^\r/.exec(text.slice(offset + rest.length))?.[0] ?? '';
    return text.slice(0, start) + text.slice(offset + rest.length + lineEnd.length);
  }
  const blanks = /^[ \t]*/.exec(rest)?.[0].length ?? 0;
  const blankBefore = /[ \t]$/.test(text.slice(0, offset));
  return blankBefore ? text.slice(0, offset) + text.slice(offset + blanks) : text;
}

/** Every token of the text, blanks and comments too. */
function tokensOf(text: string): string[] {
  const scanner = createScanner(text, false);
  const tokens: string[] = [];
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const from = scanner.getTokenOffset();
    tokens.push(text.slice(from, from + scanner.getTokenLength()));
  }
  return tokens;
}

const isLineComment = (token: string) => token.startsWith('//');
const isComment = (token: string) => isLineComment(token) || token.startsWith('/*');

/** The comments between key, colon and value, which stay though these go. */
function commentsIn(text: string): string {
  const comments = tokensOf(text).filter(isComment);
  return comments.map((token) => (isLineComment(token) ? `${token}\n` : token)).join(' ');
}

/** Takes the secret out of the comments: somebody may have kept an old line there. */
function withoutInComments(text: string, secret: string): string {
  if (secret.length < shortestInComments || !text.includes(secret)) return text;
  return tokensOf(text)
    .map((token) => (isComment(token) ? token.replaceAll(secret, '(removed)') : token))
    .join('');
}

/**
 * The text of a managed file without `credentials.authToken`: everything else, comments and
 * formatting included, stays as it is. Null where the text has no such value, or where it cannot
 * be told that nothing else would change.
 */
export function withoutAuthToken(text: string): string | null {
  const tree = parseJsonTree(text);
  if (!tree.ok) return null;
  const property = findNodeAtLocation(tree.value.root, path)?.parent;
  const siblings = property?.parent?.children ?? [];
  if (property === undefined) return null;
  const before = siblings[siblings.indexOf(property) - 1] ?? null;
  let scrubbed = text;
  for (const { from, to } of [...cutsOf(text, property, before)].reverse()) {
    const kept = commentsIn(text.slice(from, to));
    scrubbed = scrubbed.slice(0, from) + kept + scrubbed.slice(to);
    if (from === property.offset && kept === '') scrubbed = closeGap(scrubbed, from);
  }
  const secret: unknown = findNodeAtLocation(tree.value.root, path)?.value;
  if (typeof secret === 'string') scrubbed = withoutInComments(scrubbed, secret);
  return sameBesideToken(tree.value.value, scrubbed) ? scrubbed : null;
}

function sameBesideToken(value: unknown, scrubbed: string): boolean {
  const left = parseJsonTree(scrubbed);
  if (!left.ok || findNodeAtLocation(left.value.root, path) !== undefined) return false;
  const expected: unknown = structuredClone(value);
  const credentials: unknown = isObject(expected) ? Reflect.get(expected, 'credentials') : null;
  if (isObject(credentials)) Reflect.deleteProperty(credentials, 'authToken');
  return isDeepStrictEqual(expected, left.value.value);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
