import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { differingDigits, LookAlikeIndex } from '../../../electron/directory/search/look-alikes';
import { entry, known, searchOf } from './people';

const distance = (typed: string, other: string) =>
  new LookAlikeIndex([other]).near(typed)[0]?.distance ?? null;

const anyDigit = fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

describe('numbers that look alike', () => {
  it.each([
    ['+14155550134', '+14155550135', 1],
    ['+14155550134', '+14155550143', 1],
    ['+14155550134', '+1415555013', 1],
    ['+14155550134', '+141555501344', 1],
    ['+14155550134', '+24155550134', 1],
    ['+14155550134', '+14155560135', 2],
    ['+14155550134', '+14155550431', 2],
    ['+14155550134', '+14155550134', null],
    ['+14155550134', '+14155560245', null],
    ['+14155550134', '+141555501', null],
    ['+14155550134', 'sip:a@b.example', null],
    ['sip:a@b.example', 'sip:a@c.example', null],
  ])('%s and %s differ by %j', (typed, other, expected) => {
    expect(distance(typed, other)).toBe(expected);
    expect(distance(other, typed)).toBe(expected);
  });

  it('are those that one slip makes of a number', () => {
    const digits = fc.string({
      unit: anyDigit,
      minLength: 8,
      maxLength: 12,
    });
    fc.assert(
      fc.property(digits, fc.nat(7), anyDigit, (number, at, digit) => {
        const wrong = `+${number.slice(0, at)}${digit}${number.slice(at + 1)}`;
        const missing = `+${number.slice(0, at)}${number.slice(at + 1)}`;
        const extra = `+${number.slice(0, at)}${digit}${number.slice(at)}`;
        for (const other of [wrong, missing, extra]) {
          expect(distance(`+${number}`, other)).toBe(other === `+${number}` ? null : 1);
        }
      }),
    );
  });

  it.each([
    ['+1 415 555 0134', '+14155550135', ['4']],
    ['+1 415 555 0134', '+14155550143', ['3', '4']],
    ['+1 415 555 0134', '+1415555034', ['1']],
    ['+1 415 555 0134', '+141555501334', ['3']],
  ])('%s is marked beside %s', (display, typed, expected) => {
    const shown = differingDigits(display, typed).map(([from, to]) => display.slice(from, to));
    expect(shown).toEqual(expected);
  });

  it('are named nearest first, those whom the line knows before the directory', () => {
    const people = searchOf([
      entry('Ann Two', '+14155550245'),
      entry('Bo One', '+14155550136'),
      entry('Cy One', '+14155550137'),
      entry('Favourite', '+14155550135'),
    ]);
    people.setContext(
      [known('Favourite', '+14155550135')],
      [{ address: '+14155550137', count: 3, lastAt: 1 }],
    );
    expect(
      people
        .lookAlikes('+14155550134', 3)
        .map(({ person, known: isKnown }) => [person.name, isKnown]),
    ).toEqual([
      ['Favourite', true],
      ['Cy One', false],
      ['Bo One', false],
    ]);
  });
});
