import Papa from 'papaparse';

import { maxColumns } from '../../contract/directory';
import { mostRows } from './contact';
import type { Delimited } from './delimiter';

/** A row of a table. */
export interface TableRow {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  /** Null: the quotes of the row are broken. */
  readonly cells: readonly string[] | null;
  /** The row as it stands in the file. */
  readonly source: string;
}

/**
 * Longest row that is read, in UTF-16 units, and how much is given to the parser at a time: a quote
 * that is never closed makes it look to the end of what it has, and complain of every quote there.
 */
const longestRow = 256 * 1024;

/**
 * Most characters that are read again behind broken quotes. With more of them, a broken row reaches
 * as far as the parser took it.
 */
const mostReadAgain = 20_000_000;

/** Blank rows are skipped, and are none of them. */
const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** Counts line breaks, each character once, as positions go up. */
function lineCounter(text: string): (position: number) => number {
  let line = 1;
  let counted = 0;
  return (position) => {
    for (;;) {
      const at = text.indexOf('\n', counted);
      if (at < 0 || at >= position) return line;
      counted = at + 1;
      line += 1;
    }
  };
}

/** Where a row stands in the text, and the stretch in which it was found. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly base: number;
  readonly stretchEnd: number;
}

/** Collects the rows of a text, stretch by stretch. */
class RowReader {
  readonly rows: TableRow[] = [];
  rest: TableRow | undefined;
  #readAgain = 0;
  readonly #text: string;
  readonly #delimiter: string;
  readonly #most: number;
  readonly #lineAt: (position: number) => number;

  constructor(text: string, delimiter: string, most: number) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#most = most;
    this.#lineAt = lineCounter(text);
  }

  /** Reads a stretch from a position on, and returns where to go on; null: it has read enough. */
  readFrom(base: number): number | null {
    const stretchEnd = this.#stretchEnd(base);
    let resume = stretchEnd;
    if (stretchEnd - base > longestRow) {
      this.#add(base, null, this.#text.slice(base, stretchEnd));
    } else {
      let start = base;
      Papa.parse<string[]>(this.#text.slice(base, stretchEnd), {
        delimiter: this.#delimiter,
        newline: '\n',
        step: ({ data, errors, meta }, parser) => {
          const end = base + meta.cursor;
          const next = this.#takeRow({ start, end, base, stretchEnd }, data, errors);
          start = end;
          if (next === null && this.rest === undefined) return;
          resume = next ?? end;
          parser.abort();
        },
      });
    }
    return this.rest === undefined ? resume : null;
  }

  /** The end of the last line of a stretch; of the first one, where that is too long for it. */
  #stretchEnd(base: number): number {
    if (this.#text.length - base <= longestRow) return this.#text.length;
    const last = this.#text.lastIndexOf('\n', base + longestRow - 1) + 1;
    return last > base ? last : this.#text.indexOf('\n', base) + 1 || this.#text.length;
  }

  /** Takes a row, and returns where to read on if not behind it. */
  #takeRow(
    { start, end, base, stretchEnd }: Span,
    data: readonly string[],
    errors: readonly Papa.ParseError[],
  ): number | null {
    const broken = errors.some((error) => error.type === 'Quotes');
    if (!broken) {
      if (!isBlank(data)) this.#add(start, data.slice(0, maxColumns), this.#text.slice(start, end));
      return null;
    }
    const isCut =
      stretchEnd < this.#text.length && errors.some((error) => error.code === 'MissingQuotes');
    if (isCut && start > base) return start;
    const lineEnd = this.#text.indexOf('\n', start) + 1;
    const again = lineEnd > start && lineEnd < end && this.#mayReadAgain(end - lineEnd);
    this.#add(start, null, this.#text.slice(start, again ? lineEnd : end));
    return again ? lineEnd : null;
  }

  #mayReadAgain(characters: number): boolean {
    this.#readAgain += characters;
    return this.#readAgain <= mostReadAgain;
  }

  #add(start: number, cells: readonly string[] | null, source: string): void {
    const row = { line: this.#lineAt(start), cells, source };
    if (this.rows.length < this.#most) this.rows.push(row);
    else this.rest ??= row;
  }
}

/**
 * The rows of a text with line feeds as line breaks. Papaparse has no line numbers: they are counted
 * from the position at which each row ends. A row with broken quotes is given up alone, and reading
 * goes on with the line behind its first; so is a row of more than 256 KB. At most `most` rows;
 * `rest` is the first one of the others.
 */
export function readRows(
  text: string,
  { delimiter, start }: Delimited,
  most: number = mostRows,
): { readonly rows: readonly TableRow[]; readonly rest: TableRow | undefined } {
  const reader = new RowReader(text, delimiter, most);
  let from: number | null = start;
  while (from !== null && from < text.length) from = reader.readFrom(from);
  return { rows: reader.rows, rest: reader.rest };
}
