import { useEffect, useState } from 'react';

import { bridge } from '../../ui/bridge';
import { practiceLineId } from '../lines/line-draft';

/** Whether the practice line has accepted an attempt since the moment. */
async function triedSince(from: number): Promise<boolean> {
  const filter = { text: '', outcome: 'accepted', lineId: practiceLineId, from, to: null } as const;
  const page = await bridge.call('history:page', { filter, cursor: null, limit: 1 });
  return page.ok && page.value.total > 0;
}

/** Becomes true when a practice transfer that was made while the welcome stood open is accepted. */
export function useTried(): boolean {
  const [openedAt] = useState(() => Date.now());
  const [tried, setTried] = useState(false);
  useEffect(() => {
    if (tried) return undefined;
    let gone = false;
    const stop = bridge.on('history:changed', () => {
      void triedSince(openedAt).then((found) => {
        if (found && !gone) setTried(true);
      });
    });
    return () => {
      gone = true;
      stop();
    };
  }, [tried, openedAt]);
  return tried;
}
