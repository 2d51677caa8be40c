import { err, ok } from '../../../electron/contract/result';
import { t } from '../../ui/texts';
import type { PageProps } from '../page';
import { applySetting, useSettingChange } from '../use-setting-change';
import { Choice } from '../widgets/Choice';
import { Failed } from '../widgets/Problem';
import { SettingField } from '../widgets/SettingField';
import { ValueRow } from '../widgets/ValueRow';
import { judgeSeconds } from './seconds';

const longest = 60;
/** What "Closes by itself" begins with. */
const usualMs = 2000;

/** What the popup does once Plivo has accepted. */
export function ClosingRows({ state }: PageProps) {
  const { closeAfterMs } = state.settings;
  const label = t('manager.behaviour.closing.label');
  const afterLabel = t('manager.behaviour.closeAfter.label');
  const closing = useSettingChange(label);
  const mode = closeAfterMs === null ? 'stays' : 'closes';

  if (state.sources.closeAfterMs === 'enforced') {
    return (
      <>
        <ValueRow
          setting="closing"
          label={label}
          value={t(`manager.behaviour.closing.modes.${mode}`)}
          mono={false}
          managed
        />
        {closeAfterMs === null ? null : (
          <ValueRow
            setting="closeAfterMs"
            label={afterLabel}
            value={t('manager.behaviour.seconds', {
              count: closeAfterMs / 1000,
              seconds: new Intl.NumberFormat(state.language).format(closeAfterMs / 1000),
            })}
            mono={false}
            managed
          />
        )}
      </>
    );
  }
  return (
    <>
      <Choice
        setting="closing"
        label={label}
        value={mode}
        options={(['closes', 'stays'] as const).map((value) => ({
          value,
          label: t(`manager.behaviour.closing.modes.${value}`),
        }))}
        onChange={(chosen) =>
          void closing.change({ key: 'closeAfterMs', value: chosen === 'stays' ? null : usualMs })
        }
      />
      <Failed text={closing.failure} />
      {closeAfterMs === null ? null : (
        <SettingField
          name="closeAfterMs"
          setting="closeAfterMs"
          label={afterLabel}
          value={String(closeAfterMs / 1000)}
          hint={t('manager.behaviour.closeAfter.hint')}
          short
          mono={false}
          judge={(text) => {
            const judged = judgeSeconds(text, longest);
            return judged.ok
              ? ok(Math.round(judged.value * 1000))
              : err(t('manager.behaviour.closeAfter.invalid'));
          }}
          apply={(value) => applySetting({ key: 'closeAfterMs', value })}
        />
      )}
    </>
  );
}
