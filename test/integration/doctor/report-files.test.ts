import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { writeDiagnostics } from '../../../electron/cli/diagnostics';
import { checkIds, type CheckUp, type FindingCode } from '../../../electron/contract/doctor';
import { finding, type Task } from '../../../electron/doctor/check-up';
import { checkDisk } from '../../../electron/doctor/checks/disk';
import { journalFinding } from '../../../electron/doctor/checks/journal';
import { openDoctorDesk } from '../../../electron/shell/doctor-desk';
import { readJournal } from '../../../electron/shell/doctor-readings';
import { verifyJournal, verifyJournalInTurns } from '../../../electron/transfer/journal-verify';
import { writeJournal } from '../../support/history-journal';
import { pastTransfer } from '../../support/history-samples';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-doctor-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const ended = (code: FindingCode): CheckUp => ({
  startedAt: 0,
  running: false,
  checks: checkIds.map((id) => ({ id, status: 'done', finding: finding(code) })),
});

describe('the report of --diagnostics', () => {
  const file = () => join(folder, 'report.txt');

  it('goes to a new file that nobody else may read', async () => {
    const result = await writeDiagnostics(file(), ended('disk-room'), 'the report');
    expect(result).toEqual({
      exitCode: 0,
      text: `report written to ${JSON.stringify(file())}: 13 good, 0 warning, 0 bad, 0 unknown`,
    });
    expect(readFileSync(file(), 'utf8')).toBe('the report');
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['report.txt']);
  });

  it('counts as written where problems were found, which exit code 2 and a line each say', async () => {
    const { exitCode, text } = await writeDiagnostics(file(), ended('disk-full'), 'the report');
    expect(exitCode).toBe(2);
    expect(text.split('\n')).toHaveLength(1 + checkIds.length);
    expect(text).toContain('\nDisk space: There is hardly any room left.');
    expect(existsSync(file())).toBe(true);
  });

  it('takes the place of nothing: no file, no link, no folder', async () => {
    writeFileSync(file(), 'somebody else’s');
    const taken = await writeDiagnostics(file(), ended('disk-room'), 'the report');
    expect(taken).toMatchObject({ exitCode: 1, text: expect.stringContaining('EEXIST') });
    expect(readFileSync(file(), 'utf8')).toBe('somebody else’s');

    const link = join(folder, 'link');
    const behind = join(folder, 'behind');
    symlinkSync(behind, link);
    const linked = await writeDiagnostics(link, ended('disk-room'), 'the report');
    expect(linked).toMatchObject({ exitCode: 1, text: expect.stringContaining('no plain file') });
    expect(existsSync(behind)).toBe(false);

    mkdirSync(join(folder, 'below'));
    const made = await writeDiagnostics(join(folder, 'below'), ended('disk-room'), 'the report');
    expect(made.exitCode).toBe(1);
    const none = await writeDiagnostics(
      join(folder, 'no', 'way'),
      ended('disk-room'),
      'the report',
    );
    expect(none).toMatchObject({ exitCode: 1, text: expect.stringContaining('ENOENT') });
  });
});

describe('the check-up of the window', () => {
  const copied: string[] = [];
  let chosen: string | null = null;
  let finish: () => void = () => undefined;

  const desk = () => {
    const tasks = (skipped: AbortSignal): readonly Task[] => [
      {
        checks: checkIds,
        limitMs: 30_000,
        run: async ({ found, signal }) => {
          await new Promise<void>((done) => {
            finish = done;
            skipped.addEventListener('abort', () => done());
            signal.addEventListener('abort', () => done());
          });
          for (const id of checkIds) found(id, finding('disk-room'));
        },
      },
    ];
    return new Promise<{
      readonly opened: ReturnType<typeof openDoctorDesk>;
      readonly toTheEnd: () => Promise<CheckUp>;
    }>((resolve) => {
      let atEnd: (checkUp: CheckUp) => void = () => undefined;
      const opened = openDoctorDesk({
        tasks,
        changed: (checkUp) => {
          if (!checkUp.running) atEnd(checkUp);
        },
        report: (checkUp) => `report of ${checkUp.checks.length}`,
        now: () => 5,
        chooseFile: () => Promise.resolve(chosen),
        writeClipboard: (text) => {
          copied.push(text);
          return Promise.resolve();
        },
      });
      const toTheEnd = () =>
        new Promise<CheckUp>((done) => {
          atEnd = done;
        });
      resolve({ opened, toTheEnd });
    });
  };

  it('has no report before its end, and then the same for clipboard and file', async () => {
    const { opened, toTheEnd } = await desk();
    const refused = { ok: false, error: { code: 'no-report' } };
    expect(await opened.copy()).toEqual(refused);
    expect(opened.run().running).toBe(true);
    expect(await opened.save()).toEqual(refused);

    const end = toTheEnd();
    finish();
    await end;
    expect(await opened.copy()).toEqual({ ok: true, value: null });
    expect(copied.splice(0)).toEqual(['report of 13']);
    chosen = null;
    expect(await opened.save()).toEqual({ ok: true, value: { kind: 'no-file-chosen' } });
    chosen = join(folder, 'report');
    const file = join(folder, 'report.txt');
    expect(await opened.save()).toEqual({ ok: true, value: { kind: 'saved', file } });
    expect(readFileSync(file, 'utf8')).toBe('report of 13');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    // The person named another file, and was not asked about this one.
    expect(await opened.save()).toMatchObject({ ok: false, error: { code: 'export-failed' } });
    chosen = file;
    expect(await opened.save()).toMatchObject({ ok: true });
    chosen = folder;
    mkdirSync(join(folder, 'x.txt'));
    chosen = join(folder, 'x.txt');
    expect(await opened.save()).toEqual({ ok: false, error: { code: 'export-no-plain-file' } });
  });

  it('is one at a time, and is ended or only spared the shortcut', async () => {
    const { opened, toTheEnd } = await desk();
    const first = opened.run();
    expect(opened.run()).toBe(first);
    const skipped = toTheEnd();
    opened.cancel('shortcut');
    expect((await skipped).checks[0]).toMatchObject({ finding: { code: 'disk-room' } });

    opened.run();
    const cancelled = toTheEnd();
    opened.cancel('all');
    expect((await cancelled).checks[0]).toMatchObject({ finding: { code: 'skipped-cancelled' } });
    // Nothing runs: there is nothing to end.
    opened.cancel('all');
  });
});

describe('Baton’s folder', () => {
  it('is found good, missing, or not to be written to', async () => {
    expect(await checkDisk(folder)).toEqual({
      code: 'disk-room',
      facts: { folder, free: expect.any(Number) },
    });
    expect((await checkDisk(join(folder, 'none'))).code).toBe('disk-missing');
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(await checkDisk(join(file, 'below'))).toMatchObject({
      code: 'disk-unwritable',
      facts: { cause: 'ENOTDIR' },
    });
  });

  it('has a long history checked in pieces, with the same result', async () => {
    const past = Array.from({ length: 600 }, (_, n) => pastTransfer(n, 1000 * n, 'accepted'));
    writeJournal(folder, past);
    const file = join(folder, 'journal.sqlite');
    let turns = 0;
    let isOver = false;
    const count = () => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    const found = await verifyJournalInTurns(file);
    isOver = true;
    expect(found).toEqual(verifyJournal(file));
    expect(found).toMatchObject({ kind: 'good', attempts: 600 });
    expect(turns).toBeGreaterThanOrEqual(2);
  });

  it('shows the last history that was set aside', async () => {
    const file = join(folder, 'journal.sqlite');
    const read = () => readJournal(file, verifyJournalInTurns);
    expect(journalFinding(await read()).code).toBe('journal-none');
    for (const end of ['2024-01-01T00-00-00', '2025-01-01T00-00-00', '2025-01-01T00-00-00-wal']) {
      writeFileSync(`${file}.unreadable-${end}`, '');
    }
    expect(journalFinding(await read())).toEqual({
      code: 'journal-set-aside',
      facts: { file: `${file}.unreadable-2025-01-01T00-00-00` },
    });
    writeFileSync(file, 'no database '.repeat(1000));
    expect(journalFinding(await read()).code).toBe('journal-unreadable');
  });
});
