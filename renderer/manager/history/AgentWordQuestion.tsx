import { useState } from 'react';

import type { AgentWord, EndedAttempt } from '../../../electron/contract/transfer';
import { bridge } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { t } from '../../ui/texts';
import type { FailureText } from '../failures';
import { announce } from '../store';
import { Problem, spoken } from '../widgets/Problem';
import { historyFailure } from './history-failures';

interface AgentWordQuestionProps {
  readonly attempt: EndedAttempt;
  /** The word is on record: the question goes, and the focus that was in it. */
  readonly onRecorded: () => void;
}

/** Asks where the caller was afterwards, as long as the agent has not said (docs/behaviour.md, "Outcomes"). */
export function AgentWordQuestion({ attempt, onRecorded }: AgentWordQuestionProps) {
  const [failure, setFailure] = useState<FailureText | null>(null);
  const { outcome, agentWord } = attempt;
  if (agentWord !== null || (outcome !== 'accepted' && outcome !== 'unknown')) return null;

  const answer = async (word: AgentWord) => {
    setFailure(null);
    const reply = await bridge.call('transfer:answer', { attemptId: attempt.id, word });
    if (reply.ok) {
      const said = t(`manager.history.drawer.words.${word}`);
      announce(t('manager.history.word.recorded', { word: said }));
      onRecorded();
      return;
    }
    const text = historyFailure(reply.error);
    setFailure(text);
    announce(spoken(text));
  };

  return (
    <section className={outcome === 'unknown' ? 'word word--unsure' : 'word'}>
      <h3>{t('manager.history.word.question')}</h3>
      {outcome === 'unknown' ? <p>{t('manager.history.word.unknown')}</p> : null}
      <div className="drawer__acts">
        {outcome === 'accepted' ? (
          <Button onPress={() => void answer('still-on-call')}>
            {t('manager.history.word.stillOnCall')}
          </Button>
        ) : (
          <>
            <Button onPress={() => void answer('still-on-call')}>
              {t('manager.history.word.yes')}
            </Button>
            <Button onPress={() => void answer('caller-gone')}>
              {t('manager.history.word.no')}
            </Button>
          </>
        )}
      </div>
      {failure === null ? null : <Problem text={failure} />}
    </section>
  );
}
