import { createScanner, visit } from 'jsonc-parser';

/**
 * Line of the first fault of a text that is no JSON, from 1; undefined where it is not found: the
 * parser that names positions is recursive, and gives up a text that nests too deep.
 */
export function lineOfFault(text: string): number | undefined {
  let line: number | undefined;
  const onError = (_error: number, _offset: number, _length: number, startLine: number): void => {
    line ??= startLine + 1;
  };
  try {
    visit(text, { onError }, { disallowComments: true });
  } catch {
    return undefined;
  }
  return line;
}

/** Where an element of a list stands. */
export interface Element {
  /** From 1. */
  readonly line: number;
  readonly source: string;
}

/**
 * Where each element stands of the list that a text is, or of the one at `key` of the object that it
 * is. The text is valid JSON; it may nest as deep as it likes.
 */
export function elementsOf(text: string, key: string | null): Element[] {
  const scanner = createScanner(text, true);
  const listDepth = key === null ? 1 : 2;
  const elements: Element[] = [];
  let depth = 0;
  let lastKey: string | null = null;
  let begun: { readonly line: number; readonly offset: number } | null = null;
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const offset = scanner.getTokenOffset();
    const first = text[offset];
    const closes = first === '}' || first === ']';
    const inList = depth >= listDepth && lastKey === key;
    const ends = depth === listDepth && (closes || first === ',');
    if (inList && ends && begun !== null) {
      elements.push({ line: begun.line, source: text.slice(begun.offset, offset).trim() });
      begun = null;
    } else if (inList && !ends) {
      begun ??= { line: scanner.getTokenStartLine() + 1, offset };
    }
    if (first === '{' || first === '[') depth += 1;
    if (closes) depth -= 1;
    if (key !== null && depth === 1 && first === '"') lastKey = scanner.getTokenValue();
  }
  return elements;
}
