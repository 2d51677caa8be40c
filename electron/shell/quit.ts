import { app } from 'electron';

/**
 * Quits only when no attempt is under way: the answer that is waited for is the only evidence there
 * will ever be. `settled` resolves within the total time limit of a request.
 */
export function quitAfterAttempts(parts: {
  readonly busy: () => boolean;
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}): void {
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void (async () => {
      if (parts.busy()) await parts.settled();
      await parts.close();
      closed = true;
      app.quit();
    })();
  });
  // The tray keeps Baton running when the last window is closed.
  app.on('window-all-closed', () => undefined);
}
