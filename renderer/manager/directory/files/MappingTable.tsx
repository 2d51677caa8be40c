import {
  columnMeanings,
  type ColumnMapping,
  type ImportPreview,
} from '../../../../electron/contract/directory';
import { t } from '../../../ui/texts';
import { withMeaning } from './mapping';
import { TableBox } from './TableBox';

interface MappingTableProps {
  readonly columns: ImportPreview['columns'];
  readonly mapping: ColumnMapping;
  readonly onChange: (mapping: ColumnMapping) => void;
}

/** What each column of a table is: its heading, some of what it holds, and the choice. */
export function MappingTable({ columns, mapping, onChange }: MappingTableProps) {
  return (
    <TableBox
      label={t('manager.directory.preview.columns')}
      headings={[
        t('manager.directory.preview.column'),
        t('manager.directory.preview.holds'),
        t('manager.directory.preview.meaning'),
      ]}
    >
      {columns.map(({ header, samples }, column) => {
        const name =
          header === '' ? t('manager.directory.preview.unnamed', { number: column + 1 }) : header;
        return (
          <tr key={column}>
            <th scope="row">{name}</th>
            <td>
              {samples.slice(0, 3).map((sample, index) => (
                <span key={index} className="mapping__sample clip" title={sample}>
                  {sample}
                </span>
              ))}
            </td>
            <td>
              <select
                className="input input--select"
                aria-label={t('manager.directory.preview.meaningOf', { header: name })}
                value={mapping[column] ?? 'ignore'}
                onChange={({ target }) => {
                  const meaning = columnMeanings.find((one) => one === target.value);
                  if (meaning !== undefined) onChange(withMeaning(mapping, column, meaning));
                }}
              >
                {columnMeanings.map((meaning) => (
                  <option key={meaning} value={meaning}>
                    {t(`manager.directory.meanings.${meaning}`)}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        );
      })}
    </TableBox>
  );
}
