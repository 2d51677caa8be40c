import { useState } from 'react';

import { bridge } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { t } from '../../ui/texts';
import { openRoute } from '../connect';
import { internalFailure, type FailureText } from '../failures';
import { announce } from '../store';
import { Confirm } from '../widgets/Confirm';
import { Failed, spoken } from '../widgets/Problem';

/** The way to the history, and to its end. */
export function HistoryRows() {
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<FailureText | null>(null);

  const clear = async () => {
    const reply = await bridge.call('history:clear', null);
    if (reply.ok) {
      setFailure(null);
      announce(t('manager.privacy.clear.done', { count: reply.value.removed }));
      return;
    }
    const text =
      reply.error.code === 'history-unavailable'
        ? {
            title: t('manager.privacy.clear.failed.title'),
            body: t('manager.privacy.clear.failed.body', { cause: reply.error.cause }),
            todo: t('manager.privacy.clear.failed.todo'),
          }
        : internalFailure(reply.error);
    setFailure(text);
    announce(spoken(text));
  };

  return (
    <>
      <div className="set" data-setting="history">
        <span className="set__label">{t('manager.privacy.show.label')}</span>
        <span className="set__shown">{t('manager.privacy.show.hint')}</span>
        <span className="set__acts">
          <Button onPress={() => void openRoute('history')}>
            {t('manager.privacy.show.button')}
          </Button>
        </span>
      </div>
      <div className="set" data-setting="clearHistory">
        <span className="set__label">{t('manager.privacy.clear.label')}</span>
        <span className="set__shown">{t('manager.privacy.clear.hint')}</span>
        <span className="set__acts">
          <Button look="danger" onPress={() => setAsking(true)}>
            {t('manager.privacy.clear.button')}
          </Button>
        </span>
      </div>
      <Failed text={failure} />
      <Confirm
        isOpen={asking}
        title={t('manager.privacy.clear.title')}
        body={`${t('manager.privacy.clear.body')} ${t('manager.privacy.clear.keeps')}`}
        verb={t('manager.privacy.clear.verb')}
        onConfirm={() => void clear()}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
