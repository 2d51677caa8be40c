import { constants } from 'node:os';

import { app } from 'electron';

const endingSignals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** A shell's exit code for a program that a signal ended is this and the signal's number. */
const signalExit = 128;

export interface RunningParts {
  /** Resolves when no attempt is under way, within the total time limit of a request. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
  /**
   * Whether a signal ends Baton as a failure: a kiosk that somebody else ends is started again, and
   * only the PIN quits it (docs/kiosk.md, "When something breaks").
   */
  readonly signalFails: boolean;
}

/**
 * Quits only when no attempt is under way: the answer that is waited for is the only evidence there
 * will ever be. Called before anything is opened; the function that it returns takes what is to be
 * closed. Whoever wants Baton to quit while it starts is heard then: until the windows know that they
 * may close, they would call the quitting off.
 */
export function quitAfterAttempts(): (parts: RunningParts) => void {
  let running: RunningParts | null = null;
  let state: 'running' | 'wanted' | 'closing' | 'closed' = 'running';
  let signalled: number | null = null;

  const close = async ({ settled, close: closeAll, signalFails }: RunningParts) => {
    state = 'closing';
    await settled();
    await closeAll();
    state = 'closed';
    if (signalFails && signalled !== null) app.exit(signalExit + signalled);
    else app.quit();
  };
  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'wanted';
    if (running !== null) void close(running);
  });
  void app.whenReady().then(() => {
    heedSignals((signal) => {
      signalled ??= constants.signals[signal];
    });
  });
  // The tray keeps Baton running when the last window is closed.
  app.on('window-all-closed', () => undefined);

  return (parts) => {
    running = parts;
    if (state === 'wanted') void close(parts);
  };
}

/**
 * Takes the signals that ask a program to end, which Chromium would do too, but only until a library
 * listens to one for a moment and lets go of it: after that it kills at once, in the middle of a
 * transfer. (signal-exit does so, at every write of write-file-atomic.) Chromium installs its own
 * before it is ready, and the last one counts.
 */
function heedSignals(heard: (signal: (typeof endingSignals)[number]) => void): void {
  for (const signal of endingSignals) {
    process.on(signal, () => {
      heard(signal);
      app.quit();
    });
  }
}
