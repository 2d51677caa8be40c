import { useEffect, useRef, useState } from 'react';

import { bridge } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { t } from '../../ui/texts';
import type { FailureText } from '../failures';
import type { PageProps } from '../page';
import { announce } from '../store';
import { useSettingChange } from '../use-setting-change';
import { Choice } from '../widgets/Choice';
import { Group } from '../widgets/Group';
import { Failed, spoken } from '../widgets/Problem';
import { ValueRow } from '../widgets/ValueRow';
import { restartFailure, updateSentence } from './update-words';

/** Whether Baton keeps itself up to date, and how far it is with that. */
export function UpdateGroup({ state }: PageProps) {
  return (
    <Group title={t('manager.updates.heading')} setting="updates">
      {state.updates.kind === 'unavailable' ? null : <SettingRow state={state} />}
      <StateRow state={state} />
    </Group>
  );
}

const choices = ['off', 'on'] as const;

function SettingRow({ state }: PageProps) {
  const { updates } = state.settings;
  const label = t('manager.updates.label');
  const { failure, change } = useSettingChange(label);
  if (state.sources.updates === 'enforced') {
    const value = t(`manager.updates.choices.${updates}`);
    return <ValueRow label={label} value={value} mono={false} managed />;
  }
  return (
    <>
      <Choice
        label={label}
        value={updates}
        options={choices.map((value) => ({ value, label: t(`manager.updates.choices.${value}`) }))}
        onChange={(value) => void change({ key: 'updates', value })}
      />
      <Failed text={failure} />
    </>
  );
}

function StateRow({ state: { updates, language } }: PageProps) {
  const sentence = updateSentence(updates, Date.now(), language);
  const { kind } = updates;
  const [failure, setFailure] = useState<FailureText | null>(null);
  const said = useRef(kind);
  useEffect(() => {
    if (said.current === kind) return;
    said.current = kind;
    announce(sentence);
  }, [kind, sentence]);

  const restart = async () => {
    const reply = await bridge.call('updates:restart', null);
    const refusal = reply.ok ? null : restartFailure(reply.error);
    setFailure(refusal);
    if (refusal !== null) announce(spoken(refusal));
  };

  return (
    <>
      <div className="set">
        <span className="set__shown set__shown--wide">{sentence}</span>
        <span className="set__acts">
          {kind === 'ready' ? (
            <Button onPress={() => void restart()}>{t('manager.updates.restart')}</Button>
          ) : kind === 'off' || kind === 'unavailable' ? null : (
            <Button
              unavailable={kind === 'checking' || kind === 'downloading'}
              onPress={() => void bridge.call('updates:check', null)}
            >
              {t('manager.updates.check')}
            </Button>
          )}
        </span>
      </div>
      <Failed text={failure} />
    </>
  );
}
