import { attemptSteps, type AttemptStep } from './steps';

/** When a life of the program ends. */
export type Death =
  /** While it starts, so many milliseconds after it was started. */
  | { readonly kind: 'starting'; readonly afterMs: number }
  /** When its journal is open, before any attempt. */
  | { readonly kind: 'opened' }
  /** At a step of its n-th attempt, where it is held. */
  | { readonly kind: 'step'; readonly step: AttemptStep; readonly nth: number }
  /** When the server has its n-th request and has not answered. */
  | { readonly kind: 'request-arrived'; readonly nth: number }
  /** Running free, so many milliseconds after so many announcements. */
  | { readonly kind: 'random'; readonly lines: number; readonly afterMs: number };

/** A row of the table for each. */
export const deathName = (death: Death) => (death.kind === 'step' ? death.step : death.kind);

/** Numbers from 0 to 1 that follow from the seed alone (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Every named place in turn, and after each round of them as many at random. */
export function planDeaths(count: number, random: () => number): readonly Death[] {
  const below = (bound: number) => Math.floor(random() * bound);
  const round = (): readonly Death[] => [
    { kind: 'opened' },
    ...attemptSteps.map((step): Death => ({ kind: 'step', step, nth: 1 + below(3) })),
    { kind: 'request-arrived', nth: 1 + below(3) },
    { kind: 'starting', afterMs: random() * 150 },
    ...attemptSteps.map((): Death => {
      return { kind: 'random', lines: 1 + below(60), afterMs: random() * 4 };
    }),
  ];
  const deaths: Death[] = [];
  while (deaths.length < count) deaths.push(...round());
  return deaths.slice(0, count);
}
