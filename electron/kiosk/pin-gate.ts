import type { UnlockError } from '../contract/kiosk';
import { err, ok, type Result } from '../contract/result';
import { delayAfter, delayLeft, noTries, type PinTries } from './pin-delay';
import { pinMatches } from './pin-hash';
import type { PinRecord } from './pin-record';

interface PinGateParts {
  /** The hash of the administrator's file as it is now; null where there is none. */
  readonly hash: () => string | null;
  readonly record: PinRecord;
  readonly clock: {
    /** Epoch milliseconds, which somebody may set. */
    readonly now: () => number;
    /** Milliseconds that nobody sets: while Baton runs, delays are counted by them. */
    readonly monotonic: () => number;
    readonly after: (ms: number, done: () => void) => () => void;
  };
  /** A delay has begun or is over. */
  readonly changed: () => void;
  readonly fault: (what: string, cause: string) => void;
}

/** How long is waited where a try could not be counted: nothing is judged that is not counted. */
const uncountedDelayMs = 8000;

/**
 * Judges PINs, one at a time, with a delay that grows with the wrong ones (docs/kiosk.md, "The PIN").
 * A try is counted on disk before it is judged: a Baton that is killed meanwhile does not forget it.
 */
export class PinGate {
  readonly #parts: PinGateParts;
  #tries: PinTries;
  /** By the monotonic clock. */
  #freeAt = 0;
  #stopWaiting: () => void = () => undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: PinGateParts) {
    this.#parts = parts;
    const now = parts.clock.now();
    this.#tries = parts.record.read(now);
    this.#wait(delayLeft(this.#tries, now));
  }

  /** Epoch milliseconds until which no PIN is taken; null where one is. */
  get waitUntil(): number | null {
    const left = this.#left();
    return left > 0 ? Math.round(this.#parts.clock.now() + left) : null;
  }

  unlock(pin: string): Promise<Result<null, UnlockError>> {
    const judged = this.#last.then(() => this.#judge(pin));
    this.#last = judged.catch(() => undefined);
    return judged;
  }

  close(): void {
    this.#stopWaiting();
  }

  async #judge(pin: string): Promise<Result<null, UnlockError>> {
    const { record, clock, fault } = this.#parts;
    const hash = this.#parts.hash();
    if (hash === null) return this.#refuse('wrong');
    if (this.#left() > 0) return this.#refuse('wait');
    const counted = { wrong: this.#tries.wrong + 1, last: clock.now() };
    const written = await record.write(counted);
    if (!written.ok) {
      fault('a PIN could not be counted, and was not looked at', written.error.cause);
      this.#wait(uncountedDelayMs);
      return this.#refuse('uncounted');
    }
    this.#tries = counted;
    if (!(await pinMatches(pin, hash))) {
      this.#wait(delayAfter(counted.wrong));
      return this.#refuse('wrong');
    }
    this.#tries = noTries;
    const forgotten = await record.write(noTries);
    if (!forgotten.ok) fault('the wrong PINs could not be forgotten', forgotten.error.cause);
    return ok(null);
  }

  #refuse(code: UnlockError['code']): Result<null, UnlockError> {
    return err({ code, waitUntil: this.waitUntil ?? Math.round(this.#parts.clock.now()) });
  }

  #left(): number {
    return this.#freeAt - this.#parts.clock.monotonic();
  }

  #wait(ms: number): void {
    if (ms <= 0) return;
    const { clock, changed } = this.#parts;
    this.#freeAt = clock.monotonic() + ms;
    this.#stopWaiting();
    this.#stopWaiting = clock.after(ms, changed);
  }
}
