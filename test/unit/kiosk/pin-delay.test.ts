import { describe, expect, it } from 'vitest';

import { delayAfter, delayLeft, manyTries, noTries } from '../../../electron/kiosk/pin-delay';

const minutes = 60_000;

describe('the delay after wrong PINs', () => {
  it('is none for two slips, 8 s after the third, and twice as long each time up to 15 minutes', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1000].map(delayAfter)).toEqual([
      ...[0, 0, 0, 8000, 16_000, 32_000, 64_000, 128_000, 256_000, 512_000],
      ...[15 * minutes, 15 * minutes, 15 * minutes],
    ]);
  });

  it('lets try about a hundred PINs a day', () => {
    let passed = 0;
    let wrong = 0;
    while (passed < 24 * 60 * minutes) {
      wrong += 1;
      passed += delayAfter(wrong);
    }
    expect(wrong).toBeGreaterThan(90);
    expect(wrong).toBeLessThan(110);
  });

  it('goes on after a restart where it was', () => {
    const last = Date.UTC(2026, 0, 1);
    expect(delayLeft({ wrong: 4, last }, last + 6000)).toBe(10_000);
    expect(delayLeft({ wrong: 4, last }, last + 16_000)).toBe(0);
    expect(delayLeft({ wrong: 4, last }, last + 1_000_000)).toBe(0);
    expect(delayLeft(noTries, last)).toBe(0);
  });

  it('begins anew with a clock that was set back, and lasts no longer than it would', () => {
    const last = Date.UTC(2026, 0, 1);
    for (const now of [last - 1, last - minutes, 0]) {
      expect(delayLeft({ wrong: 5, last }, now)).toBe(32_000);
    }
  });

  it('is the longest where nobody knows how many there were', () => {
    expect(delayLeft(manyTries(5000), 5000)).toBe(15 * minutes);
  });
});
