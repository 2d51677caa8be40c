import { unreachable } from '../contract/result';
import { exportHistory, type HistoryExportFault } from '../transfer/handover-export';
import { openHistory, type JournalReadError } from '../transfer/journal-reading';
import { verifyJournal, type JournalFault, type Verification } from '../transfer/journal-verify';
import type { Arguments } from './arguments';

/** What a command without a window comes to: where the text goes follows from the exit code. */
export interface CommandResult<Code extends number = 0 | 1> {
  readonly exitCode: Code;
  readonly text: string;
}

const good = (text: string): CommandResult => ({ exitCode: 0, text });
const bad = (text: string): CommandResult => ({ exitCode: 1, text });

/** A name from outside for one line of a terminal: quoted, its control characters escaped. */
const named = (text: string) => JSON.stringify(text);

const attemptsText = (count: number) => `${count} ${count === 1 ? 'attempt' : 'attempts'}`;

function faultText(fault: JournalFault): string {
  switch (fault) {
    case 'entry-changed':
      return 'the entry, or the one before it, was changed after it was written';
    case 'entries-missing':
      return 'entries before it were taken out';
    case 'end-missing':
      return 'the entries from here to the end were taken out';
    case 'attempt-changed':
      return 'the attempt says something else than what was written';
    case 'attempt-missing':
      return 'the attempt was taken out';
    case 'attempt-invented':
      return 'the attempt was put in from outside';
    default:
      return unreachable(fault);
  }
}

function goodText({ attempts, entries, head, removed }: Verification & { kind: 'good' }): string {
  const lines = [`history is as it was written: ${attemptsText(attempts)}, ${entries} entries`];
  if (head !== null) lines.push(`last entry: ${head.seq} ${head.hash}`);
  if (removed !== null) {
    const why = removed.why === 'cleared' ? 'when it was cleared' : 'because of their age';
    const at = new Date(removed.at).toISOString();
    lines.push(`entries up to ${removed.throughSeq} were removed ${why}, the last at ${at}`);
  }
  return lines.join('\n');
}

function verifyHistory(file: string): CommandResult {
  const found = verifyJournal(file);
  switch (found.kind) {
    case 'good':
      return good(goodText(found));
    case 'broken': {
      const { seq, attemptId, fault } = found.row;
      const attempt = attemptId === null ? '' : ` (attempt ${named(attemptId)})`;
      const before = `${attemptsText(found.goodAttempts)} before it as written`;
      return bad(`history is broken at entry ${seq}${attempt}: ${faultText(fault)}; ${before}`);
    }
    case 'absent':
      return bad(`there is no history to check: ${named(file)}`);
    case 'no-chain':
      return bad(
        'history cannot be checked: an earlier Baton wrote it; start Baton once to bring it up to date',
      );
    case 'unreadable':
      return bad(`history cannot be read: ${named(file)}: ${found.cause}`);
    default:
      return unreachable(found);
  }
}

function readErrorText(file: string, error: JournalReadError): string {
  if (error.code === 'absent') return `there is no history to export: ${named(file)}`;
  return `history cannot be read: ${named(file)}: ${error.cause}`;
}

function exportErrorText(file: string, target: string, error: HistoryExportFault): string {
  switch (error.code) {
    case 'export-extension':
      return `the name of the file must end in .csv or .json: ${named(target)}`;
    case 'export-no-plain-file':
      return `nothing was written, because this is no plain file: ${named(target)}`;
    case 'export-failed':
      return `nothing was written: ${named(target)}: ${error.cause}`;
    case 'history-unavailable':
      return readErrorText(file, { code: 'unreadable', cause: error.cause });
    default:
      return unreachable(error);
  }
}

const everything = { text: '', outcome: null, lineId: null, from: null, to: null };

async function exportTo(file: string, target: string): Promise<CommandResult> {
  const opened = openHistory(file);
  if (!opened.ok) return bad(readErrorText(file, opened.error));
  const history = opened.value;
  try {
    const written = await exportHistory(history, everything, { file: target, mayReplace: true });
    if (!written.ok) return bad(exportErrorText(file, target, written.error));
    return good(`exported ${attemptsText(written.value)} to ${named(target)}`);
  } finally {
    history.close();
  }
}

/** Whether the command line asks for something that is about the history and needs no window. */
export const asksForHistory = ({ verifyHistory: verify, exportHistory: target }: Arguments) =>
  verify || target !== null;

/**
 * Does what the command line asks for about the history (docs/behaviour.md, "Command line and links").
 * Baton may be running on the same history.
 * @param file the journal.
 */
export async function runHistoryCommands(options: Arguments, file: string): Promise<CommandResult> {
  const results = [
    ...(options.verifyHistory ? [verifyHistory(file)] : []),
    ...(options.exportHistory === null ? [] : [await exportTo(file, options.exportHistory)]),
  ];
  return {
    exitCode: results.every(({ exitCode }) => exitCode === 0) ? 0 : 1,
    text: results.map(({ text }) => text).join('\n'),
  };
}
