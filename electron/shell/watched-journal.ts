import type { Result } from '../contract/result';
import type { Journal } from '../transfer/journal';

/**
 * A journal that tells when what the history shows has changed, whoever changed it: an attempt
 * ended, was answered or was removed. Told after the turn in which it happened, and once for all of
 * a turn: nobody who listens stands between an attempt and its disk.
 */
export function watchedJournal(journal: Journal, changed: () => void): Journal {
  let due = false;
  const tell = () => {
    if (due) return;
    due = true;
    setImmediate(() => {
      due = false;
      changed();
    });
  };
  const told = <T, E>(result: Result<T, E>): Result<T, E> => {
    if (result.ok) tell();
    return result;
  };
  const toldOfAny = <E>(removed: Result<number, E>): Result<number, E> =>
    removed.ok && removed.value === 0 ? removed : told(removed);
  return {
    ...journal,
    end: (id, ending, trace) => told(journal.end(id, ending, trace)),
    record: (intent, ending) => told(journal.record(intent, ending)),
    answer: (id, word) => told(journal.answer(id, word)),
    prune: (days) => toldOfAny(journal.prune(days)),
    clear: () => toldOfAny(journal.clear()),
  };
}
