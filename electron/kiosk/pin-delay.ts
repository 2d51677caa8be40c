/** What is remembered of the wrong PINs since the last right one. */
export interface PinTries {
  readonly wrong: number;
  /** When the last one was, in epoch milliseconds. */
  readonly last: number;
}

/** Slips of the finger cost nothing. */
const freeTries = 2;
const firstDelayMs = 8000;
const longestDelayMs = 15 * 60_000;

export const noTries: PinTries = { wrong: 0, last: 0 };

/** As many as cost the longest delay: what a record that cannot be read is taken for. */
export const manyTries = (now: number): PinTries => ({ wrong: 32, last: now });

/** Milliseconds for which no PIN is taken after so many wrong ones: 8 s after the third, then twice it. */
export function delayAfter(wrong: number): number {
  if (wrong <= freeTries) return 0;
  return Math.min(longestDelayMs, firstDelayMs * 2 ** (wrong - freeTries - 1));
}

/**
 * Milliseconds that are left of the delay at the start of Baton. A last try that lies ahead says that
 * the clock was set back: nobody knows how long ago it was, so the whole delay counts from now on. It
 * neither unlocks nor lasts any longer than that.
 */
export function delayLeft({ wrong, last }: PinTries, now: number): number {
  const delay = delayAfter(wrong);
  return last > now ? delay : Math.max(0, last + delay - now);
}
