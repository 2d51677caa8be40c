import { isPin } from '../kiosk/pin-hash';
import type { CommandResult } from './history-commands';

/** Where the PIN comes from. */
export interface PinInput {
  /** Reads one line, without its end; null where nothing more comes. */
  readonly line: (prompt: string) => string | null;
  /** A person types it: a slip of the finger would lock the kiosk, so that it is asked for twice. */
  readonly typed: boolean;
}

/**
 * What `--kiosk-pin` prints: the hash for `kiosk.pinHash` in the administrator's file, or why there is
 * none. The PIN itself is in no output.
 */
export function kioskPin(input: PinInput, hash: (pin: string) => string): CommandResult {
  const pin = input.line('PIN: ') ?? '';
  if (!isPin(pin)) return { exitCode: 1, text: 'a PIN has 4 to 64 digits, and nothing else' };
  if (input.typed && input.line('The same PIN again: ') !== pin) {
    return { exitCode: 1, text: 'the two PINs differ: nothing was made' };
  }
  return { exitCode: 0, text: hash(pin) };
}
