import { useState } from 'react';

import { bridge } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { t } from '../../ui/texts';
import { Confirm } from '../widgets/Confirm';
import { historyFailure } from './history-failures';
import type { Message } from './MessageStrip';

interface ClearHistoryProps {
  readonly isEmpty: boolean;
  readonly onMessage: (message: Message | null) => void;
}

/** Removes the whole history, after asking. Main says that it changed, and the table follows. */
export function ClearHistory({ isEmpty, onMessage }: ClearHistoryProps) {
  const [isAsking, setAsking] = useState(false);

  const clear = async () => {
    onMessage(null);
    const reply = await bridge.call('history:clear', null);
    if (!reply.ok) {
      onMessage({ kind: 'problem', text: historyFailure(reply.error) });
      return;
    }
    const count = reply.value.removed;
    onMessage({ kind: 'done', text: t('manager.privacy.clear.done', { count }) });
  };

  return (
    <>
      <Button look="danger" unavailable={isEmpty} onPress={() => setAsking(true)}>
        {t('manager.history.clear.open')}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={t('manager.history.clear.title')}
        body={`${t('manager.history.clear.body')} ${t('manager.privacy.clear.keeps')}`}
        verb={t('manager.history.clear.verb')}
        onConfirm={() => void clear()}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
