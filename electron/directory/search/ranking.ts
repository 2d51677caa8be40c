/**
 * The order of what was found: how well it matches, how often and how recently the agent used it,
 * how closely it matches, then name and address (docs/behaviour.md, "Directory"). Nothing in it
 * depends on the clock or on the order of the files, so that the same text gives the same list.
 */

/** How well an entry matches, best first. */
export const matchClass = {
  /** The whole name, an alias or the number. */
  exact: 0,
  nameStart: 1,
  /** Beginnings of words of the name or of aliases, in any order; the beginning of the number. */
  wordStart: 2,
  initials: 3,
  /** Beginnings of words of team or company; the end of the number. */
  around: 4,
  /** Inside words and numbers. */
  inside: 5,
  oneError: 6,
  twoErrors: 7,
} as const;
export type MatchClass = (typeof matchClass)[keyof typeof matchClass];

/** How often and how recently an address was used by accepted attempts. */
export interface AddressUse {
  readonly address: string;
  readonly count: number;
  /** Epoch milliseconds. */
  readonly lastAt: number;
}

/** Milliseconds after which a use weighs half as much. */
const halfLife = 14 * 86_400_000;

/**
 * Weight of an address by its uses: one that is used twice as often weighs as much as one that was
 * used a half-life later. On this scale all weights fall at the same speed, so the order of two
 * addresses changes only when one of them is used.
 */
export const weightOf = ({ count, lastAt }: AddressUse): number =>
  Math.log2(Math.max(1, count)) + lastAt / halfLife;

/** What the order of a match is made of. */
export interface Ranked {
  readonly class: MatchClass;
  /** See `weightOf`; minus infinity where the address was never used. */
  readonly weight: number;
  /** How loosely the words match, one by one: of equals, more whole words, fewer errors and fewer other words go first. */
  readonly looseness: number;
  /** Folded name. */
  readonly key: string;
  readonly name: string;
  readonly address: string;
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By name, then by address, without regard to where they came from. */
export const byName = (
  a: Pick<Ranked, 'key' | 'name' | 'address'>,
  b: Pick<Ranked, 'key' | 'name' | 'address'>,
): number =>
  byCodeUnits(a.key, b.key) || byCodeUnits(a.name, b.name) || byCodeUnits(a.address, b.address);

/** The order of the list. Entries that differ in name or address are never equal. */
export const byRank = (a: Ranked, b: Ranked): number =>
  a.class - b.class ||
  (a.weight === b.weight ? 0 : b.weight - a.weight) ||
  a.looseness - b.looseness ||
  byName(a, b);
