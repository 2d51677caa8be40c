import { t } from '../../ui/texts';
import type { PageProps } from '../page';
import { Group } from '../widgets/Group';
import { ValueRow } from '../widgets/ValueRow';
import { HistoryDaysRow } from './HistoryDaysRow';
import { HistoryRows } from './HistoryRows';

export function PrivacyPage({ state }: PageProps) {
  const folder = state.about.userDataFolder;
  const separator = state.platform === 'win32' ? '\\' : '/';
  const inFolder = (name: string) => `${folder}${separator}${name}`;
  return (
    <>
      <Group title={t('manager.privacy.history')}>
        <HistoryDaysRow state={state} />
        <HistoryRows />
      </Group>
      <Group title={t('manager.privacy.kept.heading')} setting="kept">
        <ValueRow label={t('manager.privacy.kept.attempts')} value={inFolder('journal.sqlite')} />
        <ValueRow label={t('manager.privacy.kept.settings')} value={inFolder('settings.json')} />
        <ValueRow label={t('manager.privacy.kept.directory')} value={inFolder('directory.json')} />
        <ValueRow
          label={t('manager.privacy.kept.token')}
          value={t('manager.privacy.kept.tokenPlace')}
          hint={t('manager.privacy.kept.tokenHint')}
          mono={false}
        />
        <p className="card__note">{t('manager.privacy.kept.note')}</p>
      </Group>
    </>
  );
}
