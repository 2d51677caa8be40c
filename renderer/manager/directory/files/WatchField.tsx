import { err, ok } from '../../../../electron/contract/result';
import type { Settings } from '../../../../electron/contract/settings';
import { t } from '../../../ui/texts';
import { changeSetting } from '../../change-setting';
import { settingFailure } from '../../failures';
import { announce } from '../../store';
import { spoken } from '../../widgets/Problem';
import { SettingField } from '../../widgets/SettingField';
import { watching } from './watched-files';

interface WatchFieldProps {
  readonly directory: Settings['directory'];
}

/** Names one more file to watch. The field is empty again once it is watched. */
export function WatchField({ directory }: WatchFieldProps) {
  return (
    <SettingField
      name="directory.files"
      setting="watchFile"
      label={t('manager.directory.watchFile.label')}
      value=""
      hint={t('manager.directory.watchFile.hint')}
      judge={(text) => {
        const judged = watching(directory, text.trim());
        return judged.ok ? ok(text.trim()) : err(t(`manager.directory.watchFile.${judged.error}`));
      }}
      apply={async (path) => {
        const reply = await changeSetting((settings) => {
          const wanted = watching(settings.directory, path);
          return { key: 'directory', value: wanted.ok ? wanted.value : settings.directory };
        });
        if (!reply.ok) return spoken(settingFailure(reply.error));
        announce(t('manager.directory.watchFile.added', { name: path }));
        return null;
      }}
    />
  );
}
