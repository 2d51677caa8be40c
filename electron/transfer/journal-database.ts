import { closeSync, existsSync, openSync, renameSync, statSync, chmodSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

import Database from 'libsql';

/** Companions of the file that SQLite makes; they get the file's mode from SQLite itself. */
const companions = ['', '-wal', '-shm'];

/** How long a write waits for another process that holds the file, in milliseconds. */
const busyTimeoutMs = 250;

/** Opens the file to write, or makes it, readable by its owner alone. The schema is as it was. */
export function openToWrite(file: string): Database.Database {
  // Made here, so that no moment exists in which others may read it.
  closeSync(openSync(file, 'a', 0o600));
  for (const end of companions) {
    if (existsSync(file + end)) chmodSync(file + end, 0o600);
  }
  const db = new Database(file, { timeout: busyTimeoutMs });
  try {
    // Executed, not prepared: the library frees a statement late, and its file only then.
    db.exec('PRAGMA journal_mode = WAL');
    // FULL syncs the log at every commit: the intent is on the disk when `begin` returns.
    db.exec('PRAGMA synchronous = FULL');
    // macOS: a sync that reaches the platter, which its plain fsync does not promise.
    db.exec('PRAGMA fullfsync = 1');
    // What is removed is overwritten, and not only forgotten.
    db.exec('PRAGMA secure_delete = ON');
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

/**
 * Opens the file to read, also while Baton has it open; nothing can be written through it.
 * @throws SqliteError where it is absent or no database.
 */
export function openToRead(file: string): Database.Database {
  const { href } = pathToFileURL(file);
  // `readonly` of the library's options does nothing; SQLite's own parameter does.
  const db = new Database(`${href}?mode=ro`, { timeout: busyTimeoutMs });
  try {
    db.exec('PRAGMA user_version');
    return db;
  } catch (error) {
    db.close();
    // In a folder where nothing may be written, SQLite has no place for the log's index. Where
    // there is no log it needs none.
    if (!hasNoLog(file)) throw error;
    return new Database(`${href}?immutable=1`, { timeout: busyTimeoutMs });
  }
}

const hasNoLog = (file: string) =>
  existsSync(file) && (!existsSync(`${file}-wal`) || statSync(`${file}-wal`).size === 0);

/** Brings what the log holds into the file and empties the log. */
export function emptyLog(db: Database.Database): void {
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

/** Does work in one transaction that holds the file from its beginning. */
export function transact<T>(db: Database.Database, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    db.exec('COMMIT');
    return value;
  } catch (error) {
    // A full disk has undone the transaction already; undoing it again would hide the cause.
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** Renames a file and its companions with the date, beside any that was set aside before. */
export function moveAside(file: string, now: number): string {
  const date = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-');
  const stem = `${file}.unreadable-${date}`;
  let target = stem;
  for (let n = 2; existsSync(target); n += 1) target = `${stem}-${n}`;
  for (const end of companions) {
    if (existsSync(file + end)) renameSync(file + end, target + end);
  }
  return target;
}

/** Whether the error says that the file is no database, or a damaged one. */
export function saysUnreadable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^SQLITE_(NOTADB|CORRUPT)/.test(code);
}
