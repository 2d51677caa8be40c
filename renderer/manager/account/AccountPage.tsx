import { t } from '../../ui/texts';
import { ImportButton } from '../import/ImportButton';
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
        <div className="card__acts">
          <ImportButton state={state} />
        </div>
      </Group>
      <NetworkGroup state={state} />
    </>
  );
}
