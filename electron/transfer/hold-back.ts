import type { Result } from '../contract/result';
import type { TransferClock } from './transfer-ports';

/** Why a held attempt was taken back. */
export type CancelReason = 'undone' | 'suspended' | 'locked' | 'line-switched' | 'quit';

/** How a hold-back ended: its time is over, or somebody took the attempt back. */
export type HoldEnd = 'over' | CancelReason;

/**
 * For so long after the hold-back began, "send now" is not taken: a key that bounces or is held
 * must not skip it. Milliseconds.
 */
export const sendNowGuardMs = 300;

/** The time in which an attempt can be taken back (docs/behaviour.md, "Hold-back"). */
export interface HoldBack {
  /**
   * Holds an attempt from now on. It is over when its time is over, or the agent has said "now",
   * *and* the token is there: until then it can be taken back. Without a token it is over at once.
   * @param holdMs milliseconds
   */
  hold(
    attemptId: string,
    holdMs: number,
    authorising: Promise<Result<unknown, unknown>>,
  ): Promise<HoldEnd>;
  /** Does not wait for the end of the time; ignored in its first moments and for another attempt. */
  sendNow(attemptId: string): void;
  /** Takes back what is held, whichever it is where no id is given. */
  takeBack(reason: CancelReason, attemptId?: string): void;
}

interface Held {
  readonly attemptId: string;
  /** When it began, or when a press last came too soon. */
  readonly since: number;
  /** Does not wait for the end of the time. */
  readonly release: () => void;
  readonly end: (how: HoldEnd) => void;
}

export function createHoldBack(clock: Pick<TransferClock, 'monotonic' | 'after'>): HoldBack {
  let held: Held | null = null;

  return {
    hold: (attemptId, holdMs, authorising) =>
      new Promise((resolve) => {
        const end = (how: HoldEnd) => {
          // A token that comes late must not end the hold-back of the next attempt.
          if (held?.attemptId !== attemptId) return;
          held = null;
          stopTimer();
          resolve(how);
        };
        const release = () => {
          void authorising.then(() => end('over'));
        };
        const stopTimer = clock.after(holdMs, release);
        held = { attemptId, since: clock.monotonic(), release, end };
        void authorising.then(({ ok }) => {
          if (!ok) end('over');
        });
      }),

    sendNow(attemptId) {
      if (held?.attemptId !== attemptId) return;
      const now = clock.monotonic();
      if (now - held.since >= sendNowGuardMs) held.release();
      // A train of presses is one bouncing key, however long it is: it must end before one counts.
      else held = { ...held, since: now };
    },

    takeBack(reason, attemptId) {
      if (attemptId === undefined || held?.attemptId === attemptId) held?.end(reason);
    },
  };
}
