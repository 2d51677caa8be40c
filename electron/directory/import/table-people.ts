import type { ColumnMapping } from '../../contract/directory';
import { longestRowText, withRest, type FileRow } from './contact';
import type { TableRow } from './csv-rows';
import { contactOf, personColumns, type PersonColumns } from './person-columns';
import { beginning } from './plain-text';
import type { Table } from './table';

function rowOf({ line, cells, source }: TableRow, columns: PersonColumns): FileRow {
  if (cells === null) {
    const text = beginning(source, longestRowText);
    return { kind: 'rejected', row: { line, text, reason: 'row-unreadable' } };
  }
  // Exports have dozens of columns that are blank: only what is filled is shown.
  const filled = cells.map((cell) => cell.slice(0, longestRowText)).filter((cell) => cell.trim());
  const text = beginning(filled.join(', '), longestRowText);
  // A row may be shorter or longer than the table: what is missing is blank, what is over is nothing.
  const values = columns.mapping.map((_, column) => [cells[column] ?? '']);
  return { kind: 'contact', contact: contactOf(columns, values, { line, text }) };
}

/** The people of a table, with the meanings that its columns are given. */
export function tablePeople(table: Table, mapping: ColumnMapping): readonly FileRow[] {
  const columns = personColumns(table.headers, mapping);
  return withRest(
    table.rows.map((row) => rowOf(row, columns)),
    table.rest,
  );
}
