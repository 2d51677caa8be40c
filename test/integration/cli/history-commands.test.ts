import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { parseArguments } from '../../../electron/cli/arguments';
import { asksForHistory, runHistoryCommands } from '../../../electron/cli/history-commands';
import { openJournal, type Journal } from '../../../electron/transfer/journal';
import { accepted, running } from '../../unit/transfer/examples';

const now = Date.parse('2025-03-04T05:06:07Z');
let folder: string;
let file: string;
let journal: Journal;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-history-'));
  file = join(folder, 'journal.sqlite');
  const opened = openJournal(file, { now: () => now });
  if (!opened.ok) throw new Error(opened.error.cause);
  journal = opened.value.journal;
  for (const id of ['one', 'two']) {
    journal.begin(running({ id }));
    journal.end(id, { ...accepted, endedAt: now });
  }
  // Under way: Baton is running while the commands are.
  journal.begin(running({ id: 'three' }));
});
afterEach(() => {
  journal.close();
  rmSync(folder, { recursive: true, force: true });
});

function run(...argv: string[]) {
  const options = parseArguments(argv, folder);
  if (!options.ok) throw new Error(options.error.code);
  return runHistoryCommands(options.value, file);
}

function tamper(sql: string): void {
  const db = new Database(file);
  db.exec(sql);
  db.close();
}

describe('--verify-history', () => {
  it('says that all is as it was written, and the last hash to write down', async () => {
    expect(await run('--verify-history')).toEqual({
      exitCode: 0,
      text: expect.stringMatching(
        /^history is as it was written: 3 attempts, 5 entries\nlast entry: 5 [0-9a-f]{64}$/,
      ),
    });
  });

  it('says what was removed by age or cleared', async () => {
    journal.end('three', { ...accepted, endedAt: now });
    journal.clear();
    expect(await run('--verify-history')).toEqual({
      exitCode: 0,
      text: expect.stringContaining(
        '\nentries up to 6 were removed when it was cleared, the last at 2025-03-04T05:06:07.000Z',
      ),
    });
  });

  it('names the first row that somebody changed', async () => {
    tamper("UPDATE attempts SET outcome = 'refused' WHERE id = 'two'");
    expect(await run('--verify-history')).toEqual({
      exitCode: 1,
      text:
        'history is broken at entry 3 (attempt "two"): the attempt says something else than ' +
        'what was written; 1 attempt before it as written',
    });
  });

  it.each([
    ['UPDATE entries SET at = 0 WHERE seq = 1', 'was changed after it was written'],
    ['DELETE FROM entries WHERE seq = 2', 'entries before it were taken out'],
    ['DELETE FROM entries WHERE seq = 5', 'from here to the end were taken out'],
    ["DELETE FROM attempts WHERE id = 'one'", 'the attempt was taken out'],
    [
      `INSERT INTO attempts (seq, id, started_at, line_id, line_name, address, display, role, search)
       VALUES (99, 'x', 0, '', '', '', '', '', '')`,
      'the attempt was put in from outside',
    ],
  ])('says of %j that %s', async (sql, text) => {
    tamper(sql);
    expect(await run('--verify-history')).toEqual({
      exitCode: 1,
      text: expect.stringContaining(text),
    });
  });

  it('is no success where there is nothing to check or nothing to read', async () => {
    const options = parseArguments(['--verify-history'], folder);
    if (!options.ok) throw new Error(options.error.code);
    const none = join(folder, 'none');
    expect(await runHistoryCommands(options.value, none)).toEqual({
      exitCode: 1,
      text: `there is no history to check: ${JSON.stringify(none)}`,
    });
    writeFileSync(none, 'words '.repeat(1000));
    expect(await runHistoryCommands(options.value, none)).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('history cannot be read'),
    });
  });

  it('says of a history without a chain that it must be brought up to date first', async () => {
    tamper('PRAGMA user_version = 1');
    expect(await run('--verify-history')).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('start Baton once'),
    });
  });
});

describe('--export-history', () => {
  it('writes every ended attempt, newest first, while Baton runs', async () => {
    expect(await run('--export-history=h.json')).toEqual({
      exitCode: 0,
      text: `exported 2 attempts to ${JSON.stringify(join(folder, 'h.json'))}`,
    });
    expect(JSON.parse(readFileSync(join(folder, 'h.json'), 'utf8'))).toMatchObject([
      { id: 'two', outcome: 'accepted' },
      { id: 'one', address: '+14155550134' },
    ]);
    expect((await run('--export-history=h.csv')).exitCode).toBe(0);
    expect(readFileSync(join(folder, 'h.csv'), 'utf8').split('\r\n')).toHaveLength(4);
  });

  it.each([
    ['h.txt', 'must end in .csv or .json'],
    ['none/h.csv', 'nothing was written'],
  ])('says why nothing was written to %s', async (target, text) => {
    expect(await run(`--export-history=${target}`)).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining(text),
    });
  });

  it('says that there is no history', async () => {
    journal.close();
    rmSync(file);
    expect(await run('--export-history=h.csv')).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('no history to export'),
    });
  });
});

describe('both commands at once', () => {
  it('are both done, and both must succeed', async () => {
    expect(await run('--verify-history', '--export-history=h.csv')).toMatchObject({ exitCode: 0 });
    tamper("UPDATE attempts SET role = 'customer'");
    const both = await run('--verify-history', '--export-history=h.csv');
    expect(both?.exitCode).toBe(1);
    expect(both?.text).toMatch(/broken at entry 1 .*\nexported 2 attempts/);
  });

  it('are none where none was asked for', () => {
    const asks = (...argv: string[]) => {
      const options = parseArguments(argv, folder);
      return options.ok && asksForHistory(options.value);
    };
    expect(asks('--popup')).toBe(false);
    expect(asks('--verify-history')).toBe(true);
    expect(asks('--export-history=h.csv')).toBe(true);
  });
});
