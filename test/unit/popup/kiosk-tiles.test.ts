import { describe, expect, it } from 'vitest';

import { movedTile, movesTile } from '../../../renderer/popup/kiosk/tiles';

/** Seven tiles in two columns: the last row has one. */
const grid = { count: 7, columns: 2, rightToLeft: false };
const arabic = { ...grid, rightToLeft: true };

describe('the arrows between the tiles', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowLeft', 1, 0],
    ['ArrowDown', 0, 2],
    ['ArrowUp', 3, 1],
    ['Home', 5, 0],
    ['End', 0, 6],
    ['PageUp', 5, 0],
    ['PageDown', 0, 6],
  ] as const)('%s leads from tile %i to tile %i', (key, from, to) => {
    expect(movesTile(key)).toBe(true);
    expect(movedTile(key, from, grid)).toBe(to);
  });

  it('hold at the ends of a row and of the grid', () => {
    expect(movedTile('ArrowRight', 1, grid)).toBe(1);
    expect(movedTile('ArrowLeft', 2, grid)).toBe(2);
    expect(movedTile('ArrowRight', 6, grid)).toBe(6);
    expect(movedTile('ArrowDown', 6, grid)).toBe(6);
  });

  it('reach the last row from a column that it lacks', () => {
    expect(movedTile('ArrowDown', 5, grid)).toBe(6);
  });

  it('lead out above the first row, where a field may stand', () => {
    expect(movedTile('ArrowUp', 0, grid)).toBe('above');
    expect(movedTile('ArrowUp', 1, grid)).toBe('above');
  });

  it('follow the direction of the language', () => {
    expect(movedTile('ArrowLeft', 0, arabic)).toBe(1);
    expect(movedTile('ArrowRight', 1, arabic)).toBe(0);
    expect(movedTile('ArrowRight', 0, arabic)).toBe(0);
    expect(movedTile('ArrowLeft', 1, arabic)).toBe(1);
  });

  it('go down tile by tile where there is one column', () => {
    const narrow = { ...grid, columns: 1 };
    expect(movedTile('ArrowDown', 0, narrow)).toBe(1);
    expect(movedTile('ArrowUp', 1, narrow)).toBe(0);
    expect(movedTile('ArrowRight', 1, narrow)).toBe(1);
  });

  it('are the only keys that move', () => {
    expect(movesTile('Enter')).toBe(false);
    expect(movedTile('Enter', 3, grid)).toBe(3);
  });
});
