import { readFileSync, writeFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { hashOf } from '../../../electron/transfer/journal-chain';
import { verifyJournal } from '../../../electron/transfer/journal-verify';
import { accepted, maria, running, trace, unknown } from '../../unit/transfer/examples';
import { JournalFolder, now, valueOf } from './journal-fixture';

let place: JournalFolder;
beforeEach(() => {
  place = new JournalFolder();
});
afterEach(() => place.remove());

const verified = () => verifyJournal(place.file);

/**
 * Three attempts: entries 1 and 2, entries 3, 4 and 7 (with words), entries 5 and 6. Closed, as
 * it lies on the disk between two days.
 */
function threeAttempts(): void {
  const { journal } = place.open();
  place.make(journal, { id: 'one' });
  place.make(journal, { id: 'two', outcome: 'unknown' });
  place.make(journal, { id: 'three', outcome: 'refused' });
  valueOf(journal.answer('two', 'still-on-call'));
  journal.close();
}

describe('a history that nobody changed', () => {
  it('is good, with its attempts, its entries and the last hash', () => {
    threeAttempts();
    const last = place.entries().at(-1);
    expect(verified()).toEqual({
      kind: 'good',
      attempts: 3,
      entries: 7,
      head: { seq: 7, hash: last?.hash },
      removed: null,
    });
  });

  it('is good while Baton has it open, with an attempt under way', () => {
    const { journal } = place.open();
    place.make(journal);
    valueOf(journal.begin(running()));
    expect(verified()).toMatchObject({ kind: 'good', attempts: 2, entries: 3 });
    valueOf(journal.end('attempt-1', { ...unknown, endedAt: now }));
    expect(verified()).toMatchObject({ kind: 'good', attempts: 2, entries: 4 });
  });

  it('is good after a crash, before and after it was opened again', () => {
    valueOf(place.open().journal.begin(running()));
    expect(verified()).toMatchObject({ kind: 'good', attempts: 1, entries: 1 });
    place.open();
    expect(verified()).toMatchObject({ kind: 'good', attempts: 1, entries: 2 });
  });

  it('is good with texts that SQLite does not store as they are', () => {
    const { journal } = place.open();
    const odd = 'a\0b \ud800 \ufeff é \u2028';
    const destination = { ...maria, name: odd, display: odd };
    valueOf(journal.begin(running({ destination, lineName: odd })));
    const reason = { code: 'http-4xx', plivoReason: odd } as const;
    const ending = { ...accepted, outcome: 'refused', reason, apiId: odd } as const;
    valueOf(journal.end('attempt-1', { ...ending, endedAt: now + 0.4 }));
    expect(verified()).toMatchObject({ kind: 'good', attempts: 1 });
    expect(valueOf(journal.attempt('attempt-1'))).toMatchObject({
      reason: { plivoReason: odd },
      destination: { name: 'a\uFFFDb \uFFFD \ufeff é \u2028' },
    });
  });

  it('is good when an attempt was refused a second intent, outcome or word', () => {
    const { journal } = place.open();
    place.make(journal, { id: 'one' });
    expect(journal.begin(running({ id: 'one' })).ok).toBe(false);
    expect(journal.end('one', { ...unknown, endedAt: now }).ok).toBe(false);
    expect(journal.answer('none', 'caller-gone').ok).toBe(false);
    expect(verified()).toMatchObject({ kind: 'good', attempts: 1, entries: 2 });
  });

  it('is not written to by the check', () => {
    threeAttempts();
    const before = readFileSync(place.file);
    verified();
    expect(readFileSync(place.file).equals(before)).toBe(true);
  });
});

describe('a history that somebody changed', () => {
  it.each([
    ['an outcome', "UPDATE attempts SET outcome = 'accepted' WHERE id = 'two'", 3, 'two'],
    ['a number', "UPDATE attempts SET address = '+1' WHERE id = 'one'", 1, 'one'],
    ['a time', "UPDATE attempts SET started_at = started_at + 1 WHERE id = 'three'", 5, 'three'],
    ['a reason', "UPDATE attempts SET reason_json = '{}' WHERE id = 'three'", 5, 'three'],
    [
      "the agent's word",
      "UPDATE attempts SET agent_word = 'caller-gone' WHERE id = 'two'",
      3,
      'two',
    ],
    ['the id', "UPDATE attempts SET id = 'four' WHERE id = 'two'", 3, 'two'],
    ['a word taken back', 'UPDATE attempts SET agent_word = NULL, agent_word_at = NULL', 3, 'two'],
  ])('is broken at the attempt in which %s was changed', (_, sql, seq, attemptId) => {
    threeAttempts();
    place.tamper(sql);
    expect(verified()).toEqual({
      kind: 'broken',
      row: { seq, attemptId, fault: 'attempt-changed' },
      goodAttempts: (seq - 1) / 2,
    });
  });

  it('names the first of several', () => {
    threeAttempts();
    place.tamper("UPDATE attempts SET role = 'customer' WHERE id <> 'one'");
    expect(verified()).toMatchObject({ row: { seq: 3, attemptId: 'two' } });
  });

  it('is broken at an attempt that was taken out', () => {
    threeAttempts();
    place.tamper("DELETE FROM attempts WHERE id = 'two'");
    expect(verified()).toMatchObject({
      row: { seq: 3, attemptId: 'two', fault: 'attempt-missing' },
    });
  });

  it('is broken at an attempt that was put in', () => {
    threeAttempts();
    place.tamper(
      `INSERT INTO attempts (seq, id, started_at, line_id, line_name, address, display, role, search)
       VALUES (4, 'forged', 0, '', '', '', '', 'agent', '')`,
    );
    expect(verified()).toMatchObject({
      row: { seq: 4, attemptId: 'forged', fault: 'attempt-invented' },
      goodAttempts: 2,
    });
  });

  it.each([
    ['text', "UPDATE entries SET body = replace(body, 'Maria', 'Mario') WHERE seq = 3"],
    ['time', 'UPDATE entries SET at = at + 1 WHERE seq = 3'],
    ['sort', "UPDATE entries SET kind = 'word' WHERE seq = 3"],
    ['attempt', "UPDATE entries SET attempt_id = 'one' WHERE seq = 3"],
    ['hash', `UPDATE entries SET hash = '${'0'.repeat(64)}' WHERE seq = 3`],
  ])('is broken at the entry of which the %s was changed', (_, sql) => {
    threeAttempts();
    place.tamper(sql);
    expect(verified()).toMatchObject({
      kind: 'broken',
      row: { seq: 3, fault: 'entry-changed' },
      goodAttempts: 1,
    });
  });

  it('is broken at the next entry where a changed one was given its right hash', () => {
    threeAttempts();
    const [, before, third] = place.entries();
    if (before === undefined || third === undefined) throw new Error('there are no entries');
    const body = third.body.replace('Maria', 'Mario');
    const hash = hashOf(before.hash, { ...third, body });
    place.tamper(
      `UPDATE entries SET body = '${body}', hash = '${hash}' WHERE seq = 3`,
      "UPDATE attempts SET name = replace(name, 'Maria', 'Mario') WHERE id = 'two'",
    );
    expect(verified()).toMatchObject({ row: { seq: 4, attemptId: 'two', fault: 'entry-changed' } });
  });

  it('is broken where entries and attempt were taken out together', () => {
    threeAttempts();
    place.tamper(
      "DELETE FROM attempts WHERE id = 'two'",
      'DELETE FROM entries WHERE seq IN (3, 4)',
    );
    expect(verified()).toMatchObject({
      row: { seq: 5, attemptId: 'three', fault: 'entries-missing' },
      goodAttempts: 1,
    });
  });

  it('is broken where the beginning was taken out and not by Baton', () => {
    threeAttempts();
    place.tamper("DELETE FROM attempts WHERE id = 'one'", 'DELETE FROM entries WHERE seq <= 2');
    expect(verified()).toMatchObject({ row: { seq: 3, fault: 'entries-missing' } });
  });

  it('is broken where the end was taken out, also after more was written', () => {
    threeAttempts();
    place.tamper("DELETE FROM attempts WHERE id = 'three'", 'DELETE FROM entries WHERE seq >= 5');
    expect(verified()).toMatchObject({
      row: { seq: 5, attemptId: null, fault: 'end-missing' },
      goodAttempts: 2,
    });
    place.make(place.open().journal);
    expect(verified()).toMatchObject({ row: { seq: 8, fault: 'entries-missing' } });
  });

  it('is broken where everything was taken out', () => {
    threeAttempts();
    place.tamper('DELETE FROM attempts', 'DELETE FROM entries');
    expect(verified()).toMatchObject({ row: { seq: 1, fault: 'end-missing' }, goodAttempts: 0 });
  });

  it('is broken where the counter was set back', () => {
    threeAttempts();
    place.tamper("UPDATE sqlite_sequence SET seq = 3 WHERE name = 'entries'");
    expect(verified()).toMatchObject({ row: { fault: 'end-missing' } });
  });

  it('shows by its head, written down before, that the end and the counter were cut off', () => {
    threeAttempts();
    const before = verified();
    place.tamper(
      "DELETE FROM attempts WHERE id = 'three'",
      'DELETE FROM entries WHERE seq >= 5',
      "UPDATE attempts SET agent_word = NULL, agent_word_at = NULL WHERE id = 'two'",
      "UPDATE sqlite_sequence SET seq = 4 WHERE name = 'entries'",
    );
    const after = verified();
    expect(after.kind).toBe('good');
    expect(after).not.toMatchObject({ head: before.kind === 'good' && before.head });
  });
});

describe('a history that cannot be checked', () => {
  it('because it is not there', () => {
    expect(verified()).toEqual({ kind: 'absent' });
  });

  it('because it is no database', () => {
    writeFileSync(place.file, 'just words '.repeat(500));
    expect(verified()).toMatchObject({ kind: 'unreadable' });
  });

  it('because it is empty', () => {
    writeFileSync(place.file, '');
    expect(verified()).toEqual({ kind: 'unreadable', cause: 'it has no tables' });
  });

  it('because a page is damaged', () => {
    threeAttempts();
    place.tamper('PRAGMA wal_checkpoint(TRUNCATE)');
    const bytes = readFileSync(place.file);
    bytes.fill(0x41, 4096);
    writeFileSync(place.file, bytes);
    expect(verified()).toMatchObject({ kind: 'unreadable' });
  });

  it('because a later Baton wrote it', () => {
    threeAttempts();
    place.tamper('PRAGMA user_version = 99');
    expect(verified()).toMatchObject({ kind: 'unreadable' });
  });
});

describe('the request and the answer of an attempt', () => {
  it('are kept with it, without the secret, and covered by the chain', () => {
    const { journal } = place.open();
    valueOf(journal.begin(running()));
    const headers = { ...trace.request.headers, Authorization: 'Basic ZmFrZTpmYWtl' };
    const sent = { ...trace, request: { ...trace.request, headers } };
    valueOf(journal.end('attempt-1', { ...accepted, endedAt: now }, sent));
    expect(valueOf(journal.detail('attempt-1'))).toEqual({
      attempt: valueOf(journal.attempt('attempt-1')),
      trace,
    });
    journal.close();
    expect(readFileSync(place.file).includes('ZmFrZTpmYWtl')).toBe(false);
    place.tamper("UPDATE entries SET body = replace(body, '120', '20')");
    expect(verified()).toMatchObject({ row: { seq: 2, fault: 'entry-changed' } });
  });

  it('are absent where none were given, and of an attempt that there is not', () => {
    const { journal } = place.open();
    place.make(journal, { id: 'one' });
    expect(valueOf(journal.detail('one'))?.trace).toBeNull();
    expect(valueOf(journal.detail('two'))).toBeNull();
  });

  it('are left out, and the attempt is shown, where somebody made nonsense of them', () => {
    const { journal } = place.open();
    valueOf(journal.begin(running()));
    valueOf(journal.end('attempt-1', { ...accepted, endedAt: now }, trace));
    place.tamper("UPDATE entries SET body = 'nonsense'");
    expect(valueOf(journal.detail('attempt-1'))).toMatchObject({
      attempt: { id: 'attempt-1' },
      trace: null,
    });
  });
});

describe('a journal that another program has a hand in', () => {
  it('can be read by others as plain SQLite, entry by entry', () => {
    threeAttempts();
    const kinds = place.entries().map(({ kind }) => kind);
    expect(kinds).toEqual(['intent', 'outcome', 'intent', 'outcome', 'intent', 'outcome', 'word']);
  });
});
