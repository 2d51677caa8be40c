import { findingStates, type CheckUp } from '../contract/doctor';
import { unreachable } from '../contract/result';
import { summaryText } from '../doctor/report';
import { reportWords as t } from '../doctor/words';
import { exportText, type ExportFileError } from '../config/export-file';
import type { CommandResult } from './history-commands';

function errorText(file: string, error: ExportFileError): string {
  const named = JSON.stringify(file);
  switch (error.code) {
    case 'export-no-plain-file':
      return `nothing was written, because this is no plain file: ${named}`;
    case 'export-failed':
      return `nothing was written: ${named}: ${error.cause}`;
    default:
      return unreachable(error);
  }
}

/** What is wrong, a line for each check. */
function problems({ checks }: CheckUp): readonly string[] {
  return checks.flatMap((view) => {
    if (view.status !== 'done' || findingStates[view.finding.code] !== 'bad') return [];
    return [`${t(`doctor.checks.${view.id}`)}: ${t(`doctor.findings.${view.finding.code}.found`)}`];
  });
}

/**
 * Writes a check-up's report to a new file. What is there already is left alone: the name may have
 * been mistyped, and a report is quickly made again.
 * @returns exit code 0 where no check found a problem, 2 where one did, 1 where nothing was written
 */
export async function writeDiagnostics(
  file: string,
  checkUp: CheckUp,
  report: string,
): Promise<CommandResult<0 | 1 | 2>> {
  const written = await exportText({ file, mayReplace: false }, report);
  if (!written.ok) return { exitCode: 1, text: errorText(file, written.error) };
  const found = problems(checkUp);
  return {
    exitCode: found.length === 0 ? 0 : 2,
    text: [`report written to ${JSON.stringify(file)}: ${summaryText(checkUp)}`, ...found].join(
      '\n',
    ),
  };
}
