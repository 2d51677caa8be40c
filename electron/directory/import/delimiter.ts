import Papa from 'papaparse';

import { maxColumns } from '../../contract/directory';
import { isAddressText } from './columns';
import { meaningOfHeader } from './header-names';

const delimiters = [',', ';', '\t', '|'] as const;
/** Marks of the first line that may stand between cells: no letter or digit, and no part of a number. */
const otherMarks = /[^\p{L}\p{M}\p{N}\s"'+().,;|-]/gu;
/** Further marks that are tried; a table has one, and its first line hardly more. */
const mostOtherMarks = 8;

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

interface Judged {
  readonly delimiter: string;
  readonly merits: readonly number[];
}

function bestOf(text: string, marks: readonly string[]): Judged | undefined {
  const [first, ...others] = marks.map((delimiter) => ({
    delimiter,
    merits: merits(text, delimiter),
  }));
  return others.reduce((a, b) => (a === undefined || isBetter(b.merits, a.merits) ? b : a), first);
}

/** Column names or addresses are found with it. */
const makesSense = ({ merits: [known = 0, addresses = 0] }: Judged): boolean =>
  known > 0 || addresses > 0;

/**
 * The delimiter that the first line names, as Excel writes it (`sep=;`), else the one of comma,
 * semicolon, tab and bar that makes most sense of the text: column names that are known, then cells
 * that are addresses, then rows of one length. Only where none of them makes sense, another mark of
 * the first line is one.
 */
export function delimiterOf(text: string): Delimited {
  const named = /^"?sep=([^\n])"?\n/i.exec(text);
  if (named?.[1] !== undefined) return { delimiter: named[1], start: named[0].length };
  const usual = bestOf(text, delimiters);
  if (usual !== undefined && makesSense(usual)) return { delimiter: usual.delimiter, start: 0 };
  const [firstLine = ''] = text.slice(0, sample.characters).split('\n', 1);
  const marks = [...new Set(firstLine.match(otherMarks))].slice(0, mostOtherMarks);
  const other = bestOf(text, marks);
  const best = other !== undefined && makesSense(other) ? other : usual;
  return { delimiter: best?.delimiter ?? ',', start: 0 };
}
