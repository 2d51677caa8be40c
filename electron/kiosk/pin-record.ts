import { readFileSync } from 'node:fs';

import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';

import { err, ok, type Result } from '../contract/result';
import { manyTries, noTries, type PinTries } from './pin-delay';

const recordSchema = z.strictObject({
  version: z.literal(1),
  wrong: z.number().int().min(0).max(1_000_000),
  last: z.number().int().nonnegative(),
});

/** Where the wrong tries are kept, so that a restart does not forget them. */
export interface PinRecord {
  read(now: number): PinTries;
  write(tries: PinTries): Promise<Result<void, { readonly cause: string }>>;
}

const isAbsent = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/**
 * The record in a file of the user-data folder, mode 600. One that is there and cannot be read counts
 * as many wrong tries: whoever damages it gains nothing.
 */
export function pinRecordIn(file: string): PinRecord {
  return {
    read: (now) => {
      try {
        const { wrong, last } = recordSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
        return { wrong, last };
      } catch (error) {
        return isAbsent(error) ? noTries : manyTries(now);
      }
    },
    write: async ({ wrong, last }) => {
      try {
        const text = JSON.stringify({ version: 1, wrong, last });
        await writeFileAtomic(file, `${text}\n`, { mode: 0o600 });
        return ok(undefined);
      } catch (error) {
        return err({ cause: error instanceof Error ? error.message : String(error) });
      }
    },
  };
}
