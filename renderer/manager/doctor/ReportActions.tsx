import { bridge } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { t } from '../../ui/texts';
import type { Message } from '../history/MessageStrip';
import { reportFailure } from './report-failure';

interface ReportActionsProps {
  /** The check-up is at its end. */
  readonly isReady: boolean;
  readonly onMessage: (message: Message | null) => void;
}

/** The check-up's report, to the clipboard or into a file. */
export function ReportActions({ isReady, onMessage }: ReportActionsProps) {
  const copy = async () => {
    onMessage(null);
    const reply = await bridge.call('doctor:copy', null);
    onMessage(
      reply.ok
        ? { kind: 'done', text: t('doctor.said.copied') }
        : { kind: 'problem', text: reportFailure(reply.error) },
    );
  };
  const save = async () => {
    onMessage(null);
    const reply = await bridge.call('doctor:save', null);
    if (!reply.ok) onMessage({ kind: 'problem', text: reportFailure(reply.error) });
    else if (reply.value.kind === 'saved') {
      onMessage({ kind: 'done', text: t('doctor.said.saved', { file: reply.value.file }) });
    }
  };
  return (
    <>
      <Button
        icon="copy"
        unavailable={!isReady}
        describedBy="report-note"
        onPress={() => void copy()}
      >
        {t('doctor.actions.copy')}
      </Button>
      <Button
        icon="export"
        unavailable={!isReady}
        describedBy="report-note"
        onPress={() => void save()}
      >
        {t('doctor.actions.save')}
      </Button>
    </>
  );
}
