import { openJournal, unavailableJournal, type Journal } from '../transfer/journal';

/** Milliseconds until it is looked again whether a journal that could not be opened can be. */
const lookAgainMs = 5000;

/** What became of an opening; `aside`: where the unreadable file of before lies now. */
export type JournalNews =
  | { readonly kind: 'open'; readonly aside: string | null }
  | { readonly kind: 'unavailable'; readonly cause: string };

interface LastingJournalParts {
  readonly file: string;
  readonly clock: {
    /** Epoch milliseconds. */
    readonly now: () => number;
    readonly after: (ms: number, done: () => void) => () => void;
  };
  /**
   * Whether no attempt is held or under way. One that was begun without a journal was checked without
   * it: it was asked neither for an open question nor for a repeat, and must not be sent with it.
   */
  readonly isFree: () => boolean;
  /** Told of the first opening, before this returns, and where it comes to something else later. */
  readonly told: (news: JournalNews) => void;
}

/**
 * The journal for as long as Baton runs. Where it cannot be opened, or turns out to be damaged, nothing
 * is sent, and the way to one is looked for again: at a kiosk nobody is there who could start Baton anew.
 */
export function lastingJournal({ file, clock, isFree, told }: LastingJournalParts): Journal {
  let stopLooking: () => void = () => undefined;
  let isTold = false;

  const without = (cause: string): Journal => {
    if (!isTold) told({ kind: 'unavailable', cause });
    isTold = true;
    lookAgain();
    return unavailableJournal(cause);
  };
  const look = (): Journal => {
    const opened = openJournal(file, {
      now: clock.now,
      unreadable: (cause) => {
        const damaged = current;
        current = without(cause);
        damaged.close();
      },
    });
    if (!opened.ok) return without(opened.error.cause);
    isTold = false;
    told({ kind: 'open', aside: opened.value.setAside });
    return opened.value.journal;
  };
  const lookAgain = () => {
    stopLooking = clock.after(lookAgainMs, () => {
      if (isFree()) current = look();
      else lookAgain();
    });
  };
  let current = look();

  return {
    begin: (intent) => current.begin(intent),
    end: (id, ending, trace) => current.end(id, ending, trace),
    record: (intent, ending) => current.record(intent, ending),
    answer: (id, word) => current.answer(id, word),
    openQuestion: (lineId) => current.openQuestion(lineId),
    lastAccepted: (address) => current.lastAccepted(address),
    usage: (query) => current.usage(query),
    recents: (query) => current.recents(query),
    knows: (id) => current.knows(id),
    attempt: (id) => current.attempt(id),
    detail: (id) => current.detail(id),
    history: (filter, page) => current.history(filter, page),
    historyLines: () => current.historyLines(),
    prune: (days) => current.prune(days),
    clear: () => current.clear(),
    close: () => {
      stopLooking();
      current.close();
    },
  };
}
