import { randomBytes, scrypt, scryptSync, timingSafeEqual } from 'node:crypto';

interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/**
 * What a new hash costs: 32 MiB and some tenths of a second. One of the equally strong choices of
 * OWASP's Password Storage Cheat Sheet, and the one that a kiosk with little memory can pay.
 */
const newCost: Cost = { N: 2 ** 15, r: 8, p: 3 };
const saltBytes = 16;
const hashBytes = 32;

/** A PIN has digits, as the pad has no other keys: 4 to 64 of them. */
export const isPin = (text: string): boolean => /^\d{4,64}$/.test(text);

/** What scrypt needs is 128 * N * r bytes, and a little more. */
const withMemory = ({ N, r, p }: Cost) => ({ N, r, p, maxmem: 128 * N * r + 2 ** 20 * p });

async function derive(pin: string, salt: Buffer, length: number, cost: Cost): Promise<Buffer> {
  return await new Promise((done, fail) => {
    scrypt(pin, salt, length, withMemory(cost), (error, key) => {
      if (error === null) done(key);
      else fail(error);
    });
  });
}

/**
 * The hash of a PIN for `kiosk.pinHash`, with a salt of its own: `scrypt$N$r$p$salt$hash`. It blocks,
 * as the command that makes one ends before Electron has begun.
 */
export function hashPin(pin: string): string {
  const salt = randomBytes(saltBytes);
  const hash = scryptSync(pin, salt, hashBytes, withMemory(newCost));
  const { N, r, p } = newCost;
  return ['scrypt', N, r, p, salt.toString('base64'), hash.toString('base64')].join('$');
}

/**
 * Whether a PIN is the one of a hash. It takes the whole time of scrypt whatever the PIN is, and the
 * comparison says nothing by its time.
 * @param pinHash in the form of `pinHashSchema`; rejects where scrypt refuses its parameters.
 */
export async function pinMatches(pin: string, pinHash: string): Promise<boolean> {
  const [, cost = '', blockSize = '', parallel = '', salt = '', hash = ''] = pinHash.split('$');
  const expected = Buffer.from(hash, 'base64');
  const parameters = { N: Number(cost), r: Number(blockSize), p: Number(parallel) };
  const derived = await derive(pin, Buffer.from(salt, 'base64'), expected.length, parameters);
  return timingSafeEqual(derived, expected);
}
