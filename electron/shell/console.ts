import { writeSync } from 'node:fs';

import { systemErrorCode } from '../config/bounded-file';

/**
 * What Baton says on the terminal that it was started from. The lines of `announce` are read by
 * scripts (`npm start`, tests): their form is fixed.
 */
export function ignoreBrokenPipes(): void {
  // The terminal may be gone long before Baton ends.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function complain(text: string): void {
  process.stderr.write(`baton: ${text}\n`);
}

/**
 * Says what a command prints before Baton ends, whole: a pipe takes 64 KiB at once, and what waits
 * behind them would end with the program. Errors go out in the form that editors read,
 * `FILE:LINE:COLUMN: …`.
 */
export function sayBeforeEnd(to: 'stdout' | 'stderr', text: string): void {
  const bytes = Buffer.from(`${text}\n`);
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(process[to].fd, bytes, written);
    } catch (error) {
      // Whoever reads has gone.
      if (systemErrorCode(error) !== 'EAGAIN') return;
      pause();
    }
  }
}

/** Gives a reader time; there is nothing else to do until it has read. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}

export const announce = {
  /** From now on a press of it opens the popup, as soon as its page is there. */
  armed: (shortcut: string | null) => {
    say(`baton: armed shortcut=${shortcut ?? 'none'}`);
  },
  ready: (shortcut: string | null) => {
    say(`baton: ready shortcut=${shortcut ?? 'none'}`);
  },
  popupShown: () => {
    say('baton: popup shown');
  },
  kioskCleared: () => {
    say('baton: kiosk cleared');
  },
  attemptEnded: (outcome: string) => {
    say(`baton: attempt ${outcome}`);
  },
};
