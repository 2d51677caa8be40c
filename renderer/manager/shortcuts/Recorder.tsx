import { useId, useState, type KeyboardEvent } from 'react';

import { unreachable } from '../../../electron/contract/result';
import { t } from '../../ui/texts';
import { announce } from '../store';
import { recordPress, type Platform } from './accelerator';
import { shortcutWord } from './keycaps';

interface RecorderProps {
  readonly platform: Platform;
  /** The whole combination was pressed. */
  readonly onRecorded: (accelerator: string) => void;
  /** Esc, or the focus went elsewhere. */
  readonly onStop: () => void;
}

const takeFocus = (field: HTMLInputElement | null): void => field?.focus();

/** Shows keys as they are held, and hands over the first combination that can be a shortcut. */
export function Recorder({ platform, onRecorded, onStop }: RecorderProps) {
  const hint = useId();
  const [held, setHeld] = useState<readonly string[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);

  const press = (event: KeyboardEvent) => {
    // The Enter that opened the recorder may still be held.
    if (event.repeat) {
      event.preventDefault();
      return;
    }
    const recording = recordPress(
      {
        code: event.code,
        key: event.key,
        ctrlKey: event.ctrlKey,
        altKey: event.altKey,
        shiftKey: event.shiftKey,
        metaKey: event.metaKey,
        altGraph: event.getModifierState('AltGraph'),
      },
      platform,
    );
    if (recording.kind === 'leaving') return;
    event.preventDefault();
    event.stopPropagation();
    switch (recording.kind) {
      case 'holding':
        setHeld(recording.modifiers);
        return;
      case 'recorded':
        setRefusal(null);
        setHeld(recording.accelerator.split('+'));
        onRecorded(recording.accelerator);
        return;
      case 'cancelled':
        announce(t('manager.shortcuts.kept'));
        onStop();
        return;
      case 'refused': {
        const text = t(`manager.shortcuts.refused.${recording.why}`);
        setRefusal(text);
        announce(text);
        return;
      }
      default:
        unreachable(recording);
    }
  };

  return (
    <>
      <input
        ref={takeFocus}
        className="input recorder"
        readOnly
        value={held.length === 0 ? '' : shortcutWord(held.join('+'), platform)}
        placeholder={t('manager.shortcuts.recording')}
        aria-label={t('manager.shortcuts.recording')}
        aria-describedby={hint}
        onKeyDown={press}
        onKeyUp={(event) => {
          if (!event.ctrlKey && !event.altKey && !event.shiftKey && !event.metaKey) setHeld([]);
        }}
        onBlur={onStop}
      />
      <small id={hint} className={refusal === null ? undefined : 'bad'}>
        {refusal ??
          t(
            platform === 'darwin'
              ? 'manager.shortcuts.recordingHintMac'
              : 'manager.shortcuts.recordingHint',
          )}
      </small>
    </>
  );
}
