import { describe, expect, it } from 'vitest';

import { managerRoutes, settingsRoutes } from '../../../electron/contract/manager';
import {
  firstPlace,
  managerFrame,
  refitted,
  smallestOf,
} from '../../../electron/shell/manager-frame';
import type { Rectangle } from '../../../electron/shell/placement';

const border = { width: 2, height: 38 };
const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const leftAbove = { x: -1920, y: -1080, width: 1920, height: 1040 };
const settings = { x: 100, y: 120, width: 762, height: 598 };

describe('the frame of the manager window', () => {
  it.each([
    ['history', 1120, 700, 860, 480],
    ['welcome', 720, 504, 640, 480],
    ['doctor', 760, 680, 640, 480],
    ['account', 760, 560, 640, 480],
  ] as const)('is on %s %i x %i and at least %i x %i', (route, width, height, least, lowest) => {
    const { size, smallest } = managerFrame(route);
    expect(size).toEqual({ width, height });
    expect(smallest).toEqual({ width: least, height: lowest });
  });

  it('is the same on every page of the settings, and four in all', () => {
    expect(new Set(settingsRoutes.map((route) => managerFrame(route).name))).toEqual(
      new Set(['settings']),
    );
    expect(new Set(managerRoutes.map((route) => managerFrame(route).name)).size).toBe(4);
  });
});

const isWithin = (place: Rectangle, area: Rectangle) =>
  place.x >= area.x &&
  place.y >= area.y &&
  place.x + place.width <= area.x + area.width &&
  place.y + place.height <= area.y + area.height;

describe('a new manager window', () => {
  it('opens in the middle of the work area, with room for a title bar', () => {
    expect(firstPlace(managerFrame('account'), screen)).toEqual({
      x: 574,
      y: 240,
      width: 760,
      height: 560,
    });
  });

  it('is cut to a small screen', () => {
    const small = { x: 0, y: 24, width: 1024, height: 576 };
    expect(firstPlace(managerFrame('history'), small)).toEqual({
      x: 0,
      y: 24,
      width: 1012,
      height: 536,
    });
  });
});

describe('an open manager window that takes another frame', () => {
  const history = managerFrame('history');

  it('stays where it is as long as it fits there', () => {
    expect(refitted({ ...settings, x: 301, y: 77 }, history, border, screen)).toEqual({
      x: 301,
      y: 77,
      width: 1122,
      height: 738,
    });
  });

  it.each([
    ['at the left and the top', { ...settings, x: 0, y: 0 }, screen],
    ['at the right and the bottom', { ...settings, x: 1150, y: 480 }, screen],
    ['half off the screen', { ...settings, x: -400, y: 900 }, screen],
    ['on a display left of and above the first', { ...settings, x: -1500, y: -900 }, leftAbove],
    ['beside a panel', { ...settings, x: 60, y: 40 }, { x: 60, y: 28, width: 1860, height: 1052 }],
  ])('is on the screen whole %s', (_, before, workArea) => {
    const after = refitted(before, history, border, workArea);
    expect(after).toMatchObject({ width: 1122, height: 738 });
    expect(isWithin(after, workArea)).toBe(true);
  });

  it('leaves room for a title bar that the system does not count', () => {
    const uncounted = { width: 0, height: 0 };
    const after = refitted({ ...settings, x: 1150, y: 480 }, history, uncounted, screen);
    expect(after).toEqual({ x: 788, y: 340, width: 1120, height: 700 });
  });

  it('is cut to a screen that is smaller, and may be made so small', () => {
    const small = { x: 0, y: 24, width: 812, height: 458 };
    const cut = { width: 802, height: 456 };
    expect(refitted(settings, history, border, small)).toEqual({ x: 0, y: 24, ...cut });
    expect(smallestOf(history, border, small)).toEqual(cut);
    expect(smallestOf(history, border, screen)).toEqual({ width: 862, height: 518 });
  });
});
