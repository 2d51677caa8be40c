import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  allowedErrors,
  letterMask,
  meantLength,
  TypingErrors,
} from '../../../electron/directory/search/typing-errors';

/** Errors between a typed word and the beginnings of another, written down as the definition says. */
function fewestErrors(typed: string, word: string): number {
  const table = Array.from({ length: typed.length + 1 }, (_, m) =>
    Array.from({ length: word.length + 1 }, (__, n) => (m === 0 ? n : n === 0 ? m : 0)),
  );
  const at = (m: number, n: number) => table[m]?.[n] ?? Infinity;
  for (let m = 1; m <= typed.length; m += 1) {
    for (let n = 1; n <= word.length; n += 1) {
      const same = typed[m - 1] === word[n - 1] ? 0 : 1;
      const swap =
        m > 1 && n > 1 && typed[m - 1] === word[n - 2] && typed[m - 2] === word[n - 1]
          ? at(m - 2, n - 2) + 1
          : Infinity;
      const row = table[m];
      if (row !== undefined)
        row[n] = Math.min(at(m - 1, n) + 1, at(m, n - 1) + 1, at(m - 1, n - 1) + same, swap);
    }
  }
  return Math.min(...(table[typed.length] ?? []));
}

function compared(typed: string, word: string) {
  const errors = new TypingErrors(typed);
  let found: { errors: number; whole: boolean } | null = null;
  errors.compareAll(
    1,
    () => (errors.possible(letterMask(word)) ? word : null),
    (_, count) => {
      found = count;
    },
  );
  return found;
}

describe('typing errors', () => {
  it.each([
    ['mar', 0],
    ['mari', 1],
    ['alvarez', 1],
    ['fernande', 2],
    ['x'.repeat(40), 0],
  ])('allows in %j so many: %i', (typed, count) => {
    expect(allowedErrors(typed)).toBe(count);
  });

  it.each([
    ['smiht', 'smith', 1, true],
    ['smth', 'smith', 1, true],
    ['smiith', 'smith', 1, true],
    ['smoth', 'smith', 1, true],
    ['zmith', 'smith', 1, true],
    ['smiht', 'smithson', 1, false],
    ['fernadnes', 'fernandez', 2, true],
  ])('takes %j for %j', (typed, word, errors, whole) => {
    expect(compared(typed, word)).toEqual({ errors, whole });
  });

  it.each([
    ['smi', 'sim'],
    ['smth', 'smart'],
    ['jones', 'smith'],
    ['alvarze', 'ramirez'],
  ])('does not take %j for %j', (typed, word) => {
    expect(compared(typed, word)).toBeNull();
  });

  it('counts as the definition does, whatever is typed', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '7', 'ж'), maxLength: 14 });
    fc.assert(
      fc.property(word, word, (typed, other) => {
        const fewest = fewestErrors(typed, other);
        const found: { errors: number } | null = compared(typed, other);
        const expected = fewest <= allowedErrors(typed) && allowedErrors(typed) > 0;
        expect(found === null ? null : found['errors']).toBe(expected ? fewest : null);
      }),
      { numRuns: 2000 },
    );
  });

  it('knows how much of a word was meant', () => {
    expect(meantLength('smiht', 'smithson')).toBe(5);
    expect(meantLength('alvraez', 'alvarez')).toBe(7);
    expect(meantLength('smiht', 'jones')).toBeNull();
  });
});
