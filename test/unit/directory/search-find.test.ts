import { describe, expect, it } from 'vitest';

import { matchClass } from '../../../electron/directory/search/ranking';
import { SearchIndex } from '../../../electron/directory/search/search-index';
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

  describe('with letters that can be written out', () => {
    const people = [
      entry('Đorđe Đukanović', '+15005550101'),
      entry('Jörg Müller', '+15005550102'),
      entry('Joerg Mueller', '+15005550103'),
      entry('Søren Ågård', '+15005550104', { department: 'Køb', aliases: ['Ærø'] }),
      entry('Þórunn Weiß', '+15005550105'),
      entry('Łukasz Işıklı', '+15005550106'),
    ];

    it.each([
      ['djordje', 'Đorđe Đukanović'],
      ['dorde', 'Đorđe Đukanović'],
      ['đorđe', 'Đorđe Đukanović'],
      ['djo dju', 'Đorđe Đukanović'],
      ['dorde djukanovic', 'Đorđe Đukanović'],
      ['djorjde', 'Đorđe Đukanović'],
      ['soeren', 'Søren Ågård'],
      ['soren agard', 'Søren Ågård'],
      ['aagaard', 'Søren Ågård'],
      ['koeb', 'Søren Ågård'],
      ['kob', 'Søren Ågård'],
      ['aero', 'Søren Ågård'],
      ['aeroe', 'Søren Ågård'],
      ['thorunn weiss', 'Þórunn Weiß'],
      ['lukasz isikli', 'Łukasz Işıklı'],
      ['łukasz ışıklı', 'Łukasz Işıklı'],
    ])('finds by %j first %j', (text, name) => {
      expect(namesIn(people, text)[0]).toBe(name);
    });

    it.each(['jörg müller', 'joerg mueller', 'müller j', 'mueller joe'])(
      'finds by %j both spellings of one name, and neither by a typing error',
      (text) => {
        const found = new SearchIndex(people).find(text, 5).hits;
        const exactly = found.filter((hit) => hit.class < matchClass.oneError);
        expect(exactly.map(({ name }) => name).sort()).toEqual(['Joerg Mueller', 'Jörg Müller']);
      },
    );

    it.each([
      ['jorg muller', 'Jörg Müller'],
      ['joerg mueller', 'Joerg Mueller'],
      ['djordje djukanovic', 'Đorđe Đukanović'],
      ['aeroe', 'Søren Ågård'],
    ])('takes %j for all of a name or alias: %j', (text, name) => {
      const [first] = new SearchIndex(people).find(text, 1).hits;
      expect(first).toMatchObject({ name, class: matchClass.exact });
    });

    it('takes the two spellings of one word for one word', () => {
      expect(namesIn([entry('Müller Anna', '+15005550107')], 'mu mu')).toEqual([]);
      expect(namesIn([entry('Müller Anna', '+15005550107')], 'm mu')).toEqual([]);
      expect(namesIn([entry('Đorđe Đokić', '+15005550108')], 'dj djo')).toEqual(['Đorđe Đokić']);
    });
  });

  it('finds people who have no name by their number', () => {
    expect(namesIn([entry('', '+14155550134')], '0134')).toEqual(['']);
  });
});
