import {
  maxColumns,
  type ColumnMapping,
  type DirectoryFileError,
  type ImportPreview,
} from '../../contract/directory';
import { err, ok, type Result } from '../../contract/result';
import { hasAddressColumn, isAddressText, recogniseColumns, recogniseContent } from './columns';
import { beginning, plainText } from './plain-text';
import { readRows, type TableRow } from './csv-rows';
import { delimiterOf } from './delimiter';
import { meaningOfHeader } from './header-names';

/** A table: its columns, and its rows without the one that names the columns. */
export interface Table {
  readonly headers: readonly string[];
  /** What the columns mean by themselves: by their names, else by what stands in them. */
  readonly recognised: ColumnMapping;
  /** True where the columns have no names, or none that says who is called. */
  readonly needsMapping: boolean;
  readonly rows: readonly TableRow[];
  /** The first row of those that are too many to be read. */
  readonly rest: TableRow | undefined;
}

/** How many rows are looked at to recognise what stands in the columns. */
const sampledRows = 500;

/**
 * Whether the first row names the columns. A number or SIP address names none; neither do digits
 * alone, unless another column has a name that is known.
 */
function namesColumns(cells: readonly string[]): boolean {
  if (cells.some(isAddressText)) return false;
  if (cells.some((cell) => meaningOfHeader(cell) !== null)) return true;
  return !cells.some((cell) => /^\d{1,20}$/.test(cell.trim()));
}

function samplesOf(rows: readonly TableRow[], columns: number): string[][] {
  const read = rows.slice(0, sampledRows).flatMap((row) => (row.cells === null ? [] : [row.cells]));
  return Array.from({ length: columns }, (_, column) => read.map((cells) => cells[column] ?? ''));
}

/** Reads a table. Fails with `no-rows` where there is nothing but names of columns. */
export function readTable(text: string): Result<Table, DirectoryFileError> {
  const { rows, rest } = readRows(text, delimiterOf(text));
  const first = rows[0]?.cells ?? null;
  const named = first !== null && namesColumns(first);
  const body = named ? rows.slice(1) : rows;
  if (body.length === 0) return err({ code: 'no-rows' });
  const widest = rows
    .slice(0, sampledRows)
    .reduce((most, row) => Math.max(most, row.cells?.length ?? 0), 0);
  const count = Math.min(maxColumns, widest);
  const headers = Array.from({ length: count }, (_, column) =>
    named ? plainText(first[column] ?? '') : '',
  );
  const samples = samplesOf(body, count);
  const byName = recogniseColumns(headers, samples);
  const known = hasAddressColumn(byName);
  const recognised = known ? byName : recogniseContent(samples);
  return ok({
    headers,
    recognised,
    // What was guessed from the content of named columns is only a proposal.
    needsMapping: named ? !known : !hasAddressColumn(recognised),
    rows: body,
    rest,
  });
}

/** The columns of a table as the mapping dialog shows them. */
export function previewColumns(table: Table): ImportPreview['columns'] {
  const samples = samplesOf(table.rows, table.headers.length);
  return table.headers.map((header, column) => ({
    header: beginning(header, 200),
    samples: (samples[column] ?? [])
      .filter((text) => text.trim() !== '')
      .slice(0, 5)
      .map((text) => beginning(text, 200)),
    meaning: table.recognised[column] ?? 'ignore',
  }));
}
