import { z } from 'zod';

/** Longest PIN that can be given, in characters. */
const longestPin = 64;

/** What the page of a kiosk shows beside what the popup shows (docs/kiosk.md). */
export const kioskViewSchema = z.strictObject({
  /** Whether an address may be typed; else only the tiles can be chosen. */
  freeEntry: z.boolean(),
  /**
   * `no-pin`: the administrator has set none, and there is no way to the settings and none to quit.
   * `open`: the right PIN was given, and nothing has locked again since.
   */
  lock: z.enum(['no-pin', 'locked', 'open']),
  /** Epoch milliseconds until which no PIN is taken; null where one is. */
  waitUntil: z.number().nullable(),
  /**
   * `unavailable`: there is no way to the journal, and nothing is sent. `set-aside`: it could not be
   * read and a new one was begun, which nobody has read in the settings yet.
   */
  journal: z.enum(['kept', 'set-aside', 'unavailable']),
});
export type KioskView = z.infer<typeof kioskViewSchema>;

export const pinSchema = z.string().min(1).max(longestPin);

/** Memory that one comparison may take, as `N * r`: 256 MiB. */
const mostMemory = 2 ** 21;

/**
 * `scrypt$N$r$p$salt$hash`, salt and hash in base64 (docs/kiosk.md, "The PIN"). N is a power of two
 * from 2^14 to 2^20, r at most 32 and p at most 16: a hash that is cheaper is soon guessed, one that is
 * dearer would stop the kiosk at every try.
 */
export const pinHashSchema = z
  .string()
  .max(300)
  .regex(
    /^scrypt\$(?:16384|32768|65536|131072|262144|524288|1048576)\$(?:[1-9]|[12]\d|3[0-2])\$(?:[1-9]|1[0-6])\$(?:[A-Za-z0-9+/]{4}){5,22}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?\$(?:[A-Za-z0-9+/]{4}){10,22}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
    'expected a hash as "baton --kiosk-pin" prints it: scrypt$N$r$p$salt$hash',
  )
  .refine((text) => {
    const [, cost = '', blockSize = ''] = text.split('$');
    return Number(cost) * Number(blockSize) <= mostMemory;
  }, 'expected a hash whose comparison takes at most 256 MiB: N * r of at most 2097152');

/**
 * `wait`: the PIN was not looked at, as it came within a delay; `uncounted`: as the try could not be
 * written down. `waitUntil` in epoch milliseconds; past where none is needed.
 */
export const unlockErrorSchema = z.strictObject({
  code: z.enum(['wrong', 'wait', 'uncounted']),
  waitUntil: z.number(),
});
export type UnlockError = z.infer<typeof unlockErrorSchema>;

/** Where the right PIN leads. */
export const kioskExits = ['settings', 'quit'] as const;
export type KioskExit = (typeof kioskExits)[number];
