import { readFileSync } from 'node:fs';

import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { readHistory, wholeHistory } from '../../support/read-history';
import { verifyJournal } from '../../../electron/transfer/journal-verify';
import { JournalFolder, now, valueOf } from './journal-fixture';

/** The schema and the statements of the first journals, as they were released. */
const firstSchema = `
  CREATE TABLE attempts (
     seq INTEGER PRIMARY KEY AUTOINCREMENT,
     id TEXT NOT NULL UNIQUE,
     started_at INTEGER NOT NULL,
     ended_at INTEGER,
     line_id TEXT NOT NULL,
     line_name TEXT NOT NULL,
     address TEXT NOT NULL,
     display TEXT NOT NULL,
     name TEXT,
     role TEXT NOT NULL,
     outcome TEXT,
     http_status INTEGER,
     api_id TEXT,
     reason_code TEXT,
     reason_json TEXT,
     duration_ms INTEGER,
     agent_word TEXT,
     agent_word_at INTEGER
   ) STRICT;
   CREATE INDEX attempts_by_address ON attempts (address, seq);
   CREATE INDEX attempts_running ON attempts (seq) WHERE outcome IS NULL;
   PRAGMA user_version = 1;`;
const begin = `INSERT INTO attempts (id, started_at, line_id, line_name, address, display, name, role)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
const end = `UPDATE attempts SET outcome = ?, ended_at = ?, http_status = ?, api_id = ?,
    reason_code = ?, reason_json = ?, duration_ms = ?
  WHERE id = ? AND outcome IS NULL`;
const answer = 'UPDATE attempts SET agent_word = ?, agent_word_at = ? WHERE id = ?';

let place: JournalFolder;

beforeEach(() => {
  place = new JournalFolder();
  const db = new Database(place.file);
  db.pragma('journal_mode = WAL');
  db.exec(firstSchema);
  const intent = (id: string, address: string, name: string | null) =>
    db.prepare(begin).run(id, now, 'support', 'Support line', address, address, name, 'agent');
  intent('one', '+14155550101', 'Maria Alvarez');
  const ok = '{"code":"accepted","status":201}';
  db.prepare(end).run('accepted', now + 200, 201, 'api-1', 'accepted', ok, 187, 'one');
  intent('two', '+14155550102', null);
  const lost = '{"code":"answer-timeout","cause":"TOTAL_TIMEOUT"}';
  db.prepare(end).run('unknown', now + 900, null, null, 'answer-timeout', lost, 800, 'two');
  db.prepare(answer).run('still-on-call', now + 1_000, 'two');
  // As an earlier start marked an attempt that was cut off.
  intent('three', '+14155550103', null);
  const cut = '{"code":"interrupted"}';
  db.prepare(end).run('unknown', null, null, null, 'interrupted', cut, null, 'three');
  // A row that somebody changed, and one that a crash has just cut off.
  intent('four', '+14155550104', null);
  db.prepare(end).run('refused', now, 404, null, 'http-404', '{broken', 5, 'four');
  intent('five', 'sip:maria@example.com', null);
  db.close();
});
afterEach(() => place.remove());

describe('a journal of the first version', () => {
  it('is not touched by a check or an export, which say what can be said', () => {
    const before = readFileSync(place.file);
    expect(verifyJournal(place.file)).toEqual({ kind: 'no-chain' });
    expect(readHistory(place.file)).toMatchObject({
      ok: true,
      value: [{ id: 'three' }, { id: 'two' }, { id: 'one' }],
    });
    expect(readFileSync(place.file).equals(before)).toBe(true);
  });

  it('keeps every attempt with all that was known of it, in its order', () => {
    const { journal, setAside } = place.open();
    expect(setAside).toBeNull();
    expect(valueOf(journal.attempt('one'))).toEqual({
      id: 'one',
      lineId: 'support',
      lineName: 'Support line',
      destination: {
        address: '+14155550101',
        display: '+14155550101',
        name: 'Maria Alvarez',
        note: null,
        country: null,
        role: null,
      },
      role: 'agent',
      startedAt: now,
      tookMs: 187,
      outcome: 'accepted',
      reason: { code: 'accepted', status: 201 },
      status: 201,
      apiId: 'api-1',
      agentWord: null,
    });
    expect(valueOf(journal.attempt('two'))).toMatchObject({
      outcome: 'unknown',
      reason: { code: 'answer-timeout', cause: 'TOTAL_TIMEOUT' },
      agentWord: 'still-on-call',
    });
    expect(valueOf(journal.attempt('three'))).toMatchObject({ reason: { code: 'interrupted' } });
    expect(valueOf(journal.attempt('four'))).toBeNull();
    expect(valueOf(journal.attempt('five'))).toMatchObject({
      outcome: 'unknown',
      reason: { code: 'interrupted' },
    });
    const recents = valueOf(journal.recents({ practice: false, limit: 9 }));
    expect(recents.map(({ attemptId }) => attemptId)).toEqual(['five', 'three', 'two', 'one']);
  });

  it('has a good chain from then on, and finds its attempts by text', () => {
    const { journal } = place.open();
    expect(verifyJournal(place.file)).toMatchObject({ kind: 'good', attempts: 5, entries: 11 });
    const filter = { text: 'api-1 maria', outcome: null, lineId: null, from: null, to: null };
    expect(wholeHistory(journal, filter)).toMatchObject([{ id: 'one' }]);
    place.make(journal);
    journal.close();
    place.open();
    expect(verifyJournal(place.file)).toMatchObject({ kind: 'good', attempts: 6 });
    place.tamper("UPDATE attempts SET api_id = 'api-2' WHERE id = 'one'");
    expect(verifyJournal(place.file)).toMatchObject({ row: { attemptId: 'one' } });
  });

  it('stays as it was where it cannot be brought up to date', () => {
    place.tamper('CREATE TABLE entries (seq INTEGER)');
    expect(() => place.open()).toThrow('entries already exists');
    expect(verifyJournal(place.file)).toEqual({ kind: 'no-chain' });
    place.tamper('DROP TABLE entries');
    expect(valueOf(place.open().journal.attempt('one'))).not.toBeNull();
  });
});
