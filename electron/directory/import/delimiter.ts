import Papa from 'papaparse';

import { maxColumns } from '../../contract/directory';
import { isAddressText } from './columns';
import { meaningOfHeader } from './header-names';

const delimiters = [',', ';', '\t', '|'] as const;

/** How much of a file is looked at. */
const sample = { characters: 64 * 1024, rows: 50 };

/** What a delimiter makes of a table, the most telling first. */
function merits(text: string, delimiter: string): readonly number[] {
  const { data } = Papa.parse<string[]>(text.slice(0, sample.characters), {
    delimiter,
    newline: '\n',
    preview: sample.rows,
    skipEmptyLines: 'greedy',
  });
  const [header, ...rows] = data;
  const known = (header ?? [])
    .slice(0, maxColumns)
    .filter((cell) => meaningOfHeader(cell) !== null).length;
  const addresses = data.flat().filter(isAddressText).length;
  const even = rows.filter((row) => row.length === header?.length).length;
  return [known, addresses, even / Math.max(1, rows.length), header?.length ?? 0];
}

function isBetter(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((merit, index) => merit !== b[index]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}

/** A table's delimiter and where its first row begins. */
export interface Delimited {
  readonly delimiter: string;
  readonly start: number;
}

/**
 * The delimiter that the first line names, as Excel writes it (`sep=;`), else the one of comma,
 * semicolon, tab and bar that makes most sense of the text: column names that are known, then cells
 * that are addresses, then rows of one length.
 */
export function delimiterOf(text: string): Delimited {
  const named = /^"?sep=([^\n])"?\n/i.exec(text);
  if (named?.[1] !== undefined) return { delimiter: named[1], start: named[0].length };
  const [first, ...others] = delimiters.map((delimiter) => ({
    delimiter,
    merits: merits(text, delimiter),
  }));
  const best = others.reduce(
    (a, b) => (a === undefined || isBetter(b.merits, a.merits) ? b : a),
    first,
  );
  return { delimiter: best?.delimiter ?? ',', start: 0 };
}
