import { t } from '../../ui/texts';
import type { PageProps } from '../page';
import { useSettingChange } from '../use-setting-change';
import { Toggle } from '../widgets/Toggle';
import { ValueRow } from '../widgets/ValueRow';

/** Whether the popup looks into the clipboard when it opens. */
export function ClipboardRow({ state }: PageProps) {
  const { clipboardOffer } = state.settings;
  const label = t('manager.behaviour.clipboard.label');
  const text = t('manager.behaviour.clipboard.switch');
  const { failure, change } = useSettingChange(text);
  if (state.sources.clipboardOffer === 'enforced') {
    return (
      <ValueRow
        setting="clipboardOffer"
        label={label}
        value={t(clipboardOffer ? 'manager.behaviour.on' : 'manager.behaviour.off')}
        hint={text}
        mono={false}
        managed
      />
    );
  }
  return (
    <Toggle
      setting="clipboardOffer"
      label={label}
      text={text}
      hint={t('manager.behaviour.clipboard.hint')}
      value={clipboardOffer}
      onChange={(value) => void change({ key: 'clipboardOffer', value })}
      failure={failure}
    />
  );
}
