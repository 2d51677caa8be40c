import { useEffect, useState } from 'react';

import type { AttemptDetail } from '../../../electron/contract/history';
import type { EndedAttempt } from '../../../electron/contract/transfer';
import { bridge } from '../../ui/bridge';
import type { FailureText } from '../failures';
import { historyFailure } from './history-failures';

/** An attempt with what is known of it; `detail` is null where that could not be had. */
export interface ShownDetail {
  readonly attempt: EndedAttempt;
  readonly detail: AttemptDetail | null;
  readonly failure: FailureText | null;
}

/**
 * Reads the details of an attempt, again at each revision. Until they are there, those of the one
 * before stay: moving from row to row does not flicker. Null: the first are on their way.
 */
export function useDetail(attempt: EndedAttempt | null, revision: number): ShownDetail | null {
  const [shown, setShown] = useState<ShownDetail | null>(null);
  const id = attempt?.id ?? null;
  useEffect(() => {
    if (attempt === null) {
      setShown(null);
      return;
    }
    let isWanted = true;
    const read = async () => {
      const reply = await bridge.call('history:detail', { attemptId: attempt.id });
      if (!isWanted) return;
      if (reply.ok && reply.value !== null) {
        setShown({ attempt: reply.value.attempt, detail: reply.value, failure: null });
        return;
      }
      const failure = historyFailure(reply.ok ? { code: 'attempt-gone' } : reply.error);
      setShown({ attempt, detail: null, failure });
    };
    void read();
    return () => {
      isWanted = false;
    };
    // The same attempt can come as another object.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [id, revision]);
  return attempt === null ? null : shown;
}
