import { useState } from 'react';

import type { ImportPreview, ImportReport } from '../../../../electron/contract/directory';
import type { Language } from '../../../../electron/contract/languages';
import { bridge } from '../../../ui/bridge';
import { Button } from '../../../ui/Button';
import { t } from '../../../ui/texts';
import type { FailureText } from '../../failures';
import { announce } from '../../store';
import { Dialog } from '../../widgets/Dialog';
import { Problem, spoken } from '../../widgets/Problem';
import { directoryFailure } from '../directory-failures';
import { findsAddresses, isComplete, proposedMapping } from './mapping';
import { MappingTable } from './MappingTable';
import { ReportView } from './ReportView';

interface ImportDialogProps {
  readonly preview: ImportPreview;
  readonly language: Language;
  readonly onClose: () => void;
}

/** A chosen file: what it seems to be, what its columns are, and then what the import did. */
export function ImportDialog({ preview, language, onClose }: ImportDialogProps) {
  const [report, setReport] = useState<ImportReport | null>(null);
  const { name } = preview;
  return (
    <Dialog
      title={t(
        report === null ? 'manager.directory.preview.title' : 'manager.directory.report.title',
        { name },
      )}
      wide={report === null && preview.columns.length > 0}
      onClose={onClose}
    >
      {report === null ? (
        <PreviewView
          preview={preview}
          language={language}
          onImported={setReport}
          onClose={onClose}
        />
      ) : (
        <ReportView name={name} report={report} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface PreviewViewProps extends ImportDialogProps {
  readonly onImported: (report: ImportReport) => void;
}

function PreviewView({ preview, language, onImported, onClose }: PreviewViewProps) {
  const [mapping, setMapping] = useState(() => proposedMapping(preview));
  const [mapped, setMapped] = useState(preview.needsMapping);
  const [asked, setAsked] = useState(false);
  const [importing, setImporting] = useState(false);
  const [failure, setFailure] = useState<FailureText | null>(null);

  const start = async () => {
    if (importing) return;
    if (!isComplete(preview, mapping)) {
      setMapped(true);
      setAsked(true);
      announce(t('manager.directory.preview.missing'));
      return;
    }
    setImporting(true);
    announce(t('manager.directory.preview.importing'));
    const reply = await bridge.call('directory:import', {
      previewId: preview.previewId,
      mapping: [...mapping],
    });
    setImporting(false);
    if (reply.ok) return onImported(reply.value);
    const text = directoryFailure(reply.error);
    setFailure(text);
    announce(spoken(text));
    return undefined;
  };

  const known = preview.columns.flatMap(({ meaning }) =>
    meaning === 'ignore' ? [] : [t(`manager.directory.meanings.${meaning}`)],
  );
  return (
    <>
      <p className="ask__body">
        {t('manager.directory.preview.found', {
          format: t(`manager.directory.preview.formats.${preview.format}`),
          encoding: preview.encoding,
        })}
        <br />
        {t('manager.directory.preview.rows', { count: preview.rows })}
        {known.length === 0 || mapped ? null : (
          <>
            <br />
            {t('manager.directory.preview.recognised', {
              columns: new Intl.ListFormat(language, { type: 'unit' }).format(new Set(known)),
            })}
          </>
        )}
      </p>
      {preview.needsMapping ? (
        <p className="ask__body">{t('manager.directory.preview.needsMapping')}</p>
      ) : null}
      {mapped ? (
        <MappingTable columns={preview.columns} mapping={mapping} onChange={setMapping} />
      ) : null}
      {asked && !findsAddresses(mapping) ? (
        <p className="set__problem" role="alert">
          {t('manager.directory.preview.missing')}
        </p>
      ) : null}
      {failure === null ? null : <Problem text={failure} />}
      <div className="ask__acts">
        {preview.columns.length === 0 || mapped ? null : (
          <span className="ask__aside">
            <Button onPress={() => setMapped(true)}>
              {t('manager.directory.preview.changeColumns')}
            </Button>
          </span>
        )}
        <Button onPress={onClose}>{t('manager.actions.cancel')}</Button>
        <Button look="primary" unavailable={importing} onPress={() => void start()}>
          {importing
            ? t('manager.directory.preview.importing')
            : t('manager.directory.preview.import')}
        </Button>
      </div>
    </>
  );
}
