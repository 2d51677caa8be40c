interface Timer {
  readonly at: number;
  readonly done: () => void;
}

/** A clock that the test moves: one that counts from the start, and one that somebody may set. */
export class HandClock {
  #passed = 0;
  #timers: Timer[] = [];
  /** Epoch milliseconds at the start. */
  #wall: number;

  constructor(wall = Date.UTC(2026, 0, 1)) {
    this.#wall = wall;
  }

  readonly now = (): number => this.#wall + this.#passed;
  readonly monotonic = (): number => this.#passed;
  readonly after = (ms: number, done: () => void): (() => void) => {
    const timer = { at: this.#passed + ms, done };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };

  /** How many timers wait: nothing may pile up. */
  get waiting(): number {
    return this.#timers.length;
  }

  /** Somebody sets the clock on the wall. */
  set(wall: number): void {
    this.#wall = wall - this.#passed;
  }

  pass(ms: number): void {
    const until = this.#passed + ms;
    for (;;) {
      const [next] = this.#timers.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at);
      if (next === undefined) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#passed = Math.max(this.#passed, next.at);
      next.done();
    }
    this.#passed = until;
  }
}
