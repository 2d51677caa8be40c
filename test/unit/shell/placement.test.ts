import { describe, expect, it } from 'vitest';

import { popupFrame } from '../../../electron/contract/popup-frame';
import { placePopup, type DisplayArea, type Rectangle } from '../../../electron/shell/placement';

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
    ['a panel on the left', display(full, { left: 900 })],
    ['a panel on the right', display(full, { right: 1000 })],
    ['a tall panel at the top', display(full, { top: 500 })],
    ['a display narrower than the popup', display({ x: 0, y: 0, width: 400, height: 400 })],
  ])('is inside the work area of %s', (_name, area) => {
    for (const height of [80, 520, 5000]) {
      expect(contains(area.workArea, placePopup(area, height, false))).toBe(true);
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

  it('is never taller than its greatest height', () => {
    expect(placePopup(display(full), 5000, false).height).toBe(popupFrame.maxHeight);
  });
});
