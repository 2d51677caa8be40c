import { matchClass, type MatchClass } from './ranking';

/** Largest looseness that is told apart. */
const loosest = 255;

const classes: readonly MatchClass[] = Object.values(matchClass);

/** Class and looseness of an entry in one number: a better class goes before any looseness. */
export const overallOf = (match: MatchClass, looseness: number): number =>
  (match << 8) | Math.min(looseness, loosest);

export const classOfOverall = (overall: number): MatchClass =>
  classes[overall >>> 8] ?? matchClass.twoErrors;

export const loosenessOf = (overall: number): number => overall & loosest;

/** The same match, in no better class than the one given. */
export const noBetterThan = (best: MatchClass, overall: number): number =>
  classOfOverall(overall) >= best ? overall : overallOf(best, loosenessOf(overall));
