import type {
  ColumnMapping,
  ColumnMeaning,
  ImportPreview,
} from '../../../../electron/contract/directory';

/** What the columns of a file seem to mean. */
export const proposedMapping = ({ columns }: ImportPreview): ColumnMapping =>
  columns.map(({ meaning }) => meaning);

/** The mapping with another meaning for one column. A meaning that only one can have moves to it. */
export function withMeaning(
  mapping: ColumnMapping,
  column: number,
  meaning: ColumnMeaning,
): ColumnMapping {
  const several = meaning === 'ignore' || ['number', 'sip', 'alias'].includes(meaning);
  return mapping.map((before, index) => {
    if (index === column) return meaning;
    return !several && before === meaning ? 'ignore' : before;
  });
}

/** Whether rows of such a table can have an address. */
export const findsAddresses = (mapping: ColumnMapping): boolean =>
  mapping.some((meaning) => meaning === 'number' || meaning === 'sip');

/** A file without columns, such as a vCard, needs no mapping. */
export const isComplete = (preview: ImportPreview, mapping: ColumnMapping): boolean =>
  preview.columns.length === 0 || findsAddresses(mapping);
