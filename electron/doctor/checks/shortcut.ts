import type { Finding } from '../../contract/doctor';
import { finding, type Turn } from '../check-up';

export interface ShortcutPort {
  /** The accelerator that the system has granted, or null. */
  readonly registered: () => string | null;
  /** The one that the settings name. */
  readonly wanted: () => string;
  /** Calls back at the next press; returns the function that stops waiting. */
  readonly onPress: (pressed: () => void) => () => void;
  /** The person does not want to press it. */
  readonly skipped: AbortSignal;
  /** Milliseconds to wait for the press. */
  readonly patienceMs: number;
}

type Ended = 'pressed' | 'skipped' | 'silent';

function waitForPress(port: ShortcutPort, signal: AbortSignal): Promise<Ended> {
  return new Promise((resolve) => {
    const end = (ended: Ended) => {
      clearTimeout(timer);
      stopListening();
      resolve(ended);
    };
    const timer = setTimeout(() => end('silent'), port.patienceMs);
    const stopListening = port.onPress(() => end('pressed'));
    port.skipped.addEventListener('abort', () => end('skipped'), { once: true });
    signal.addEventListener('abort', () => end('skipped'), { once: true });
    if (port.skipped.aborted) end('skipped');
  });
}

const codes = {
  pressed: 'shortcut-works',
  skipped: 'shortcut-skipped',
  silent: 'shortcut-silent',
} as const;

/**
 * Asks the person to press the shortcut: a shortcut that was granted need not work, on Wayland above
 * all. The press does what it always does, so that Baton can be used meanwhile.
 * @param port null: this is not the Baton that holds the shortcut.
 */
export async function checkShortcut(
  port: ShortcutPort | null,
  turn: Pick<Turn, 'asks' | 'signal'>,
): Promise<Finding> {
  if (port === null) return finding('shortcut-window');
  const registered = port.registered();
  if (registered === null) return finding('shortcut-refused', { shortcut: port.wanted() });
  turn.asks('shortcut', registered);
  return finding(codes[await waitForPress(port, turn.signal)], { shortcut: registered });
}
