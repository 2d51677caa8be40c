import { t } from '../../ui/texts';
import type { PageProps } from '../page';
import { Group } from '../widgets/Group';
import { ClipboardRow } from './ClipboardRow';
import { ClosingRows } from './ClosingRows';
import { HoldBackRow } from './HoldBackRow';
import { LoginRow } from './LoginRow';
import { LanguageRow, ThemeRow } from './LookRows';

export function BehaviourPage({ state }: PageProps) {
  return (
    <>
      <Group title={t('manager.behaviour.before')}>
        <HoldBackRow state={state} />
      </Group>
      <Group title={t('manager.behaviour.after')}>
        <ClosingRows state={state} />
      </Group>
      <Group title={t('manager.behaviour.opening')}>
        <ClipboardRow state={state} />
      </Group>
      <Group title={t('manager.login.heading')}>
        <LoginRow state={state} />
      </Group>
      <Group title={t('manager.behaviour.look')}>
        <ThemeRow state={state} />
        <LanguageRow state={state} />
      </Group>
    </>
  );
}
