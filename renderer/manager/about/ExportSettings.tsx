import { useState } from 'react';

import { unreachable } from '../../../electron/contract/result';
import type { CallFailure } from '../../../electron/contract/schemas';
import type { SettingsExportError } from '../../../electron/contract/settings-export';
import { bridge } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { t } from '../../ui/texts';
import { internalFailure, type FailureText } from '../failures';
import { announce } from '../store';
import { Group } from '../widgets/Group';
import { Failed, spoken } from '../widgets/Problem';

function exportFailure(error: SettingsExportError | CallFailure): FailureText {
  switch (error.code) {
    case 'export-no-plain-file':
      return {
        title: t('manager.exportSettings.failures.export-no-plain-file.title'),
        body: t('manager.exportSettings.failures.export-no-plain-file.body'),
        todo: t('manager.exportSettings.failures.export-no-plain-file.todo'),
      };
    case 'export-failed':
      return {
        title: t('manager.exportSettings.failures.export-failed.title'),
        body: t('manager.exportSettings.failures.export-failed.body', { cause: error.cause }),
        todo: t('manager.exportSettings.failures.export-failed.todo'),
      };
    case 'settings-not-exportable':
      return {
        title: t('manager.exportSettings.failures.settings-not-exportable.title'),
        body: t('manager.exportSettings.failures.settings-not-exportable.body', {
          key: error.key.replace(/^defaults\./u, ''),
          expected: error.expected,
        }),
        todo: t('manager.exportSettings.failures.settings-not-exportable.todo'),
      };
    case 'ipc-refused':
    case 'ipc-malformed':
    case 'ipc-internal':
      return internalFailure(error);
    default:
      return unreachable(error);
  }
}

/** Saves the settings in force as a file for administrators. */
export function ExportSettings() {
  const [saving, setSaving] = useState(false);
  const [savedTo, setSavedTo] = useState<string | null>(null);
  const [failure, setFailure] = useState<FailureText | null>(null);

  const save = async () => {
    if (saving) return;
    setSaving(true);
    setSavedTo(null);
    setFailure(null);
    const reply = await bridge.call('settings:export', null);
    setSaving(false);
    if (!reply.ok) {
      const text = exportFailure(reply.error);
      setFailure(text);
      announce(spoken(text));
      return;
    }
    if (reply.value.kind === 'no-file-chosen') return;
    const { file } = reply.value;
    setSavedTo(file);
    announce(t('manager.exportSettings.done', { file }));
  };

  return (
    <Group title={t('manager.exportSettings.heading')} setting="exportSettings">
      <div className="set">
        <span className="set__shown set__shown--wide">{t('manager.exportSettings.hint')}</span>
        <span className="set__acts">
          <Button unavailable={saving} onPress={() => void save()}>
            {t('manager.exportSettings.button')}
          </Button>
        </span>
      </div>
      {savedTo === null ? null : (
        <p className="card__note set__value">
          {t('manager.exportSettings.done', { file: savedTo })}
        </p>
      )}
      <Failed text={failure} />
    </Group>
  );
}
