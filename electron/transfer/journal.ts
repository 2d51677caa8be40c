import { chmodSync, closeSync, existsSync, mkdirSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';

import Database from 'libsql';

import type { Recent } from '../contract/popup';
import { err, ok, type Result } from '../contract/result';
import type { AgentWord, EndedAttempt, Reason } from '../contract/transfer';
import { attemptOfRow, prepareSchema, UnreadableJournal } from './journal-schema';
import type { Ending, RunningAttempt } from './machine';

/** The disk's or SQLite's own words. */
export interface JournalError {
  readonly cause: string;
}

export interface Journal {
  /** Writes that an attempt is about to be made. When it returns, this is synced to disk. */
  begin(intent: RunningAttempt): Result<void, JournalError>;
  /** @param ending `endedAt` in epoch milliseconds. */
  end(id: string, ending: Ending & { readonly endedAt: number }): Result<void, JournalError>;
  /** Records what the agent said of an attempt afterwards; the last word counts. */
  answer(id: string, word: AgentWord): Result<void, JournalError>;
  /**
   * The last destinations, newest first, each address once, of practice or of real lines.
   * Cancelled attempts are not among them.
   */
  recents(query: {
    readonly practice: boolean;
    readonly limit: number;
  }): Result<readonly Recent[], JournalError>;
  /** An ended attempt, or null where there is none of this id. */
  attempt(id: string): Result<EndedAttempt | null, JournalError>;
  close(): void;
}

export interface OpenJournal {
  readonly journal: Journal;
  /** Where the unreadable file of before lies now; null: there was none. */
  readonly setAside: string | null;
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

/** Companions of the file that SQLite makes; they get the file's mode from SQLite itself. */
const companions = ['', '-wal', '-shm'];

function openDatabase(file: string): Database.Database {
  // Made here, so that no moment exists in which others may read it.
  closeSync(openSync(file, 'a', 0o600));
  for (const end of companions) {
    if (existsSync(file + end)) chmodSync(file + end, 0o600);
  }
  const db = new Database(file, { timeout: 250 });
  try {
    db.pragma('journal_mode = WAL');
    // FULL syncs the log at every commit: the intent is on the disk when `begin` returns.
    db.pragma('synchronous = FULL');
    // macOS: a sync that reaches the platter, which its plain fsync does not promise.
    db.pragma('fullfsync = 1');
    prepareSchema(db);
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

function isUnreadable(error: unknown): boolean {
  if (error instanceof UnreadableJournal) return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^SQLITE_(NOTADB|CORRUPT)/.test(code);
}

function moveAside(file: string, now: number): string {
  const date = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-');
  const stem = `${file}.unreadable-${date}`;
  let target = stem;
  for (let n = 2; existsSync(target); n += 1) target = `${stem}-${n}`;
  for (const end of companions) {
    if (existsSync(file + end)) renameSync(file + end, target + end);
  }
  return target;
}

function openOrReplace(file: string, now: number) {
  try {
    return { db: openDatabase(file), setAside: null };
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    const setAside = moveAside(file, now);
    return { db: openDatabase(file), setAside };
  }
}

/** A crash or power loss cut these off: what became of them nobody knows, and none is sent again. */
function markInterrupted(db: Database.Database): void {
  const reason: Reason = { code: 'interrupted' };
  db.prepare(
    `UPDATE attempts SET outcome = 'unknown', reason_code = ?, reason_json = ?
      WHERE outcome IS NULL`,
  ).run(reason.code, JSON.stringify(reason));
}

const recentsQuery = `
  SELECT * FROM attempts AS a
   WHERE outcome IS NOT NULL AND outcome <> 'cancelled' AND (line_id = 'practice') = ?
     AND NOT EXISTS (
       SELECT 1 FROM attempts AS later
        WHERE later.address = a.address AND later.seq > a.seq
          AND later.outcome IS NOT NULL AND later.outcome <> 'cancelled'
          AND (later.line_id = 'practice') = (a.line_id = 'practice'))
   ORDER BY seq DESC LIMIT ?`;

function journalOn(db: Database.Database, now: () => number): Journal {
  return {
    begin: (intent) =>
      attempted(() => {
        const { destination } = intent;
        db.prepare(
          `INSERT INTO attempts (id, started_at, line_id, line_name, address, display, name, role)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        ).run(
          intent.id,
          intent.startedAt,
          intent.lineId,
          intent.lineName,
          destination.address,
          destination.display,
          destination.name,
          intent.role,
        );
      }),

    end: (id, ending) =>
      attempted(() => {
        const { changes } = db
          .prepare(
            `UPDATE attempts SET outcome = ?, ended_at = ?, http_status = ?, api_id = ?,
                    reason_code = ?, reason_json = ?, duration_ms = ?
              WHERE id = ? AND outcome IS NULL`,
          )
          .run(
            ending.outcome,
            ending.endedAt,
            ending.status,
            ending.apiId,
            ending.reason.code,
            JSON.stringify(ending.reason),
            Math.round(ending.tookMs),
            id,
          );
        if (changes !== 1) throw new Error('No attempt without outcome has this id');
      }),

    answer: (id, word) =>
      attempted(() => {
        const { changes } = db
          .prepare('UPDATE attempts SET agent_word = ?, agent_word_at = ? WHERE id = ?')
          .run(word, now(), id);
        if (changes !== 1) throw new Error('No attempt has this id');
      }),

    recents: ({ practice, limit }) =>
      attempted(() => {
        const rows = db.prepare(recentsQuery).all(practice ? 1 : 0, limit);
        const attempts = rows.map(attemptOfRow).filter((row) => row !== null);
        return attempts.map(({ id, destination, outcome, startedAt }) => ({
          attemptId: id,
          destination,
          outcome,
          at: startedAt,
        }));
      }),

    attempt: (id) =>
      attempted(() => {
        const [row] = db.prepare('SELECT * FROM attempts WHERE id = ?').all(id);
        return row === undefined ? null : attemptOfRow(row);
      }),

    close: () => {
      db.close();
    },
  };
}

/**
 * Opens the journal, or begins one. A file that cannot be read is renamed with its date, never
 * deleted. Attempts that have no outcome get `unknown`. Only the instance that makes attempts may
 * open it so: to another one, an attempt under way would look cut off.
 * @param ports `now` gives epoch milliseconds.
 */
export function openJournal(
  file: string,
  ports: { readonly now: () => number },
): Result<OpenJournal, JournalUnavailable> {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const { db, setAside } = openOrReplace(file, ports.now());
    markInterrupted(db);
    return ok({ journal: journalOn(db, ports.now), setAside });
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
    answer: () => refused,
    recents: () => ok([]),
    attempt: () => ok(null),
    close: () => undefined,
  };
}
