import { describe, expect, it } from 'vitest';

import { entry, namesIn } from './people';

const maria = entry('Maria Alvarez Lopez', '+14155550134', {
  aliases: ['4021', 'invoice desk'],
  department: 'Accounts payable',
  company: 'Northwind',
  label: 'Mobile',
});
const directory = [
  maria,
  entry('José Ángel Núñez', '+442079460958', { department: 'Cafetería' }),
  entry('Dr. Anne-Marie O’Brien', '+493023125082', { aliases: ['night desk'] }),
  entry('Support overflow', 'sip:overflow2@phone.plivo.com'),
  entry('24/7 plumbing', '+14155550177'),
];

describe('finding people', () => {
  it.each([
    ['alvarez maria', 'Maria Alvarez Lopez'],
    ['lop mar alv', 'Maria Alvarez Lopez'],
    ['m a', 'Maria Alvarez Lopez'],
    ['mal', 'Maria Alvarez Lopez'],
    ['MARÍA', 'Maria Alvarez Lopez'],
    ['payable', 'Maria Alvarez Lopez'],
    ['northw maria', 'Maria Alvarez Lopez'],
    ['4021', 'Maria Alvarez Lopez'],
    ['invoice', 'Maria Alvarez Lopez'],
    ['desk invoice', 'Maria Alvarez Lopez'],
    ['mraia', 'Maria Alvarez Lopez'],
    ['alvrez', 'Maria Alvarez Lopez'],
    ['alvaarez lopze', 'Maria Alvarez Lopez'],
    ['mariaalvarez', 'Maria Alvarez Lopez'],
    ['vare', 'Maria Alvarez Lopez'],
    ['jose nunez', 'José Ángel Núñez'],
    ['cafeteria', 'José Ángel Núñez'],
    ['obrien', 'Dr. Anne-Marie O’Brien'],
    ["o'brien anne", 'Dr. Anne-Marie O’Brien'],
    ['annemarie', 'Dr. Anne-Marie O’Brien'],
    ['overflow2', 'Support overflow'],
    ['sip:overflow2@phone.plivo.com', 'Support overflow'],
    ['24/7', '24/7 plumbing'],
  ])('finds by %j first %j', (text, name) => {
    expect(namesIn(directory, text)[0]).toBe(name);
  });

  it.each([
    ['+14155550134', 'Maria Alvarez Lopez'],
    ['(415) 555-0134', 'Maria Alvarez Lopez'],
    ['415.555.01 34', 'Maria Alvarez Lopez'],
    ['550134', 'Maria Alvarez Lopez'],
    ['0014155550134', 'Maria Alvarez Lopez'],
    ['01114155550134', 'Maria Alvarez Lopez'],
    ['maria 0134', 'Maria Alvarez Lopez'],
    ['+44 20 79', 'José Ángel Núñez'],
    ['020 7946', 'José Ángel Núñez'],
    ['030 2312', 'Dr. Anne-Marie O’Brien'],
  ])('finds by part of a number, %j, %j', (text, name) => {
    expect(namesIn(directory, text)[0]).toBe(name);
  });

  it.each(['', '   ', '...', 'zzzz', 'maria nunez', '+49415', '999999'])(
    'finds nobody by %j',
    (text) => {
      expect(namesIn(directory, text)).toEqual([]);
    },
  );

  it('wants a word of its own for each that was typed', () => {
    const two = [entry('Maria Lopez', '+14155550101'), entry('Maria Martin', '+14155550102')];
    expect(namesIn(two, 'maria m')).toEqual(['Maria Martin']);
    expect(namesIn(two, 'ma ma')).toEqual(['Maria Martin']);
  });

  it('does not take every number for a match of one digit', () => {
    expect(namesIn(directory, '4')).not.toContain('Support overflow');
    expect(namesIn(directory, '9')).toEqual([]);
  });

  it('finds in scripts that have no case', () => {
    const people = [
      entry('王小明', '+8613800138000'),
      entry('मीरा कुमारी', '+911123456789'),
      entry('محمد الأحمد', '+966112345678'),
    ];
    expect(namesIn(people, '小明')).toEqual(['王小明']);
    expect(namesIn(people, 'कुमा')).toEqual(['मीरा कुमारी']);
    expect(namesIn(people, 'احمد')).toEqual(['محمد الأحمد']);
  });

  it('finds people who have no name by their number', () => {
    expect(namesIn([entry('', '+14155550134')], '0134')).toEqual(['']);
  });
});
