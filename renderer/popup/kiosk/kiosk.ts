import type { KioskExit } from '../../../electron/contract/kiosk';
import type { PopupContext } from '../popup-view';
import { t } from '../../ui/texts';
import { pinFaultCopy, type PinFault } from './pin-copy';

/** Milliseconds between two words to main that somebody is there. */
const touchEveryMs = 1000;

/** Milliseconds after the last touch for which the grid stays as it is under somebody's fingers. */
export const inHandMs = 5000;

/** What a person can do on a kiosk, and nowhere else. */
export interface Kiosk {
  readonly openPin: () => void;
  /** From the pad back to the grid, or from the unlocked screen, which locks again. */
  readonly back: () => void;
  /** Tries a PIN, of at least one character; it is told to main and kept nowhere. */
  readonly tryPin: (pin: string) => Promise<void>;
  readonly exit: (to: KioskExit) => Promise<void>;
  /** Somebody did something: main is told, at most once a second. */
  readonly touched: () => void;
  /** Somebody did something just now, and looks at the grid. */
  readonly isInHand: () => boolean;
}

/** Until when main takes no PIN, epoch milliseconds; null where it takes one now. */
export function closedUntil(
  waits: readonly (number | null | undefined)[],
  now: number,
): number | null {
  const until = Math.max(...waits.map((wait) => wait ?? 0));
  return until > now ? until : null;
}

export function createKiosk(context: PopupContext): Kiosk {
  let toldAt = Number.NEGATIVE_INFINITY;
  let touchedAt = Number.NEGATIVE_INFINITY;

  function isClosed(): boolean {
    const { state, pinFault, pinTrying } = context.view();
    const waits = [state?.kiosk?.waitUntil, pinFault?.waitUntil];
    return pinTrying || closedUntil(waits, context.clock.now()) !== null;
  }

  function refuse(pinFault: PinFault): void {
    context.change({ pinTrying: false, pinFault });
    const { state } = context.view();
    if (state === null) return;
    context.sayAgain(pinFaultCopy(pinFault, context.clock.now(), state.language), true);
  }

  return {
    openPin() {
      if (context.view().state?.kiosk?.lock === 'locked') context.change({ pinOpen: true });
    },
    back() {
      context.change({ pinOpen: false });
      if (context.screen()?.kind === 'unlocked') void context.bridge.call('kiosk:lock', null);
    },
    async tryPin(pin) {
      if (context.screen()?.kind !== 'pin' || isClosed() || pin === '') return;
      context.change({ pinTrying: true, pinFault: null });
      const answer = await context.bridge.call('kiosk:unlock', { pin });
      if (context.screen()?.kind !== 'pin') return;
      // Main shows the rest: its state says that the lock is open.
      if (answer.ok) return;
      const { error } = answer;
      refuse(
        'waitUntil' in error
          ? { code: error.code, waitUntil: error.waitUntil }
          : { code: 'internal', waitUntil: 0 },
      );
    },
    async exit(to) {
      const answer = await context.bridge.call('kiosk:leave', { to });
      if (!answer.ok) context.sayAgain(t('startErrors.internal.title'), true);
    },
    touched() {
      const now = context.clock.now();
      touchedAt = now;
      // A clock that was set back would otherwise keep it from telling for as long.
      if (now - toldAt < touchEveryMs && now >= toldAt) return;
      toldAt = now;
      void context.bridge.call('kiosk:touched', null);
    },
    isInHand: () => Math.abs(context.clock.now() - touchedAt) < inHandMs,
  };
}
