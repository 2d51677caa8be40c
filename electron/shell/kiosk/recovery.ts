import { app } from 'electron';

import { answerCrash, noCrashes, retried, type CrashHistory } from '../crash-policy';
import { unreachable } from '../../contract/result';
import type { Log } from '../log';
import type { KioskWindow } from './kiosk-window';

interface RecoveryParts {
  readonly kiosk: KioskWindow;
  readonly clock: {
    readonly monotonic: () => number;
    readonly after: (ms: number, done: () => void) => () => void;
  };
  readonly log: Log;
  /** From now on the page's address gives the still page; false: the real one again. */
  readonly still: (on: boolean) => void;
}

/**
 * Brings the kiosk's page back when its process is gone or does not answer any more (docs/kiosk.md,
 * "When something breaks"). An attempt is main's and goes on meanwhile.
 * @returns ends it.
 */
export function recoverPage({ kiosk, clock, log, still }: RecoveryParts): () => void {
  let history: CrashHistory = noCrashes;
  let stopWaiting: () => void = () => undefined;
  const { contents, window } = kiosk;
  const after = (ms: number, done: () => void) => {
    stopWaiting();
    stopWaiting = clock.after(ms, done);
  };

  const onGone = (_event: unknown, { reason }: { readonly reason: string }) => {
    if (reason === 'clean-exit') return;
    const answered = answerCrash(history, clock.monotonic());
    history = answered.history;
    const { answer } = answered;
    log.error(`the page's process is gone (${reason}): ${answer.kind}`);
    switch (answer.kind) {
      case 'reload':
        after(answer.afterMs, () => {
          kiosk.reload();
        });
        return;
      case 'halt':
        still(true);
        kiosk.reload();
        after(answer.retryAfterMs, () => {
          history = retried(history, clock.monotonic());
          still(false);
          kiosk.reload();
        });
        return;
      default:
        unreachable(answer);
    }
  };
  const onHung = () => {
    log.error('the page does not answer: its process is ended');
    contents.forcefullyCrashRenderer();
  };
  // Chromium starts the graphics process anew by itself; the log should know of it.
  const onChildGone = (
    _event: unknown,
    child: { readonly type: string; readonly reason: string },
  ) => {
    if (child.reason !== 'clean-exit') log.error(`${child.type} process is gone (${child.reason})`);
  };
  contents.on('render-process-gone', onGone);
  window.on('unresponsive', onHung);
  app.on('child-process-gone', onChildGone);
  return () => {
    stopWaiting();
    contents.off('render-process-gone', onGone);
    window.off('unresponsive', onHung);
    app.off('child-process-gone', onChildGone);
  };
}
