import { err, ok, type Result } from '../../../electron/contract/result';
import { settingsSchema } from '../../../electron/contract/settings';
import { t } from '../../ui/texts';
import { changeSetting } from '../change-setting';
import { settingFailure } from '../failures';
import type { PageProps } from '../page';
import { Group } from '../widgets/Group';
import { spoken } from '../widgets/Problem';
import { SettingField } from '../widgets/SettingField';
import { ValueRow } from '../widgets/ValueRow';

function judge(text: string): Result<string, string> {
  const parsed = settingsSchema.shape.region.safeParse(text.trim().toUpperCase());
  return parsed.success ? ok(parsed.data) : err(t('manager.lines.region.invalid'));
}

async function apply(value: string): Promise<string | null> {
  const reply = await changeSetting(() => ({ key: 'region', value }));
  return reply.ok ? null : spoken(settingFailure(reply.error));
}

/** The region that numbers without a country code belong to. */
export function RegionGroup({ state }: PageProps) {
  const { region } = state.settings;
  const managed = state.sources.region === 'enforced';
  const label = t('manager.lines.region.label');
  const country = new Intl.DisplayNames(state.language, { type: 'region' }).of(region) ?? region;
  const hint = t('manager.lines.region.hint', { country });
  return (
    <Group title={t('manager.lines.region.heading')} managed={managed}>
      {managed ? (
        <ValueRow setting="region" label={label} value={region} hint={hint} mono={false} managed />
      ) : (
        <SettingField
          name="region"
          setting="region"
          label={label}
          value={region}
          hint={hint}
          short
          mono={false}
          judge={judge}
          apply={apply}
        />
      )}
    </Group>
  );
}
