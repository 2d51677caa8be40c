import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Journal } from '../../../electron/transfer/journal';
import { verifyJournal } from '../../../electron/transfer/journal-verify';
import { accepted, running } from '../../unit/transfer/examples';
import { JournalFolder, now, valueOf } from './journal-fixture';

const nodeModules = fileURLToPath(new URL('../../../node_modules', import.meta.url));

/** Another program that takes the file for writing, and lets go when its input ends. */
const holder = `
  const Database = require('libsql');
  const db = new Database(process.argv[1]);
  db.exec('BEGIN IMMEDIATE');
  process.stdout.write('held');
  process.stdin.on('end', () => { db.exec('COMMIT'); db.close(); }).resume();
`;

/** Holds the file until the function that it gives is called. */
async function hold(file: string): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, ['-e', holder, file], {
    env: { ...process.env, NODE_PATH: nodeModules },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return async () => {
    child.stdin.end();
    await once(child, 'close');
  };
}

let place: JournalFolder;
let journal: Journal;
beforeEach(() => {
  place = new JournalFolder();
  journal = place.open().journal;
});
afterEach(() => place.remove());

const locked = { ok: false, error: { cause: 'database is locked' } };

describe('a journal that another program holds', () => {
  it('takes no intent, says so before an agent gives up waiting, and takes it afterwards', async () => {
    const release = await hold(place.file);
    const started = performance.now();
    expect(journal.begin(running())).toEqual(locked);
    // It waits for 250 ms; the bound is wide because the machine may be busy.
    expect(performance.now() - started).toBeLessThan(5_000);
    await release();
    expect(valueOf(journal.attempt('attempt-1'))).toBeNull();
    expect(journal.begin(running()).ok).toBe(true);
  });

  it('reports an outcome that it cannot take, and takes it with the next thing that is written', async () => {
    valueOf(journal.begin(running()));
    const release = await hold(place.file);
    expect(journal.end('attempt-1', { ...accepted, endedAt: now })).toEqual(locked);
    expect(journal.begin(running({ id: 'attempt-2' }))).toEqual(locked);
    await release();
    valueOf(journal.answer('attempt-1', 'still-on-call'));
    expect(valueOf(journal.attempt('attempt-1'))).toMatchObject({
      outcome: 'accepted',
      agentWord: 'still-on-call',
    });
    expect(verifyJournal(place.file)).toMatchObject({ kind: 'good', attempts: 1, entries: 3 });
  });

  it('takes it when it is closed, too', async () => {
    valueOf(journal.begin(running()));
    const release = await hold(place.file);
    expect(journal.end('attempt-1', { ...accepted, endedAt: now }).ok).toBe(false);
    await release();
    journal.close();
    expect(valueOf(place.open().journal.attempt('attempt-1'))?.outcome).toBe('accepted');
  });

  it('can be read and checked all the same', async () => {
    const id = place.make(journal);
    const release = await hold(place.file);
    expect(valueOf(journal.recents({ practice: false, limit: 5 }))).toHaveLength(1);
    expect(valueOf(journal.attempt(id))).not.toBeNull();
    expect(verifyJournal(place.file)).toMatchObject({ kind: 'good', attempts: 1 });
    await release();
  });

  it('can be opened, and gives attempts that were cut off their outcome before the next is begun', async () => {
    valueOf(journal.begin(running()));
    journal.close();
    const release = await hold(place.file);
    journal = place.open().journal;
    expect(journal.begin(running({ id: 'attempt-2' }))).toEqual(locked);
    await release();
    expect(valueOf(journal.openQuestion('support'))?.id).toBe('attempt-1');
    valueOf(journal.begin(running({ id: 'attempt-2' })));
    expect(valueOf(journal.attempt('attempt-1'))).toMatchObject({
      outcome: 'unknown',
      reason: { code: 'interrupted' },
    });
  });

  it('neither prunes nor clears, and says why', async () => {
    place.make(journal, { startedAt: 0 });
    const release = await hold(place.file);
    expect(journal.prune(1)).toEqual(locked);
    expect(journal.clear()).toEqual(locked);
    await release();
    expect(valueOf(journal.prune(1))).toBe(1);
  });
});
