import { useEffect, useRef, useState } from 'react';

import type { CheckUp } from '../../../electron/contract/doctor';
import { bridge } from '../../ui/bridge';
import { t } from '../../ui/texts';
import { internalFailure, type FailureText } from '../failures';
import { announce } from '../store';
import { spokenEnd, spokenQuestion, type Reader } from './check-words';

interface CheckUpHere {
  /** Null until main has answered. */
  readonly checkUp: CheckUp | null;
  readonly failure: FailureText | null;
  readonly run: () => void;
  readonly stop: () => void;
  readonly skip: () => void;
}

/**
 * The check-up of this page: begun with it, ended with it. Its beginning, its question and its end
 * are announced; what each check finds meanwhile is not, as that would be a torrent.
 */
export function useCheckUp(reader: Reader): CheckUpHere {
  const [checkUp, setCheckUp] = useState<CheckUp | null>(null);
  const [failure, setFailure] = useState<FailureText | null>(null);
  const { language, platform } = reader;

  const run = () => {
    void bridge.call('doctor:run', null).then((reply) => {
      setFailure(reply.ok ? null : internalFailure(reply.error));
      if (!reply.ok) return;
      setCheckUp((shown) => (shown?.startedAt === reply.value.startedAt ? shown : reply.value));
      announce(t('doctor.said.started'));
    });
  };

  useEffect(() => {
    const stopListening = bridge.on('doctor:progress', setCheckUp);
    run();
    return () => {
      stopListening();
      void bridge.call('doctor:cancel', { only: 'all' });
    };
  }, []);

  const asked =
    checkUp?.checks.map((view) => spokenQuestion(view, { language, platform })).find(Boolean) ??
    null;
  useEffect(() => {
    if (asked !== null) announce(asked);
  }, [asked]);

  const ended = checkUp !== null && !checkUp.running ? checkUp : null;
  const said = useRef(0);
  useEffect(() => {
    if (ended === null || said.current === ended.startedAt) return;
    said.current = ended.startedAt;
    announce(spokenEnd(ended));
  }, [ended]);

  return {
    checkUp,
    failure,
    run,
    stop: () => void bridge.call('doctor:cancel', { only: 'all' }),
    skip: () => void bridge.call('doctor:cancel', { only: 'shortcut' }),
  };
}
