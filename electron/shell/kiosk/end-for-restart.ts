import { app } from 'electron';

import type { Log } from '../log';
import type { Services } from '../services';

/**
 * Ends a kiosk that has lost its window, as a failure, so that its session starts it again
 * (docs/kiosk.md, "When something breaks"). The answer to an attempt that is under way is waited for.
 */
export function endForRestart({ transfer }: Pick<Services, 'transfer'>, log: Log): () => void {
  return () => {
    log.error('the window was closed by its own page: Baton ends, to be started again');
    void transfer.settled().then(() => {
      app.exit(1);
    });
  };
}
