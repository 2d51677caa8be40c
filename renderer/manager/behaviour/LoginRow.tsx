import { t } from '../../ui/texts';
import type { PageProps } from '../page';
import { useSettingChange } from '../use-setting-change';
import { Toggle } from '../widgets/Toggle';
import { ValueRow } from '../widgets/ValueRow';

/** Whether Baton starts when the person logs in. */
export function LoginRow({ state }: PageProps) {
  const { launchAtLogin } = state;
  const label = t('manager.login.label');
  const text = t('manager.login.switch');
  const { failure, change } = useSettingChange(text);
  const hint = t(launchAtLogin === 'stopped' ? 'manager.login.stopped' : 'manager.login.hint');
  if (state.sources.launchAtLogin === 'enforced') {
    return (
      <ValueRow
        setting="launchAtLogin"
        label={label}
        value={t(launchAtLogin === 'on' ? 'manager.behaviour.on' : 'manager.behaviour.off')}
        hint={text}
        mono={false}
        managed
      />
    );
  }
  return (
    <Toggle
      setting="launchAtLogin"
      label={label}
      text={text}
      hint={hint}
      value={launchAtLogin === 'on'}
      onChange={(value) => void change({ key: 'launchAtLogin', value })}
      failure={failure}
    />
  );
}
