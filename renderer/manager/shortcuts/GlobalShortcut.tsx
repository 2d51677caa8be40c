import { useEffect, useRef, useState } from 'react';

import { bridge } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { t } from '../../ui/texts';
import { shortcutFailure, type FailureText } from '../failures';
import type { PageProps } from '../page';
import { announce } from '../store';
import { KeyCombination } from '../widgets/KeyCombination';
import { Problem, spoken } from '../widgets/Problem';
import { ManagedMark, ValueRow } from '../widgets/ValueRow';
import { shortcutWord } from './keycaps';
import { Recorder } from './Recorder';

/** The shortcut that opens Baton anywhere. */
export function GlobalShortcut({ state }: PageProps) {
  const { platform, registeredShortcut } = state;
  const managed = state.sources.shortcut === 'enforced';
  const [recording, setRecording] = useState(false);
  const [failure, setFailure] = useState<FailureText | null>(null);
  const change = useRef<HTMLButtonElement>(null);
  const wasRecording = useRef(false);

  useEffect(() => {
    if (wasRecording.current && !recording && document.activeElement === document.body) {
      change.current?.focus();
    }
    wasRecording.current = recording;
  }, [recording]);

  const register = async (shortcut: string) => {
    const reply = await bridge.call('shortcut:change', { shortcut });
    if (!reply.ok) {
      const text = shortcutFailure(reply.error, platform);
      setFailure(text);
      announce(spoken(text));
      return;
    }
    setFailure(null);
    setRecording(false);
    announce(t('manager.shortcuts.changed', { shortcut: shortcutWord(shortcut, platform) }));
  };

  return (
    <>
      <div className={managed ? 'set set--locked' : 'set'} data-setting="shortcut">
        <span className="set__label">{t('manager.shortcuts.open')}</span>
        {recording && !managed ? (
          <div className="set__wide">
            <Recorder
              platform={platform}
              onRecorded={(shortcut) => void register(shortcut)}
              onStop={() => {
                setFailure(null);
                setRecording(false);
              }}
            />
          </div>
        ) : (
          <span className={managed ? 'set__shown' : 'set__shown set__shown--beside'}>
            <KeyCombination
              accelerator={registeredShortcut ?? state.settings.shortcut}
              platform={platform}
            />
            {registeredShortcut === null ? (
              <small className="bad">{t('manager.shortcuts.notRegistered')}</small>
            ) : null}
          </span>
        )}
        {managed ? (
          <ManagedMark />
        ) : recording ? null : (
          <span className="set__acts">
            <Button ref={change} onPress={() => setRecording(true)}>
              {t('manager.actions.change')}
            </Button>
          </span>
        )}
      </div>
      {failure === null ? null : (
        <div className="set__block">
          <Problem text={failure} />
        </div>
      )}
      <WaylandNote state={state} />
    </>
  );
}

/** On Wayland only a press that arrives proves the shortcut; the command works in any case. */
function WaylandNote({ state }: PageProps) {
  if (state.displayServer !== 'wayland' || state.shortcutSeen) return null;
  return (
    <>
      <div className="set__block">
        <Problem
          tone="unsure"
          text={{
            title: t('manager.shortcuts.wayland.title'),
            body: t('manager.shortcuts.wayland.body'),
            todo: t('manager.shortcuts.wayland.todo'),
          }}
        />
      </div>
      <ValueRow label={t('manager.shortcuts.command')} value="baton --popup" />
    </>
  );
}
