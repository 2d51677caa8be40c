import { err, ok } from '../../../electron/contract/result';
import { t } from '../../ui/texts';
import type { PageProps } from '../page';
import { applySetting } from '../use-setting-change';
import { SettingField } from '../widgets/SettingField';
import { ValueRow } from '../widgets/ValueRow';
import { judgeSeconds } from './seconds';

const longest = 10;

/** How long nothing is sent after Enter. */
export function HoldBackRow({ state }: PageProps) {
  const { holdBackSeconds } = state.settings;
  const label = t('manager.behaviour.holdBack.label');
  const hint = t(
    holdBackSeconds === 0 ? 'manager.behaviour.holdBack.atOnce' : 'manager.behaviour.holdBack.hint',
  );
  if (state.sources.holdBackSeconds === 'enforced') {
    const value = t('manager.behaviour.seconds', {
      count: holdBackSeconds,
      seconds: new Intl.NumberFormat(state.language).format(holdBackSeconds),
    });
    return (
      <ValueRow
        setting="holdBackSeconds"
        label={label}
        value={value}
        mono={false}
        managed
        {...(holdBackSeconds === 0 ? { hint } : {})}
      />
    );
  }
  return (
    <SettingField
      name="holdBackSeconds"
      setting="holdBackSeconds"
      label={label}
      value={String(holdBackSeconds)}
      hint={hint}
      short
      mono={false}
      judge={(text) => {
        const judged = judgeSeconds(text, longest);
        return judged.ok ? ok(judged.value) : err(t('manager.behaviour.holdBack.invalid'));
      }}
      apply={(value) => applySetting({ key: 'holdBackSeconds', value })}
    />
  );
}
