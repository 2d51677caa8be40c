import { app } from 'electron';

export interface RunningParts {
  /** Resolves when no attempt is under way, within the total time limit of a request. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
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

  const close = async ({ settled, close: closeAll }: RunningParts) => {
    state = 'closing';
    await settled();
    await closeAll();
    state = 'closed';
    app.quit();
  };
  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'wanted';
    if (running !== null) void close(running);
  });
  void app.whenReady().then(heedSignals);
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
function heedSignals(): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      app.quit();
    });
  }
}
