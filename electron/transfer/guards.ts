import type { Settings } from '../contract/settings';
import { matchesPattern } from './address-pattern';

/** Milliseconds within which the same address again, after `accepted`, is asked about first. */
export const repeatWindowMs = 10_000;

/** Why an attempt is not made. Nothing was sent (docs/behaviour.md, "Checks"). */
export type GuardRefusal =
  | { readonly code: 'own-address' }
  | { readonly code: 'emergency' }
  | { readonly code: 'denied' }
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-in-directory' }
  /** The agent may say "again"; milliseconds since the acceptance. */
  | { readonly code: 'repeat'; readonly sinceMs: number };

export interface GuardFacts {
  /** Canonical address that would be dialled. */
  readonly address: string;
  /** The address as a number of the line's region would dial an emergency service. */
  readonly emergency: boolean;
  /** Canonical address of the agent; null where the line's own is none. */
  readonly own: string | null;
  readonly destinations: Settings['destinations'];
  /** Whether the directory or the favourites know the address. */
  readonly known: boolean;
  /** When Plivo last accepted a transfer to the address, in epoch milliseconds; null: never. */
  readonly acceptedAt: number | null;
  readonly now: number;
  /** The agent was asked and said "again". */
  readonly again: boolean;
}

/**
 * Judges an attempt before anything else is done for it. The order is the order of the reasons:
 * what can never be called, what the administrator rules, what the agent may overrule.
 */
export function guard(facts: GuardFacts): GuardRefusal | null {
  if (facts.emergency) return { code: 'emergency' };
  if (facts.own === facts.address) return { code: 'own-address' };
  return ruledOut(facts) ?? repeated(facts);
}

/** `deny` refuses; else `allow` permits; else a non-empty `allow` refuses; else the directory decides. */
function ruledOut({ address, destinations, known }: GuardFacts): GuardRefusal | null {
  const { deny, allow, directoryOnly } = destinations;
  if (deny.some((pattern) => matchesPattern(pattern, address))) return { code: 'denied' };
  if (allow.some((pattern) => matchesPattern(pattern, address))) return null;
  if (allow.length > 0) return { code: 'not-allowed' };
  return directoryOnly && !known ? { code: 'not-in-directory' } : null;
}

/**
 * The clock may have been corrected since the acceptance: one that lies a little ahead was just now.
 * One further ahead says nothing of how long ago it was, and would be asked about for as long.
 */
function repeated({ acceptedAt, now, again }: GuardFacts): GuardRefusal | null {
  if (again || acceptedAt === null) return null;
  const sinceMs = now - acceptedAt;
  if (Math.abs(sinceMs) >= repeatWindowMs) return null;
  return { code: 'repeat', sinceMs: Math.max(0, sinceMs) };
}
