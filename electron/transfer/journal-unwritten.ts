import type Database from 'libsql';

import { transact } from './journal-database';
import type { OutcomeEntry } from './journal-entries';
import { writeOutcome } from './journal-projection';

/** Whether it is the disk or another process that was in the way, and not the entry itself. */
const mayGoAway = (error: unknown) =>
  error instanceof Error && 'code' in error && /^SQLITE_(?!CONSTRAINT)/.test(String(error.code));

/**
 * Outcomes that the disk did not take. They are the only evidence there is, so they are kept and
 * written, in their order, before anything else is.
 */
export class UnwrittenOutcomes {
  readonly #db: Database.Database;
  readonly #now: () => number;
  #waiting: readonly OutcomeEntry[];

  constructor(db: Database.Database, now: () => number, waiting: readonly OutcomeEntry[]) {
    this.#db = db;
    this.#now = now;
    this.#waiting = waiting;
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** @throws SqliteError where the disk still does not take them. */
  write(): void {
    for (const entry of this.#waiting) this.#writeOne(entry);
  }

  /**
   * @throws Error where it could not be written; it is kept where the disk was in the way, and let
   * go where the journal has no place for it.
   */
  writeAlso(entry: OutcomeEntry): void {
    this.#waiting = [...this.#waiting, entry];
    this.write();
  }

  #writeOne(entry: OutcomeEntry): void {
    const done = () => {
      this.#waiting = this.#waiting.filter((other) => other !== entry);
    };
    try {
      transact(this.#db, () => writeOutcome(this.#db, entry, this.#now()));
    } catch (error) {
      if (!mayGoAway(error)) done();
      throw error;
    }
    done();
  }
}
