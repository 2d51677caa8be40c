import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again and again until the answer is true: for states of other programs that nobody announces.
 * @param {() => boolean | Promise<boolean>} probe
 * @param {{ limitMs: number, everyMs?: number }} timing both in milliseconds
 * @returns {Promise<boolean>} false when the limit passed first
 */
export async function pollUntil(probe, { limitMs, everyMs = 40 }) {
  const deadline = performance.now() + limitMs;
  for (;;) {
    if (await probe()) return true;
    if (performance.now() >= deadline) return false;
    await pause(everyMs);
  }
}
