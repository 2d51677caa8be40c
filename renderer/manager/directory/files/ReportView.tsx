import { useEffect, useRef, useState } from 'react';

import type { ImportReport } from '../../../../electron/contract/directory';
import { Button } from '../../../ui/Button';
import { t } from '../../../ui/texts';
import { announce } from '../../store';
import { RejectedDialog } from './RejectedDialog';

const counts = ['added', 'changed', 'removed', 'unchanged', 'rejected'] as const;

interface ReportViewProps {
  readonly name: string;
  readonly report: ImportReport;
  readonly onClose: () => void;
}

/** What an import did to the directory. */
export function ReportView({ name, report, onClose }: ReportViewProps) {
  const done = useRef<HTMLButtonElement>(null);
  const [rejected, setRejected] = useState(false);

  useEffect(() => {
    done.current?.focus();
    const { sourceId: _, ...numbers } = report;
    announce(t('manager.directory.report.spoken', numbers));
  }, [report]);

  return (
    <>
      <dl className="report">
        {counts.map((count) => (
          <div key={count}>
            <dt>{t(`manager.directory.report.${count}`)}</dt>
            <dd>{t('manager.directory.number', { number: report[count] })}</dd>
          </div>
        ))}
      </dl>
      <div className="ask__acts">
        {report.rejected === 0 ? null : (
          <span className="ask__aside">
            <Button onPress={() => setRejected(true)}>
              {t('manager.directory.source.showRejected')}
            </Button>
          </span>
        )}
        <Button ref={done} look="primary" onPress={onClose}>
          {t('manager.directory.report.done')}
        </Button>
      </div>
      {rejected ? (
        <RejectedDialog sourceId={report.sourceId} name={name} onClose={() => setRejected(false)} />
      ) : null}
    </>
  );
}
