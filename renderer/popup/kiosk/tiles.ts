/** Keys that move from tile to tile. */
const moves: ReadonlySet<string> = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);

export function movesTile(key: string): boolean {
  return moves.has(key);
}

interface Grid {
  readonly count: number;
  readonly columns: number;
  readonly rightToLeft: boolean;
}

/**
 * Index of the tile that a key leads to from the tile `at`; `above` from the first row upwards. The
 * ends hold: nobody comes out at another end of the grid.
 */
export function movedTile(key: string, at: number, grid: Grid): number | 'above' {
  const { count, columns, rightToLeft } = grid;
  const last = count - 1;
  const lastRow = Math.floor(last / columns);
  const row = Math.floor(at / columns);
  const backward = rightToLeft ? 'ArrowRight' : 'ArrowLeft';
  const forward = rightToLeft ? 'ArrowLeft' : 'ArrowRight';
  switch (key) {
    case backward:
      return at % columns === 0 ? at : at - 1;
    case forward:
      return at % columns === columns - 1 ? at : Math.min(last, at + 1);
    case 'ArrowUp':
      return row === 0 ? 'above' : at - columns;
    case 'ArrowDown':
      // A last row may have fewer tiles than the one above.
      return row === lastRow ? at : Math.min(last, at + columns);
    case 'Home':
    case 'PageUp':
      return 0;
    case 'End':
    case 'PageDown':
      return last;
    default:
      return at;
  }
}
