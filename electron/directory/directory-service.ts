import type { DirectorySummary } from '../contract/directory';
import type { Result } from '../contract/result';
import type { DirectoryImporting } from './directory-imports';
import type { AddressOwner, Answer, FoundInDirectory, Question } from './worker/calls';
import type { ThreadError } from './worker/connection';
import type { Clock } from './worker/serving-thread';

export interface DirectoryParts {
  /** File of the threads' program. */
  readonly program: string;
  /** File in which imported entries are stored. */
  readonly store: string;
  /** Absolute paths of the files that are watched. */
  readonly files: () => readonly string[];
  /** Two-letter region of numbers without country code. */
  readonly region: () => string;
  readonly clock: Clock;
  /** Something was read, or could not be. */
  readonly changed: () => void;
  readonly fault: (cause: string) => void;
}

/**
 * The directory, as main has it: the entries lie in a thread of their own, so that reading and
 * searching 100,000 of them holds nothing up (docs/behaviour.md, "Directory"). Where that thread is
 * not ready, favourites and recents are found all the same.
 */
export interface DirectoryService extends DirectoryImporting {
  /** Finds people for a text in the field. A question that a newer one supersedes is not asked. */
  search(question: Question<'search'>): Promise<FoundInDirectory>;
  /**
   * Whose an address is.
   * @param mustKnow waits for a directory that is being read; else the answer is what is known now.
   */
  owner(address: string, mustKnow: boolean): Promise<AddressOwner>;
  /** Tells whom the line knows besides the directory, and what the agent has used. */
  setContext(context: Question<'context'>): void;
  page(question: Question<'page'>): Promise<Result<Answer<'page'>, ThreadError>>;
  /** Null: there is no such source. */
  rejected(question: Question<'rejected'>): Promise<Result<Answer<'rejected'>, ThreadError>>;
  /** Reads all sources again. Resolves when the new entries are found. */
  reload(): Promise<void>;
  /** The settings have changed: other files may be watched, or numbers read otherwise. */
  settingsChanged(): void;
  summary(): DirectorySummary;
  close(): Promise<void>;
}
