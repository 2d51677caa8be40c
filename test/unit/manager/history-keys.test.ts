import { describe, expect, it } from 'vitest';

import { asksForSearch, rowForKey } from '../../../renderer/manager/history/keys';

const at = (active: number | null) => ({ active, total: 100, inSight: 10 });

describe('the keys of the table', () => {
  it.each([
    ['ArrowDown', 5, 6],
    ['ArrowUp', 5, 4],
    ['PageDown', 5, 14],
    ['PageUp', 50, 41],
    ['Home', 50, 0],
    ['End', 5, 99],
    ['ArrowDown', 99, 99],
    ['ArrowUp', 0, 0],
    ['PageDown', 95, 99],
    ['PageUp', 3, 0],
    ['ArrowDown', null, 0],
    ['ArrowUp', null, 0],
    ['PageDown', null, 9],
  ])('%s goes from row %s to row %s', (key, from, to) => {
    expect(rowForKey(key, at(from))).toBe(to);
  });

  it('are those alone, and need rows', () => {
    expect(rowForKey('a', at(5))).toBeNull();
    expect(rowForKey('Tab', at(5))).toBeNull();
    expect(rowForKey('End', { ...at(null), total: 0 })).toBeNull();
  });

  it('move one row at least where only one is in sight', () => {
    expect(rowForKey('PageDown', { active: 5, total: 100, inSight: 1 })).toBe(6);
  });
});

describe('the key for the text filter', () => {
  const plain = { ctrlKey: false, metaKey: false, altKey: false };
  it('is Ctrl+F or Command+F, anywhere', () => {
    expect(asksForSearch({ ...plain, key: 'f', ctrlKey: true }, true)).toBe(true);
    expect(asksForSearch({ ...plain, key: 'F', metaKey: true }, false)).toBe(true);
  });

  it('is a slash where nothing is being typed', () => {
    expect(asksForSearch({ ...plain, key: '/' }, false)).toBe(true);
    expect(asksForSearch({ ...plain, key: '/' }, true)).toBe(false);
  });

  it('is no other', () => {
    expect(asksForSearch({ ...plain, key: 'f' }, false)).toBe(false);
    expect(asksForSearch({ ...plain, key: 'f', ctrlKey: true, altKey: true }, false)).toBe(false);
    expect(asksForSearch({ ...plain, key: '/', ctrlKey: true }, false)).toBe(false);
  });
});
