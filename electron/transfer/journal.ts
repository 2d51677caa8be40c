import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

import type Database from 'libsql';

import type {
  AttemptDetail,
  AttemptTrace,
  HistoryCursor,
  HistoryFilter,
  HistoryLine,
  HistoryPage,
} from '../contract/history';
import type { Recent } from '../contract/popup';
import { err, ok, type Result } from '../contract/result';
import type { AgentWord, EndedAttempt } from '../contract/transfer';
import { lastAccepted, usage, type AddressUse, type UsageQuery } from './journal-accepted';
import { emptyLog, saysUnreadable, transact } from './journal-database';
import { intentEntry, outcomeEntry, wordEntry } from './journal-entries';
import { historyLines, historyPage } from './journal-history';
import { interruptions, openOrReplace } from './journal-opening';
import { writeIntent, writeOutcome, writeWord } from './journal-projection';
import { openQuestion, recents, type RecentsQuery } from './journal-recents';
import { removeAll, removeOld } from './journal-retention';
import { attemptDetail, hasAttempt } from './journal-rows';
import { UnwrittenOutcomes } from './journal-unwritten';
import type { Ending, RunningAttempt } from './machine';

/** The disk's or SQLite's own words. */
export interface JournalError {
  readonly cause: string;
}

/** An ending with its moment, `endedAt` in epoch milliseconds. */
export type TimedEnding = Ending & { readonly endedAt: number };

export interface Journal {
  /** Writes that an attempt is about to be made. When it returns, this is synced to disk. */
  begin(intent: RunningAttempt): Result<void, JournalError>;
  /**
   * Writes the outcome of an attempt that was begun. Where the disk does not take it, it is
   * written before the next thing that is; where Baton ends before that, the attempt comes back
   * as cut off.
   */
  end(id: string, ending: TimedEnding, trace?: AttemptTrace | null): Result<void, JournalError>;
  /** Writes an attempt of which nothing was ever to be sent, such as one that was cancelled. */
  record(intent: RunningAttempt, ending: TimedEnding): Result<void, JournalError>;
  /** Records what the agent said of an attempt afterwards; the last word counts. */
  answer(id: string, word: AgentWord): Result<void, JournalError>;
  /**
   * The last attempt of a line, where it ended unknown and the agent has not said where the caller
   * is: the question that is asked before the next transfer.
   */
  openQuestion(lineId: string): Result<EndedAttempt | null, JournalError>;
  /** When Plivo last accepted a transfer to the address, in epoch milliseconds; null: never. */
  lastAccepted(address: string): Result<number | null, JournalError>;
  /** How often and when last each address was used, of practice or of real lines, the last first. */
  usage(query: UsageQuery): Result<readonly AddressUse[], JournalError>;
  /**
   * The last destinations, newest first, each address once, of practice or of real lines.
   * Cancelled attempts are not among them.
   */
  recents(query: RecentsQuery): Result<readonly Recent[], JournalError>;
  /** Whether there is an attempt of this id, ended or not; not any more where it was removed. */
  knows(id: string): Result<boolean, JournalError>;
  /** An ended attempt, or null where there is none of this id. */
  attempt(id: string): Result<EndedAttempt | null, JournalError>;
  /** An ended attempt with the request, the answer and the times; null where there is none. */
  detail(id: string): Result<AttemptDetail | null, JournalError>;
  /** A page of at most `limit` (1000) rows, and the counts of the whole filter. */
  history(
    filter: HistoryFilter,
    page: { readonly cursor: HistoryCursor; readonly limit: number },
  ): Result<HistoryPage, JournalError>;
  /** The lines that there are attempts of, those of former settings among them. */
  historyLines(): Result<readonly HistoryLine[], JournalError>;
  /** Removes attempts that are older than so many days; gives how many. */
  prune(days: number): Result<number, JournalError>;
  /** Removes every attempt but one that is under way; gives how many. */
  clear(): Result<number, JournalError>;
  close(): void;
}

export interface OpenJournal {
  readonly journal: Journal;
  /** Where the unreadable file of before lies now; null: there was none. */
  readonly setAside: string | null;
}

interface JournalPorts {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Told when the file turns out to be damaged while it is in use: opened anew, it is set aside. */
  readonly unreadable?: (cause: string) => void;
}

export interface JournalUnavailable {
  readonly code: 'journal-unavailable';
  readonly cause: string;
}

const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function attempted<T>(work: () => T): Result<T, JournalError> {
  try {
    return ok(work());
  } catch (error) {
    return err({ cause: textOf(error) });
  }
}

function journalOn(db: Database.Database, { now, unreadable }: JournalPorts): Journal {
  const unwritten = new UnwrittenOutcomes(db, now, interruptions(db));
  // Where the disk is in the way now, it is not when the next attempt is begun; or none is.
  attempted(() => unwritten.write());

  /** Writes in one transaction, after the outcomes that are still to be written. */
  const write = <T>(work: () => T): Result<T, JournalError> =>
    attempted(() => {
      try {
        unwritten.write();
        return transact(db, work);
      } catch (error) {
        // An outcome that is only here is not given up with the file.
        if (saysUnreadable(error) && unwritten.isEmpty) unreadable?.(textOf(error));
        throw error;
      }
    });

  /** Removes, and leaves nothing of it in the log either. */
  const remove = (work: () => number): Result<number, JournalError> => {
    const removed = write(work);
    if (removed.ok && removed.value > 0) attempted(() => emptyLog(db));
    return removed;
  };

  return {
    begin: (intent) => write(() => writeIntent(db, intentEntry(intent), now())),

    end: (id, ending, trace = null) => {
      const entry = outcomeEntry(id, ending, trace);
      return attempted(() => unwritten.writeAlso(entry));
    },

    record: (intent, ending) =>
      write(() => {
        writeIntent(db, intentEntry(intent), now());
        writeOutcome(db, outcomeEntry(intent.id, ending, null), now());
      }),

    answer: (id, word) => write(() => writeWord(db, wordEntry(id, word), now())),

    openQuestion: (lineId) => {
      // An attempt that was cut off has its question only when its outcome is written.
      attempted(() => unwritten.write());
      return attempted(() => openQuestion(db, lineId));
    },
    lastAccepted: (address) => {
      // An acceptance that the disk did not take is one too, as soon as it is written.
      attempted(() => unwritten.write());
      return attempted(() => lastAccepted(db, address));
    },
    usage: (query) => attempted(() => usage(db, query)),
    recents: (query) => attempted(() => recents(db, query)),
    knows: (id) => attempted(() => hasAttempt(db, id)),
    attempt: (id) => attempted(() => attemptDetail(db, id)?.attempt ?? null),
    detail: (id) => attempted(() => attemptDetail(db, id)),
    history: (filter, { cursor, limit }) => attempted(() => historyPage(db, filter, cursor, limit)),
    historyLines: () => attempted(() => historyLines(db)),

    prune: (days) => remove(() => removeOld(db, now(), days)),
    clear: () => remove(() => removeAll(db, now())),

    close: () => {
      attempted(() => unwritten.write());
      // The one file is then all there is, for a copy too.
      attempted(() => emptyLog(db));
      db.close();
    },
  };
}

/**
 * Opens the journal, or begins one. A file that cannot be read is renamed with its date, never
 * deleted. Attempts that have no outcome get `unknown`. Only the instance that makes attempts may
 * open it so: to another one, an attempt under way would look cut off.
 */
export function openJournal(
  file: string,
  ports: JournalPorts,
): Result<OpenJournal, JournalUnavailable> {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const { db, setAside } = openOrReplace(file, ports.now());
    return ok({ journal: journalOn(db, ports), setAside });
  } catch (error) {
    return err({ code: 'journal-unavailable', cause: textOf(error) });
  }
}

/**
 * Stands in where no journal could be opened: it takes no intent, so that nothing is sent that
 * could not be recorded.
 */
export function unavailableJournal(cause: string): Journal {
  const refused = err({ cause });
  return {
    begin: () => refused,
    end: () => refused,
    record: () => refused,
    answer: () => refused,
    openQuestion: () => ok(null),
    lastAccepted: () => ok(null),
    usage: () => ok([]),
    recents: () => ok([]),
    knows: () => refused,
    attempt: () => ok(null),
    detail: () => ok(null),
    history: () => refused,
    historyLines: () => ok([]),
    prune: () => refused,
    clear: () => refused,
    close: () => undefined,
  };
}
