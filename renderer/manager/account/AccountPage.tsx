import { t } from '../../ui/texts';
import type { PageProps } from '../page';
import { Group } from '../widgets/Group';
import { AuthIdRow } from './AuthIdRow';
import { ConnectionTestRow } from './ConnectionTestRow';
import { NetworkGroup } from './NetworkGroup';
import { TokenRow } from './TokenRow';

export function AccountPage({ state }: PageProps) {
  return (
    <>
      <Group title={t('manager.account.signIn')}>
        <AuthIdRow state={state} />
        <TokenRow credentials={state.credentials} />
        <ConnectionTestRow state={state} />
      </Group>
      <NetworkGroup state={state} />
    </>
  );
}
