interface IdleClockParts {
  readonly clock: {
    /** Milliseconds that nobody sets. */
    readonly monotonic: () => number;
    readonly after: (ms: number, done: () => void) => () => void;
  };
  /** Milliseconds without input after which everything is cleared; asked whenever it counts. */
  readonly clearAfterMs: () => number;
  /** Whether an attempt is held or under way: it is never cut. */
  readonly busy: () => boolean;
  readonly clear: () => void;
}

/**
 * Says when a kiosk forgets what its last person left: some time after their last input, and at once
 * where nobody is there any more (docs/kiosk.md, "What it forgets"). Once cleared it rests until
 * somebody touches it again: a kiosk that stands alone for a week does nothing.
 */
export class IdleClock {
  readonly #parts: IdleClockParts;
  /** When it was last touched; null: since the last clearing nobody has. */
  #touched: number | null = null;
  /** Nobody is there: as soon as no attempt is in the way. */
  #overdue = false;
  #stopTimer: (() => void) | null = null;

  constructor(parts: IdleClockParts) {
    this.#parts = parts;
  }

  /** Somebody did something, or something is newly on screen for somebody to read. */
  touch(): void {
    this.#touched = this.#parts.clock.monotonic();
    // The timer that runs looks again when it is over: it need not be set anew at every key.
    this.#stopTimer ??= this.#timer(this.#parts.clearAfterMs());
  }

  /** The screen is locked, or the computer goes to sleep. */
  absent(): void {
    this.#overdue = true;
    this.#look();
  }

  /** An attempt ended, or the time after which is cleared was changed. */
  look(): void {
    this.#look();
  }

  close(): void {
    this.#stopTimer?.();
    this.#stopTimer = null;
    this.#touched = null;
    this.#overdue = false;
  }

  #look(): void {
    this.#stopTimer?.();
    this.#stopTimer = null;
    const left = this.#left();
    if (left === null) return;
    // Looked at again when the attempt ends.
    if (this.#parts.busy()) return;
    if (left > 0) {
      this.#stopTimer = this.#timer(left);
      return;
    }
    this.#touched = null;
    this.#overdue = false;
    this.#parts.clear();
  }

  /** Milliseconds until it is to be cleared; null where nothing is. */
  #left(): number | null {
    if (this.#overdue) return 0;
    if (this.#touched === null) return null;
    return this.#touched + this.#parts.clearAfterMs() - this.#parts.clock.monotonic();
  }

  #timer(ms: number): () => void {
    return this.#parts.clock.after(Math.max(1, ms), () => {
      this.#look();
    });
  }
}
