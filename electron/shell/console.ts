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

/** Errors in the form that editors read, `FILE:LINE:COLUMN: …`. */
export function complainAsIs(text: string): void {
  process.stderr.write(`${text}\n`);
}

export const announce = {
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
