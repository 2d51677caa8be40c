import { app } from 'electron';

import type { Log } from '../log';
import type { Services } from '../services';

/** Why a kiosk cannot go on in this process. */
const reasons = {
  'window-lost': 'the window was closed by its own page',
  'dialog-left': 'a dialog of the system was left open, and cannot be closed from here',
} as const;

/**
 * Ends a kiosk that cannot go on as it is, as a failure, so that its session starts it again
 * (docs/kiosk.md, "When something breaks"). The answer to an attempt that is under way is waited for.
 */
export function endForRestart(
  reason: keyof typeof reasons,
  { transfer }: Pick<Services, 'transfer'>,
  log: Log,
): void {
  log.error(`${reasons[reason]}: Baton ends, to be started again`);
  void transfer.settled().then(() => {
    app.exit(1);
  });
}
