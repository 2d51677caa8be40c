import { err, ok, type Result } from '../../../electron/contract/result';
import { authIdPattern } from '../../../electron/contract/settings';
import { t } from '../../ui/texts';
import { changeSetting } from '../change-setting';
import { settingFailure } from '../failures';
import type { PageProps } from '../page';
import { spoken } from '../widgets/Problem';
import { SettingField } from '../widgets/SettingField';
import { ValueRow } from '../widgets/ValueRow';

/** An emptied field takes the Auth ID away. */
function judge(text: string): Result<string | null, string> {
  const authId = text.trim();
  if (authId === '') return ok(null);
  return authIdPattern.test(authId) ? ok(authId) : err(t('manager.account.authId.invalid'));
}

async function apply(value: string | null): Promise<string | null> {
  const reply = await changeSetting(() => ({ key: 'authId', value }));
  return reply.ok ? null : spoken(settingFailure(reply.error));
}

export function AuthIdRow({ state }: PageProps) {
  const label = t('manager.account.authId.label');
  const value = state.settings.authId;
  if (state.sources.authId === 'enforced') {
    return (
      <ValueRow
        setting="authId"
        label={label}
        value={value ?? t('manager.account.authId.missing')}
        managed
      />
    );
  }
  return (
    <SettingField
      name="authId"
      setting="authId"
      label={label}
      value={value ?? ''}
      judge={judge}
      apply={apply}
    />
  );
}
