import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { ok } from '../../../electron/contract/result';
import { openJournal, unavailableJournal, type Journal } from '../../../electron/transfer/journal';
import { readHistory } from '../../support/read-history';
import { fillDisk, freeDisk } from '../../support/small-disk';
import { verifyJournal } from '../../../electron/transfer/journal-verify';
import type { Posted } from '../../../electron/transfer/transfer-ports';
import { createTransferService } from '../../../electron/transfer/transfer-service';
import type { DiskReport } from './disk-report';

/**
 * Makes attempts on a disk that becomes full or read-only, and prints what came of them. It mounts
 * the disk itself: started in a mount namespace of its own, where nobody else sees it.
 */
const [scenario = '', disk = ''] = process.argv.slice(2);
const file = join(disk, 'journal.sqlite');

const mount = (...args: readonly string[]) => execFileSync('mount', [...args, disk]);

function openedJournal(report: DiskReport): Journal {
  const opened = openJournal(file, { now: Date.now });
  report.opened.push(opened.ok ? 'open' : opened.error.cause);
  return opened.ok ? opened.value.journal : unavailableJournal(opened.error.cause);
}

const accepted: Posted = {
  outcome: 'accepted',
  reason: { code: 'accepted' },
  status: 201,
  apiId: 'a',
};

function attemptsOn(journal: Journal, report: DiskReport, whilePosting: () => void) {
  let ids = 0;
  const transfers = createTransferService<null>({
    journal,
    authorise: () => Promise.resolve(ok(null)),
    post: () => {
      report.posts += 1;
      whilePosting();
      return Promise.resolve(accepted);
    },
    clock: { now: Date.now, monotonic: () => performance.now(), after: () => () => undefined },
    newId: () => `${scenario}-${report.opened.length}-${(ids += 1)}`,
    changed: (phase) => {
      if (phase.kind !== 'ended') return;
      const { outcome, reason } = phase.attempt;
      report.shown.push({ outcome, code: reason.code, cause: reason.cause ?? null });
    },
    fault: (what, cause) => report.faults.push({ what, cause }),
  });
  return async () => {
    const started = await transfers.start({
      destination: {
        address: '+14155550134',
        display: '+1 415 555 0134',
        name: 'Maria Alvarez',
        note: null,
        country: null,
        role: null,
      },
      role: 'agent',
      lineId: 'support',
      lineName: 'Support line',
      holdMs: 0,
    });
    await transfers.settled();
    if (!started.ok) throw new Error(started.error.code);
    transfers.dismiss(started.value.attemptId);
  };
}

/** The disk is full before the intent, then has room again. */
async function fullBefore(report: DiskReport): Promise<void> {
  const journal = openedJournal(report);
  const attempt = attemptsOn(journal, report, () => undefined);
  await attempt();
  fillDisk(disk);
  await attempt();
  freeDisk(disk);
  await attempt();
  journal.close();
}

/** The disk becomes full while the answer is awaited, then has room again. */
async function fullWhilePosting(report: DiskReport): Promise<void> {
  const journal = openedJournal(report);
  let full = false;
  const attempt = attemptsOn(journal, report, () => {
    if (!full) fillDisk(disk);
    full = true;
  });
  await attempt();
  freeDisk(disk);
  await attempt();
  journal.close();
}

/** The same, and the process ends before there is room. */
async function fullUntilTheEnd(report: DiskReport): Promise<void> {
  await attemptsOn(openedJournal(report), report, () => fillDisk(disk))();
  freeDisk(disk);
  openedJournal(report).close();
}

/** An attempt of an earlier process: the disk must not be in use when it becomes read-only. */
async function oneAttempt(report: DiskReport): Promise<void> {
  const journal = openedJournal(report);
  await attemptsOn(journal, report, () => undefined)();
}

async function readOnly(report: DiskReport): Promise<void> {
  execFileSync(process.execPath, [process.argv[1] ?? '', 'one-attempt', disk]);
  mount('-o', 'remount,ro');
  await attemptsOn(openedJournal(report), report, () => undefined)();
}

const scenarios: Readonly<Record<string, (report: DiskReport) => Promise<void>>> = {
  'full-before': fullBefore,
  'full-while-posting': fullWhilePosting,
  'full-until-the-end': fullUntilTheEnd,
  'one-attempt': oneAttempt,
  'read-only': readOnly,
};

async function main(): Promise<void> {
  if (scenario !== 'one-attempt') mount('-t', 'tmpfs', '-o', 'size=1m', 'tmpfs');
  const report: DiskReport = {
    opened: [],
    shown: [],
    posts: 0,
    faults: [],
    recorded: [],
    verified: '',
  };
  await scenarios[scenario]?.(report);
  const read = readHistory(file);
  if (read.ok) {
    for (const { outcome, reason } of read.value)
      report.recorded.unshift(`${outcome} ${reason.code}`);
  }
  report.verified = verifyJournal(file).kind;
  process.stdout.write(JSON.stringify(report));
}

void main();
