import type Database from 'libsql';
import { z } from 'zod';

const lastSchema = z.array(z.object({ at: z.number() })).max(1);

/**
 * When a transfer to the address was last accepted, in epoch milliseconds; null: never. The moment
 * is that of the outcome, by the clock of then.
 */
export function lastAccepted(db: Database.Database, address: string): number | null {
  const found = db
    .prepare(
      `SELECT coalesce(ended_at, started_at) AS at FROM attempts
        WHERE address = ? AND outcome = 'accepted' ORDER BY seq DESC LIMIT 1`,
    )
    .all(address);
  return lastSchema.parse(found)[0]?.at ?? null;
}

/** How often an address was used, and when last. */
export interface AddressUse {
  readonly address: string;
  /** Accepted attempts. */
  readonly count: number;
  /** Start of the last of them, in epoch milliseconds. */
  readonly lastAt: number;
}

export interface UsageQuery {
  readonly practice: boolean;
  /** Most addresses that are wanted; no more than 10,000 are given. */
  readonly limit: number;
}

const mostAddresses = 10_000;
const useSchema = z.array(
  z.object({ address: z.string(), count: z.number().int(), lastAt: z.number() }),
);

/** The addresses of accepted attempts, of practice or of real lines, the one used last first. */
export function usage(db: Database.Database, { practice, limit }: UsageQuery): AddressUse[] {
  // SQLite takes the start from the row that has the highest number. Row after row is quicker than
  // by an index: many attempts are accepted.
  const found = db
    .prepare(
      `SELECT address, count(*) AS count, started_at AS lastAt, max(seq) AS seq
         FROM attempts NOT INDEXED
        WHERE outcome = 'accepted' AND (line_id = 'practice') = ?
        GROUP BY address ORDER BY seq DESC LIMIT ?`,
    )
    .all(practice ? 1 : 0, Math.min(Math.max(0, Math.trunc(limit)), mostAddresses));
  return useSchema.parse(found);
}
