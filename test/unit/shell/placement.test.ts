import { describe, expect, it } from 'vitest';

import { popupFrame } from '../../../electron/contract/popup-frame';
import {
  placePopup,
  remainingDisplay,
  type DisplayArea,
  type Rectangle,
} from '../../../electron/shell/placement';

const display = (
  bounds: Rectangle,
  panel: Partial<Record<'top' | 'bottom' | 'left' | 'right', number>> = {},
): DisplayArea => ({
  bounds,
  workArea: {
    x: bounds.x + (panel.left ?? 0),
    y: bounds.y + (panel.top ?? 0),
    width: bounds.width - (panel.left ?? 0) - (panel.right ?? 0),
    height: bounds.height - (panel.top ?? 0) - (panel.bottom ?? 0),
  },
});
const full = { x: 0, y: 0, width: 1920, height: 1080 };
const contains = (outer: Rectangle, inner: Rectangle) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

describe('the place of the popup', () => {
  it('is centred across the display with its top edge at 22 % of the height', () => {
    expect(placePopup(display(full), 400, false)).toEqual({
      x: 740,
      y: 238,
      width: 440,
      height: 400,
    });
  });

  it('adds the margin of the shadow around the surface where it is translucent', () => {
    const { margin } = popupFrame;
    expect(placePopup(display(full), 400, true)).toEqual({
      x: 740 - margin.side,
      y: 238 - margin.top,
      width: 440 + 2 * margin.side,
      height: 400 + margin.top + margin.bottom,
    });
  });

  it('keeps its top edge when the content grows', () => {
    const tops = [120, 300, 520].map((height) => placePopup(display(full), height, false).y);
    expect(new Set(tops).size).toBe(1);
  });

  it.each([
    ['a small display', display({ x: 0, y: 0, width: 1024, height: 600 }, { bottom: 40 })],
    ['a display to the left', display({ x: -1920, y: 0, width: 1920, height: 1080 })],
    ['a display above', display({ x: 0, y: -1440, width: 2560, height: 1440 }, { top: 30 })],
    ['a display to the right at 150 %', display({ x: 1920, y: 0, width: 1707, height: 960 })],
    [
      'one at 175 % whose size is no whole number',
      display({ x: 0, y: 0, width: 1463, height: 822.9 }),
    ],
    [
      'one left of and above a larger one',
      display({ x: -1280, y: -205, width: 1280, height: 800 }),
    ],
    [
      'one below, a panel between them',
      display({ x: 240, y: 1080, width: 1366, height: 768 }, { top: 28 }),
    ],
    ['an upright display', display({ x: 1920, y: -420, width: 1080, height: 1920 }, { top: 32 })],
    [
      'a display at 300 %, hardly higher than the popup',
      display({ x: 0, y: 0, width: 853, height: 533 }, { bottom: 48 }),
    ],
    ['panels on all sides', display(full, { top: 40, bottom: 60, left: 300, right: 500 })],
    ['a panel on the left', display(full, { left: 900 })],
    ['a panel on the right', display(full, { right: 1000 })],
    ['a tall panel at the top', display(full, { top: 500 })],
    ['a display narrower than the popup', display({ x: 0, y: 0, width: 400, height: 400 })],
  ])('is inside the work area of %s', (_name, area) => {
    for (const height of [80, 520, 5000]) {
      const place = placePopup(area, height, false);
      expect(contains(area.workArea, place)).toBe(true);
      // A window manager rounds for itself, and not always to the same side.
      expect(Object.values(place).every(Number.isInteger)).toBe(true);
    }
  });

  it('keeps the room of the shadow above inside the work area, and is lower for it', () => {
    const { margin } = popupFrame;
    for (const height of [384, 420, 533, 600]) {
      const area = display({ x: 0, y: 0, width: 640, height }, { top: 16 });
      const window = placePopup(area, 5000, true);
      expect(window.y).toBeGreaterThanOrEqual(area.workArea.y);
      expect(window.y + window.height).toBeLessThanOrEqual(height);
      expect(window.height - margin.top).toBeLessThanOrEqual(popupFrame.maxHeight + margin.bottom);
    }
  });

  it('cuts the room of the shadow where a panel begins, and never the surface', () => {
    const area = display({ x: 0, y: 0, width: 1280, height: 800 }, { bottom: 32 });
    const { margin } = popupFrame;
    const bottoms = [300, 500, 520].map((height) => {
      const window = placePopup(area, height, true);
      expect(window.y).toBe(176 - margin.top);
      expect(window.height).toBeGreaterThanOrEqual(margin.top + height);
      return window.y + window.height;
    });
    expect(bottoms).toEqual([176 + 300 + margin.bottom, 176 + 500 + margin.bottom, 768]);
  });

  it.each([
    ['at negative coordinates', { x: -2560, y: -300, width: 2560, height: 1440 }],
    ['beside a display of another scale factor', { x: 1707, y: 60, width: 1536, height: 864 }],
  ])('is centred with its top edge at 22 % on a display %s', (_name, bounds) => {
    const { x, y, width } = placePopup(display(bounds), 300, false);
    expect(Math.abs(x + width / 2 - (bounds.x + bounds.width / 2))).toBeLessThanOrEqual(0.5);
    expect(Math.abs(y - (bounds.y + 0.22 * bounds.height))).toBeLessThanOrEqual(0.5);
  });

  it('is in the middle of the display and not of what a panel leaves, where both are possible', () => {
    const besides = { left: 70 };
    expect(placePopup(display(full, besides), 300, false).x).toBe(
      placePopup(display(full), 300, false).x,
    );
  });

  it('is never taller than its greatest height', () => {
    expect(placePopup(display(full), 5000, false).height).toBe(popupFrame.maxHeight);
  });
});

describe('the display of a popup that is open', () => {
  const left = { id: 1, scaleFactor: 1 };
  const right = { id: 2, scaleFactor: 2 };

  it('stays the one it was opened on, as that is now', () => {
    const rescaled = { id: 2, scaleFactor: 1.5 };
    expect(remainingDisplay([left, rescaled], right, left)).toBe(rescaled);
  });

  it('is the one under the pointer after the other was unplugged', () => {
    expect(remainingDisplay([left], right, left)).toBe(left);
  });
});
