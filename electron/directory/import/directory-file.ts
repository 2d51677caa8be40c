import {
  maxDirectoryEntries,
  type ColumnMapping,
  type DirectoryFileError,
  type DirectoryFormat,
  type ImportPreview,
} from '../../contract/directory';
import { err, ok, unreachable, type Result } from '../../contract/result';
import { hasAddressColumn } from './columns';
import type { FileRow } from './contact';
import { decodeText } from './encoding';
import { entriesOfRows, type DirectoryContent } from './entries';
import { formatOf } from './format';
import { readJsonPeople } from './json-people';
import { previewColumns, readTable, type Table } from './table';
import { tablePeople } from './table-people';
import { readVcardPeople } from './vcard-people';

/** A directory file that was read and taken apart, and whose people are not judged yet. */
export interface DirectoryFile {
  /** Name without its folders. */
  readonly name: string;
  readonly format: DirectoryFormat;
  /** What the bytes were read as, such as "UTF-16LE" or "windows-1252". */
  readonly encoding: string;
  /** Only of a table. */
  readonly columns: ImportPreview['columns'];
  /** True for a table that takes a mapping before it gives entries. */
  readonly needsMapping: boolean;
  /** Rows of the table, cards or objects. */
  readonly rows: number;
  readonly content:
    | { readonly kind: 'table'; readonly table: Table }
    | { readonly kind: 'people'; readonly rows: readonly FileRow[] };
}

/**
 * Takes the bytes of a directory file apart (docs/behaviour.md, "Directory"). Never throws: what is
 * wrong with the file as a whole is an error, what is wrong with a row is found by `entriesOf`.
 */
export function openDirectoryFile(
  name: string,
  bytes: Uint8Array,
): Result<DirectoryFile, DirectoryFileError> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  if (text.trim() === '') return err({ code: 'no-rows' });
  const format = formatOf(name, text);
  switch (format) {
    case null:
      return err({ code: 'format-unknown' });
    case 'csv': {
      const table = readTable(text);
      if (!table.ok) return table;
      return ok({
        name,
        format,
        encoding,
        columns: previewColumns(table.value),
        needsMapping: table.value.needsMapping,
        rows: table.value.rows.length,
        content: { kind: 'table', table: table.value },
      });
    }
    case 'vcard':
    case 'json': {
      const people = format === 'vcard' ? readVcardPeople(text, encoding) : readJsonPeople(text);
      if (!people.ok) return people;
      const rows = people.value;
      return ok({
        name,
        format,
        encoding,
        columns: [],
        needsMapping: false,
        rows: rows.length,
        content: { kind: 'people', rows },
      });
    }
    default:
      return unreachable(format);
  }
}

/** The mapping that a table is read with; null: it is to be chosen. */
function mappingOf(table: Table, chosen: ColumnMapping | null): ColumnMapping | null {
  // A mapping of other columns was chosen for what the file was before.
  if (chosen !== null && chosen.length === table.headers.length) {
    return hasAddressColumn(chosen) ? chosen : null;
  }
  return table.needsMapping ? null : table.recognised;
}

/**
 * The entries of a file, and why its other rows gave none. `region` is the two-letter country of
 * numbers without a country code. `mapping` is what a person chose for the columns of a table; null,
 * or one of another number of columns: what they are recognised as. `room` is how many entries the
 * directory can still take. Fails with `columns-unknown`
 * where neither says whom to call.
 */
export function entriesOf(
  file: DirectoryFile,
  {
    region,
    mapping,
    room = maxDirectoryEntries,
  }: {
    readonly region: string;
    readonly mapping: ColumnMapping | null;
    readonly room?: number;
  },
): Result<DirectoryContent, DirectoryFileError> {
  const { content } = file;
  switch (content.kind) {
    case 'people':
      return ok(entriesOfRows(content.rows, region, room));
    case 'table': {
      const own = mappingOf(content.table, mapping);
      if (own === null) return err({ code: 'columns-unknown' });
      return ok(entriesOfRows(tablePeople(content.table, own), region, room));
    }
    default:
      return unreachable(content);
  }
}
