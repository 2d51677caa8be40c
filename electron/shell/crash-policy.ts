/** Milliseconds within which crashes belong together. */
const windowMs = 60_000;
/** So many of them are a loop: to go on would be a screen that flickers. */
const mostCrashes = 5;
/** Milliseconds until the page is loaded again, by the number of crashes. */
const backOffMs = [0, 500, 1000, 2000] as const;
/** Milliseconds until a page that was given up is tried again. */
const retryMs = 60_000;

export interface CrashHistory {
  /** When it crashed, by a clock that nobody sets; only those that still count. */
  readonly at: readonly number[];
  /** When it was last tried again after it had been given up. */
  readonly retriedAt: number | null;
}

/** What is done about a page that is gone. */
export type CrashAnswer =
  | { readonly kind: 'reload'; readonly afterMs: number }
  /** A still page says what happened; the real one is tried again later. */
  | { readonly kind: 'halt'; readonly retryAfterMs: number };

export const noCrashes: CrashHistory = { at: [], retriedAt: null };

/** Milliseconds after which something is tried again, whatever is shown meanwhile. */
export const waitOf = (answer: CrashAnswer): number =>
  answer.kind === 'reload' ? answer.afterMs : answer.retryAfterMs;

/** Loads it again, a little later each time; gives it up for a minute where that does not help. */
export function answerCrash(
  { at, retriedAt }: CrashHistory,
  now: number,
): { readonly history: CrashHistory; readonly answer: CrashAnswer } {
  const recent = [...at.filter((time) => now - time < windowMs), now].slice(-mostCrashes);
  const inVain = retriedAt !== null && now - retriedAt < windowMs;
  const history = { at: recent, retriedAt };
  if (inVain || recent.length >= mostCrashes) {
    return { history, answer: { kind: 'halt', retryAfterMs: retryMs } };
  }
  return { history, answer: { kind: 'reload', afterMs: backOffMs[recent.length - 1] ?? retryMs } };
}

/** The page that was given up is tried again: one more crash gives it up again. */
export const retried = ({ at }: CrashHistory, now: number): CrashHistory => ({
  at,
  retriedAt: now,
});
