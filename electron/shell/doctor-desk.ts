import { extname } from 'node:path';

import { exportText } from '../config/export-file';
import type { CheckUp } from '../contract/doctor';
import { err, ok } from '../contract/result';
import { runCheckUp, type Task } from '../doctor/check-up';
import type { DoctorDesk } from '../ipc/handlers';

const longestCause = 300;

export interface DoctorDeskParts {
  /** The checks of the moment; `skipped` ends the wait for the shortcut. */
  readonly tasks: (skipped: AbortSignal) => readonly Task[];
  readonly changed: (checkUp: CheckUp) => void;
  readonly report: (checkUp: CheckUp) => string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Asks the person for a file to write; null: they chose none. */
  readonly chooseFile: (name: string) => Promise<string | null>;
  readonly writeClipboard: (text: string) => Promise<void>;
}

interface Run {
  readonly cancelled: AbortController;
  readonly skipped: AbortController;
}

/** The check-up as the manager window asks for it: one at a time, and the last one's report. */
export function openDoctorDesk(parts: DoctorDeskParts): DoctorDesk {
  let run: Run | null = null;
  let checkUp: CheckUp = { startedAt: 0, running: false, checks: [] };

  const begin = () => {
    const begun = { cancelled: new AbortController(), skipped: new AbortController() };
    run = begun;
    void runCheckUp(parts.tasks(begun.skipped.signal), {
      startedAt: parts.now(),
      cancelled: begun.cancelled.signal,
      changed: (next) => {
        checkUp = next;
        if (!next.running) run = null;
        parts.changed(next);
      },
    });
  };
  /** Null: there is none, or it is not at its end. */
  const finished = () => (checkUp.running || checkUp.checks.length === 0 ? null : checkUp);

  return {
    run: () => {
      if (run === null) begin();
      return checkUp;
    },
    cancel: (only) => {
      (only === 'shortcut' ? run?.skipped : run?.cancelled)?.abort();
    },
    copy: async () => {
      const last = finished();
      if (last === null) return err({ code: 'no-report' });
      await parts.writeClipboard(parts.report(last));
      return ok(null);
    },
    save: async () => {
      const last = finished();
      if (last === null) return err({ code: 'no-report' });
      const chosen = await parts.chooseFile('baton-report.txt');
      if (chosen === null) return ok({ kind: 'no-file-chosen' });
      const named = extname(chosen) !== '';
      const file = named ? chosen : `${chosen}.txt`;
      // The person was asked about replacing the name that they gave, and about no other.
      const written = await exportText({ file, mayReplace: named }, parts.report(last));
      if (written.ok) return ok({ kind: 'saved', file });
      const { error } = written;
      return err(
        error.code === 'export-failed'
          ? { ...error, cause: error.cause.slice(0, longestCause) }
          : error,
      );
    },
  };
}
