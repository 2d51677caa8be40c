import { useEffect, useState } from 'react';

import type { RejectedRow } from '../../../../electron/contract/directory';
import { bridge } from '../../../ui/bridge';
import { Button } from '../../../ui/Button';
import { t } from '../../../ui/texts';
import type { FailureText } from '../../failures';
import { announce } from '../../store';
import { Dialog } from '../../widgets/Dialog';
import { Problem, spoken } from '../../widgets/Problem';
import { directoryFailure } from '../directory-failures';
import { TableBox } from './TableBox';

const pageLength = 50;

interface Page {
  readonly skip: number;
  readonly rows: readonly RejectedRow[];
  readonly total: number;
}

interface RejectedDialogProps {
  readonly sourceId: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** The rows of a file that became no entries: where they stand, what they hold, why. */
export function RejectedDialog({ sourceId, name, onClose }: RejectedDialogProps) {
  const [skip, setSkip] = useState(0);
  const [page, setPage] = useState<Page | null>(null);
  const [failure, setFailure] = useState<FailureText | null>(null);

  useEffect(() => {
    let outdated = false;
    void bridge.call('directory:rejected', { sourceId, skip, limit: pageLength }).then((reply) => {
      if (outdated) return;
      if (reply.ok) {
        const { rows, total } = reply.value;
        setPage({ skip, rows, total });
        if (rows.length > 0) announce(rangeText({ skip, rows, total }));
        return;
      }
      const text = directoryFailure(reply.error);
      setFailure(text);
      announce(spoken(text));
    });
    return () => {
      outdated = true;
    };
  }, [sourceId, skip]);

  const atStart = page === null || page.skip === 0;
  const atEnd = page === null || page.skip + page.rows.length >= page.total;
  return (
    <Dialog title={t('manager.directory.rejectedRows.title', { name })} wide onClose={onClose}>
      {failure !== null ? (
        <Problem text={failure} />
      ) : page === null ? (
        <p className="ask__body">{t('manager.directory.rejectedRows.loading')}</p>
      ) : page.total === 0 ? (
        <p className="ask__body">{t('manager.directory.rejectedRows.none')}</p>
      ) : (
        <RejectedTable page={page} name={name} />
      )}
      <div className="ask__acts">
        {atStart && atEnd ? null : (
          <span className="ask__aside">
            <Button unavailable={atStart} onPress={() => setSkip(Math.max(0, skip - pageLength))}>
              {t('manager.directory.rejectedRows.earlier')}
            </Button>
            <Button unavailable={atEnd} onPress={() => setSkip(skip + pageLength)}>
              {t('manager.directory.rejectedRows.later')}
            </Button>
            <span>{page === null ? '' : rangeText(page)}</span>
          </span>
        )}
        <Button look="primary" onPress={onClose}>
          {t('manager.directory.rejectedRows.close')}
        </Button>
      </div>
    </Dialog>
  );
}

const rangeText = ({ skip, rows, total }: Page): string =>
  t('manager.directory.rejectedRows.range', { from: skip + 1, to: skip + rows.length, total });

function RejectedTable({ page, name }: { readonly page: Page; readonly name: string }) {
  return (
    <TableBox
      label={t('manager.directory.rejectedRows.title', { name })}
      headings={[
        t('manager.directory.rejectedRows.line'),
        t('manager.directory.rejectedRows.text'),
        t('manager.directory.rejectedRows.reason'),
      ]}
    >
      {page.rows.map(({ line, text, reason }, index) => (
        <tr key={page.skip + index}>
          <td className="num">{line}</td>
          <td className="mono mapping__held">{text}</td>
          <td>{t(`manager.directory.rejectedRows.reasons.${reason}`)}</td>
        </tr>
      ))}
    </TableBox>
  );
}
