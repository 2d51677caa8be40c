import type { Page } from '@playwright/test';

/** Records the time between frames of a page until the returned function is called. */
export async function recordFrames(page: Page): Promise<() => Promise<Frames>> {
  const recording = await page.evaluateHandle(() => {
    const state = { intervals: [] as number[], isOver: false };
    let before = performance.now();
    const frame = () => {
      const now = performance.now();
      state.intervals.push(now - before);
      before = now;
      if (!state.isOver) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    return state;
  });
  return async () => {
    const intervals = await recording.evaluate((state) => {
      state.isOver = true;
      return state.intervals;
    });
    return new Frames(intervals);
  };
}

/** Times between frames, in milliseconds. */
export class Frames {
  readonly #sorted: readonly number[];

  constructor(intervals: readonly number[]) {
    this.#sorted = [...intervals].sort((a, b) => a - b);
  }

  get count(): number {
    return this.#sorted.length;
  }

  /** The interval that so many per cent are no longer than. */
  percentile(percent: number): number {
    const last = this.#sorted.length - 1;
    return this.#sorted[Math.max(0, Math.min(last, Math.floor((percent / 100) * last)))] ?? 0;
  }

  toString(): string {
    const [p50, p95, p99, longest] = [50, 95, 99, 100].map((p) => this.percentile(p).toFixed(1));
    return `${this.count} frames, median ${p50}, p95 ${p95}, p99 ${p99}, longest ${longest} ms`;
  }
}
