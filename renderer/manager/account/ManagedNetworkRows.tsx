import type { Network } from '../../../electron/contract/settings';
import { t } from '../../ui/texts';
import { ValueRow } from '../widgets/ValueRow';
import { proxyModeOf, type TimeLimit } from './network-draft';

interface NetworkProps {
  readonly network: Network;
}

export function ManagedProxy({ network }: NetworkProps) {
  const mode = proxyModeOf(network.proxy);
  return (
    <ValueRow
      setting="proxy"
      label={t('manager.account.network.proxy')}
      value={mode === 'address' ? network.proxy : t(`manager.account.network.proxyModes.${mode}`)}
      mono={mode === 'address'}
      managed
    />
  );
}

export function ManagedCaFile({ network }: NetworkProps) {
  return (
    <ValueRow
      setting="caFile"
      label={t('manager.account.network.caFile')}
      value={network.caFile ?? t('manager.account.network.noCaFile')}
      mono={network.caFile !== null}
      managed
    />
  );
}

interface TimeLimitProps extends NetworkProps {
  readonly limit: TimeLimit;
  readonly language: string;
}

export function ManagedTimeLimit({ network, limit, language }: TimeLimitProps) {
  const seconds = new Intl.NumberFormat(language).format(network[limit] / 1000);
  return (
    <ValueRow
      setting={limit}
      label={t(`manager.account.network.${limit}`)}
      value={t('manager.account.network.seconds', { seconds })}
      mono={false}
      managed
    />
  );
}
