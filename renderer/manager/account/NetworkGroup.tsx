import { useState } from 'react';

import { err, ok, type Result } from '../../../electron/contract/result';
import type { Network } from '../../../electron/contract/settings';
import { t } from '../../ui/texts';
import { changeSetting } from '../change-setting';
import { settingFailure, type FailureText } from '../failures';
import type { PageProps } from '../page';
import { announce, dropDraft, keepDraft, useManager } from '../store';
import { Choice } from '../widgets/Choice';
import { Group } from '../widgets/Group';
import { Problem, spoken } from '../widgets/Problem';
import { SettingField } from '../widgets/SettingField';
import { ValueRow } from '../widgets/ValueRow';
import {
  judgeCaFile,
  judgeProxyAddress,
  judgeSeconds,
  proxyModeOf,
  secondsText,
  type ProxyMode,
  type TimeLimit,
} from './network-draft';
import { ManagedCaFile, ManagedProxy, ManagedTimeLimit } from './ManagedNetworkRows';
import { testTarget } from './test-target';

type NetworkProblem = 'proxy-address' | 'path-too-long' | TimeLimit;

/** A judgement with its problem in words. */
function worded<T>(judged: Result<T, NetworkProblem>): Result<T, string> {
  return judged.ok ? ok(judged.value) : err(t(`manager.account.network.problems.${judged.error}`));
}

/** Changes a part of the network settings; answers what went wrong, or null. */
async function change(part: Partial<Network>): Promise<FailureText | null> {
  const reply = await changeSetting(({ network }) => ({
    key: 'network',
    value: { ...network, ...part },
  }));
  return reply.ok ? null : settingFailure(reply.error);
}

async function apply(part: Partial<Network>): Promise<string | null> {
  const failure = await change(part);
  return failure === null ? null : spoken(failure);
}

export function NetworkGroup({ state }: PageProps) {
  const { settings, networkSources, language } = state;
  const { network } = settings;
  const managed = (key: keyof Network) => networkSources[key] === 'enforced';
  const all = Object.values(networkSources).every((source) => source === 'enforced');
  const limits = ['connectTimeoutMs', 'totalTimeoutMs'] as const;
  return (
    <Group title={t('manager.account.network.heading')} managed={all}>
      <PlivoAddress state={state} />
      {managed('proxy') ? <ManagedProxy network={network} /> : <OwnProxy network={network} />}
      {managed('caFile') ? <ManagedCaFile network={network} /> : <OwnCaFile network={network} />}
      {limits.map((limit) =>
        managed(limit) ? (
          <ManagedTimeLimit key={limit} network={network} limit={limit} language={language} />
        ) : (
          <TimeLimitField key={limit} network={network} limit={limit} />
        ),
      )}
    </Group>
  );
}

function PlivoAddress({ state }: PageProps) {
  const target = testTarget(state);
  const label = t('manager.account.network.plivoAddress');
  if (target.kind !== 'line') {
    return state.practice === null ? null : (
      <ValueRow
        setting="plivoAddress"
        label={label}
        value={state.practice.url}
        hint={t('manager.lines.practice')}
      />
    );
  }
  return state.sources.lines === 'enforced' ? (
    <ValueRow setting="plivoAddress" label={label} value={target.line.apiBaseUrl} managed />
  ) : (
    <ValueRow
      setting="plivoAddress"
      label={label}
      value={target.line.apiBaseUrl}
      hint={t('manager.account.network.perLine')}
    />
  );
}

interface NetworkProps {
  readonly network: Network;
}

interface TimeLimitProps extends NetworkProps {
  readonly limit: TimeLimit;
}

const proxyField = 'network.proxy';

function OwnProxy({ network }: NetworkProps) {
  const addressDraft = useManager(({ drafts }) => drafts[proxyField]);
  const [failure, setFailure] = useState<FailureText | null>(null);
  const applied = proxyModeOf(network.proxy);
  // "Address" is chosen before there is one; nothing is sent until it is.
  const mode: ProxyMode = addressDraft === undefined ? applied : 'address';
  const label = t('manager.account.network.proxy');

  const choose = async (chosen: ProxyMode) => {
    if (chosen === 'address') {
      keepDraft(proxyField, { text: '', problem: null });
      return;
    }
    dropDraft(proxyField);
    const refusal = await change({ proxy: chosen });
    setFailure(refusal);
    announce(refusal === null ? t('manager.applied', { label }) : spoken(refusal));
  };

  return (
    <>
      <Choice
        setting="proxy"
        label={label}
        value={mode}
        options={(['system', 'none', 'address'] as const).map((value) => ({
          value,
          label: t(`manager.account.network.proxyModes.${value}`),
        }))}
        onChange={(chosen) => void choose(chosen)}
      />
      {failure === null ? null : (
        <div className="set__block">
          <Problem text={failure} />
        </div>
      )}
      {mode === 'address' ? (
        <SettingField
          name={proxyField}
          setting="proxyAddress"
          label={t('manager.account.network.proxyAddress')}
          value={applied === 'address' ? network.proxy : ''}
          judge={(text) => worded(judgeProxyAddress(text))}
          apply={(proxy) => apply({ proxy })}
        />
      ) : null}
    </>
  );
}

function OwnCaFile({ network }: NetworkProps) {
  return (
    <SettingField
      name="network.caFile"
      setting="caFile"
      label={t('manager.account.network.caFile')}
      value={network.caFile ?? ''}
      hint={t('manager.account.network.caFileHint')}
      judge={(text) => worded(judgeCaFile(text))}
      apply={(caFile) => apply({ caFile })}
    />
  );
}

function TimeLimitField({ network, limit }: TimeLimitProps) {
  return (
    <SettingField
      name={`network.${limit}`}
      setting={limit}
      label={t(`manager.account.network.${limit}`)}
      value={secondsText(network[limit])}
      hint={t('manager.account.network.secondsHint')}
      short
      mono={false}
      judge={(text) => worded(judgeSeconds(text, limit))}
      apply={(milliseconds) => apply({ [limit]: milliseconds })}
    />
  );
}
