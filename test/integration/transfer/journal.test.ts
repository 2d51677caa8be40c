import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Outcome } from '../../../electron/contract/transfer';
import { openJournal, unavailableJournal, type Journal } from '../../../electron/transfer/journal';
import { accepted, maria, running, unknown } from '../../unit/transfer/examples';

const now = Date.parse('2025-03-04T05:06:07Z');
let folder: string;
let file: string;
const open: Journal[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-journal-'));
  file = join(folder, 'journal.db');
});
afterEach(() => {
  for (const journal of open.splice(0)) journal.close();
  rmSync(folder, { recursive: true, force: true });
});

function opened(path = file) {
  const result = openJournal(path, { now: () => now });
  if (!result.ok) throw new Error(result.error.cause);
  open.push(result.value.journal);
  return result.value;
}

const valueOf = <T>(
  result: { ok: true; value: T } | { ok: false; error: { cause: string } },
): T => {
  if (!result.ok) throw new Error(result.error.cause);
  return result.value;
};

let ids = 0;
/** Records a whole attempt and gives its id. */
function made(
  journal: Journal,
  address: string,
  { outcome = 'accepted', lineId = 'support' }: { outcome?: Outcome; lineId?: string } = {},
): string {
  const id = `id-${(ids += 1)}`;
  const destination = { ...maria, address };
  valueOf(journal.begin(running({ id, destination, lineId })));
  valueOf(journal.end(id, { ...accepted, outcome, endedAt: now }));
  return id;
}

describe('the journal on disk', () => {
  it('is readable by its owner only, its companions too, whatever the umask says', () => {
    const before = process.umask(0o000);
    try {
      const { journal } = opened();
      made(journal, '+14155550134');
      const names = readdirSync(folder);
      expect(names.sort()).toEqual(['journal.db', 'journal.db-shm', 'journal.db-wal']);
      for (const name of names) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    } finally {
      process.umask(before);
    }
  });

  it('gets the right mode back where somebody opened it up', () => {
    writeFileSync(file, '', { mode: 0o644 });
    opened();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('has an intent for others to read as soon as begin has returned', () => {
    const { journal } = opened();
    valueOf(journal.begin(running()));
    const other = new Database(file);
    expect(other.prepare('SELECT id, outcome, address FROM attempts').all()).toEqual([
      { id: 'attempt-1', outcome: null, address: '+14155550134' },
    ]);
    other.close();
  });

  it('keeps attempts over a restart', () => {
    const first = opened().journal;
    const id = made(first, '+14155550134');
    valueOf(first.answer(id, 'still-on-call'));
    first.close();
    expect(valueOf(opened().journal.attempt(id))).toEqual({
      ...running({ id }),
      destination: { ...maria, note: null, country: null },
      ...accepted,
      tookMs: 123,
      agentWord: 'still-on-call',
    });
  });
});

describe('an attempt', () => {
  it('is known from its intent on, until it is removed', () => {
    const { journal } = opened();
    expect(valueOf(journal.knows('attempt-1'))).toBe(false);
    valueOf(journal.begin(running()));
    expect(valueOf(journal.knows('attempt-1'))).toBe(true);
    valueOf(journal.end('attempt-1', { ...accepted, endedAt: 5 }));
    expect(valueOf(journal.knows('attempt-1'))).toBe(true);
    valueOf(journal.clear());
    expect(valueOf(journal.knows('attempt-1'))).toBe(false);
  });
});

describe('an attempt that was cut off', () => {
  it('comes back as unknown, interrupted, and is among the recents', () => {
    const first = opened().journal;
    valueOf(first.begin(running()));
    // No end and no close: as after a crash.
    const second = opened().journal;
    expect(valueOf(second.attempt('attempt-1'))).toMatchObject({
      outcome: 'unknown',
      reason: { code: 'interrupted' },
      status: null,
      agentWord: null,
    });
    expect(valueOf(second.recents({ practice: false, limit: 5 }))).toMatchObject([
      { attemptId: 'attempt-1', outcome: 'unknown' },
    ]);
  });

  it('leaves attempts that have an outcome as they are', () => {
    const first = opened().journal;
    const id = made(first, '+14155550134', { outcome: 'refused' });
    first.close();
    expect(valueOf(opened().journal.attempt(id))).toMatchObject({ outcome: 'refused' });
  });
});

describe('what the journal does not take', () => {
  it('an attempt twice, an outcome twice, and words about nothing', () => {
    const { journal } = opened();
    valueOf(journal.begin(running()));
    expect(journal.begin(running()).ok).toBe(false);
    valueOf(journal.end('attempt-1', { ...unknown, endedAt: now }));
    expect(journal.end('attempt-1', { ...accepted, endedAt: now }).ok).toBe(false);
    expect(journal.end('attempt-2', { ...accepted, endedAt: now }).ok).toBe(false);
    expect(journal.answer('attempt-2', 'caller-gone').ok).toBe(false);
    expect(valueOf(journal.attempt('attempt-1'))).toMatchObject({ outcome: 'unknown' });
    expect(valueOf(journal.attempt('attempt-2'))).toBeNull();
  });

  it('anything after it was closed, as a value and not as an exception', () => {
    const { journal } = opened();
    journal.close();
    expect(journal.begin(running()).ok).toBe(false);
    expect(journal.recents({ practice: false, limit: 5 }).ok).toBe(false);
  });
});

describe('recents', () => {
  const addresses = (journal: Journal, practice = false, limit = 5) =>
    valueOf(journal.recents({ practice, limit })).map((recent) => recent.destination.address);

  it('are the newest first, each address once with its last attempt', () => {
    const { journal } = opened();
    made(journal, '+14155550101');
    made(journal, '+14155550102');
    const last = made(journal, '+14155550101', { outcome: 'refused' });
    expect(addresses(journal)).toEqual(['+14155550101', '+14155550102']);
    expect(valueOf(journal.recents({ practice: false, limit: 1 }))).toEqual([
      {
        attemptId: last,
        destination: { ...maria, address: '+14155550101', note: null, country: null },
        outcome: 'refused',
        at: running().startedAt,
      },
    ]);
  });

  it('go by the order in which they were made, also when the clock was set back', () => {
    const { journal } = opened();
    const at = (id: string, startedAt: number, address: string) => {
      valueOf(journal.begin(running({ id, startedAt, destination: { ...maria, address } })));
      valueOf(journal.end(id, { ...accepted, endedAt: startedAt }));
    };
    at('a', now, '+14155550101');
    at('b', now - 86_400_000, '+14155550102');
    expect(addresses(journal)).toEqual(['+14155550102', '+14155550101']);
  });

  it('leave out what was cancelled or is under way', () => {
    const { journal } = opened();
    made(journal, '+14155550101');
    made(journal, '+14155550102', { outcome: 'cancelled' });
    made(journal, '+14155550101', { outcome: 'cancelled' });
    valueOf(journal.begin(running({ destination: { ...maria, address: '+14155550103' } })));
    expect(addresses(journal)).toEqual(['+14155550101']);
    expect(valueOf(journal.recents({ practice: false, limit: 5 }))[0]?.outcome).toBe('accepted');
  });

  it('keep practice and real lines apart', () => {
    const { journal } = opened();
    made(journal, '+14155550101');
    made(journal, '+14155550102', { lineId: 'practice' });
    made(journal, '+14155550101', { lineId: 'practice' });
    expect(addresses(journal)).toEqual(['+14155550101']);
    expect(addresses(journal, true)).toEqual(['+14155550101', '+14155550102']);
  });

  it('are as many as asked for', () => {
    const { journal } = opened();
    for (let n = 0; n < 20; n += 1) made(journal, `+141555501${10 + n}`);
    expect(addresses(journal, false, 3)).toEqual(['+14155550129', '+14155550128', '+14155550127']);
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['is no database', 'not a database, just words '.repeat(200)],
    ['is cut short', 'SQLi'],
    ['has a damaged beginning', `SQLite format 3\0${'\u0007'.repeat(5000)}`],
  ])('because it %s is set aside whole, and a new one is begun', (_, content) => {
    writeFileSync(file, content);
    const { journal, setAside } = opened();
    expect(setAside).toBe(join(folder, 'journal.db.unreadable-2025-03-04T05-06-07'));
    expect(readFileSync(setAside ?? '', 'utf8')).toBe(content);
    made(journal, '+14155550134');
    expect(valueOf(journal.recents({ practice: false, limit: 5 }))).toHaveLength(1);
  });

  it('because it is damaged in the middle is set aside', () => {
    const { journal } = opened();
    for (let n = 0; n < 300; n += 1) made(journal, `+14155550${n}`);
    journal.close();
    const db = new Database(file);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    const bytes = readFileSync(file);
    bytes.fill(0x41, 3 * 4096, 6 * 4096);
    writeFileSync(file, bytes);
    expect(opened().setAside).not.toBeNull();
  });

  it('because a later Baton wrote it is set aside', () => {
    opened().journal.close();
    const db = new Database(file);
    db.exec('PRAGMA user_version = 99');
    db.close();
    expect(opened().setAside).not.toBeNull();
  });

  it('is never put over one that was set aside before', () => {
    writeFileSync(file, 'first words, no database');
    const first = opened();
    first.journal.close();
    for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true });
    writeFileSync(file, 'second words, no database');
    const second = opened();
    expect(second.setAside).toBe(`${first.setAside}-2`);
    expect(readFileSync(first.setAside ?? '', 'utf8')).toBe('first words, no database');
  });

  it('is left alone, and named, where there is no way to it', () => {
    mkdirSync(file);
    const result = openJournal(file, { now: () => now });
    expect(result).toMatchObject({ ok: false, error: { code: 'journal-unavailable' } });
    expect(existsSync(file)).toBe(true);
    expect(readdirSync(folder)).toEqual(['journal.db']);
  });
});

describe('without a journal', () => {
  it('no intent is taken, and the cause is said', () => {
    const journal = unavailableJournal('read-only file system');
    expect(journal.begin(running())).toEqual({
      ok: false,
      error: { cause: 'read-only file system' },
    });
    expect(valueOf(journal.recents({ practice: true, limit: 5 }))).toEqual([]);
    expect(valueOf(journal.attempt('attempt-1'))).toBeNull();
  });
});
