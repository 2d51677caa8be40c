import { t } from '../../ui/texts';
import type { PageProps } from '../page';
import { Group } from '../widgets/Group';
import { GlobalShortcut } from './GlobalShortcut';
import { PopupKeys } from './PopupKeys';

export function ShortcutsPage({ state }: PageProps) {
  return (
    <>
      <Group title={t('manager.shortcuts.global')} managed={state.sources.shortcut === 'enforced'}>
        <GlobalShortcut state={state} />
      </Group>
      <PopupKeys platform={state.platform} />
    </>
  );
}
