import { describe, expect, it } from 'vitest';

import { readRows } from '../../../electron/directory/import/csv-rows';
import {
  entriesOf,
  openDirectoryFile,
  type DirectoryFile,
} from '../../../electron/directory/import/directory-file';
import { tablePeople } from '../../../electron/directory/import/table-people';
import { entry, taken } from '../../support/directory-files';

const lines = (...rows: string[]): string => rows.join('\n');

function opened(content: string): DirectoryFile {
  const file = openDirectoryFile('people.csv', Buffer.from(content));
  if (!file.ok) throw new Error(file.error.code);
  return file.value;
}

const anna = entry({ name: 'Anna, A.', address: '+14155550134' });

describe('the delimiter of a table', () => {
  it.each([',', ';', '\t', '|'])('is found where it is %j, with others in the cells', (mark) => {
    const table = lines(
      ['Name', 'Number', 'Notes; or, so'].join(mark),
      ['"Anna, A."', '+1 415 555 0134', '"a,b;c|d"'].join(mark),
    );
    expect(taken('people.csv', table)).toMatchObject({ ok: true, value: { entries: [anna] } });
  });

  it('is found without names of columns', () => {
    const table = lines('Anna, A.;+1 415 555 0134', 'Ben, B.;+1 415 555 0135');
    expect(taken('people.csv', table)).toMatchObject({
      ok: true,
      value: { entries: [anna, { name: 'Ben, B.', address: '+14155550135' }] },
    });
  });

  it('is the one that the first line names', () => {
    const table = lines('sep=*', 'name*number', 'Anna, A.*+14155550134');
    expect(taken('people.csv', table)).toMatchObject({ ok: true, value: { entries: [anna] } });
  });

  it.each(['^', '~', ':', '*', '§', '\u00a6', '=', '/'])(
    'is any other mark of the first line, as %j, where the usual ones make no sense',
    (mark) => {
      const table = lines(`Name${mark}Number`, `Anna, A.${mark}+14155550134`);
      expect(taken('people.csv', table)).toMatchObject({ ok: true, value: { entries: [anna] } });
      const unnamed = lines(`Anna, A.${mark}+14155550134`, `Ben${mark}+14155550135`);
      expect(taken('people.csv', unnamed)).toMatchObject({
        ok: true,
        value: { entries: [anna, {}] },
      });
    },
  );

  it('is no mark within the cells of a table that has a usual one', () => {
    const table = lines('Who:Name,Number', 'Anna: A.,tel:+14155550134');
    expect(taken('people.csv', table)).toMatchObject({
      ok: true,
      value: { entries: [{ address: '+14155550134' }] },
    });
  });
});

describe('a row of a table', () => {
  it('begins on its line of the file, behind line breaks in quotes and blank lines', () => {
    const table = lines('a,b', '"1', '', '2",x', '', ' , ', 'y,z', '"q""q",');
    expect(readRows(table, { delimiter: ',', start: 0 }).rows).toEqual([
      { line: 1, cells: ['a', 'b'], source: 'a,b\n' },
      { line: 2, cells: ['1\n\n2', 'x'], source: '"1\n\n2",x\n' },
      { line: 7, cells: ['y', 'z'], source: 'y,z\n' },
      { line: 8, cells: ['q"q', ''], source: '"q""q",' },
    ]);
  });

  it('with broken quotes is given up alone', () => {
    const table = lines(
      'name,number',
      '"Anna "Annie" A.",+14155550134',
      'Ben,+14155550135',
      '"Cleo,+14155550136',
      'Dan,+14155550137',
      '"Eve",+14155550138',
    );
    expect(taken('people.csv', table)).toEqual({
      ok: true,
      value: {
        entries: [
          entry({ name: 'Ben', address: '+14155550135' }),
          entry({ name: 'Dan', address: '+14155550137' }),
          entry({ name: 'Eve', address: '+14155550138' }),
        ],
        rejected: [
          { line: 2, text: '"Anna "Annie" A.",+14155550134', reason: 'row-unreadable' },
          { line: 4, text: '"Cleo,+14155550136', reason: 'row-unreadable' },
        ],
      },
    });
  });

  it('may be shorter or longer than the table', () => {
    const table = lines(
      'name,number,department',
      'Anna,+14155550134',
      'Ben,+14155550135,Billing,x,y',
    );
    expect(taken('people.csv', table)).toMatchObject({
      value: {
        entries: [
          { name: 'Anna', department: null },
          { name: 'Ben', department: 'Billing' },
        ],
        rejected: [],
      },
    });
  });

  it('is not read behind the most that are', () => {
    expect(readRows('a\nb\n\nc\nd', { delimiter: ',', start: 0 }, 2)).toMatchObject({
      rows: [{ line: 1 }, { line: 2 }],
      rest: { line: 4, cells: ['c'] },
    });
  });

  it('is listed as the first one that is too many', () => {
    const rest = { line: 250_001, cells: ['Ben', '1'], source: 'Ben,1\n' };
    const table = { headers: ['name'], recognised: [], needsMapping: false, rows: [], rest };
    expect(tablePeople(table, ['name'])).toEqual([
      { kind: 'rejected', row: { line: 250_001, text: 'Ben,1', reason: 'directory-full' } },
    ]);
  });

  it('may be cut by the stretches that are read at a time', () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, row) => `"P\n${row}",+1415${2_000_000 + row},"${'x'.repeat(row % 90)}\n"`,
    );
    const read = readRows(rows.join('\n'), { delimiter: ',', start: 0 });
    expect(read.rows.map(({ cells }) => cells?.[0])).toEqual(rows.map((_, row) => `P\n${row}`));
    expect(read.rows.map(({ line }) => line)).toEqual(rows.map((_, row) => 1 + row * 3));
  });

  it('of more than 256 KB is unreadable, and the next one is read', () => {
    const long = 'x'.repeat(300_000);
    const lineBreaks = 'x\n'.repeat(150_000);
    const { rows } = readRows(`${long},1\nBen,2\n"${lineBreaks}",3`, { delimiter: ',', start: 0 });
    expect(rows.slice(0, 3)).toMatchObject([
      { line: 1, cells: null },
      { line: 2, cells: ['Ben', '2'] },
      { line: 3, cells: null, source: '"x\n' },
    ]);
  });
});

describe('the columns of a table', () => {
  it('are proposed with their names and some of what they hold', () => {
    const file = opened(
      lines('Name;Phone;Colour', 'Anna;+14155550134;red', 'Ben;;', 'Cleo;x;blue'),
    );
    expect(file).toMatchObject({ format: 'csv', encoding: 'UTF-8', needsMapping: false, rows: 3 });
    expect(file.columns).toEqual([
      { header: 'Name', samples: ['Anna', 'Ben', 'Cleo'], meaning: 'name' },
      { header: 'Phone', samples: ['+14155550134', 'x'], meaning: 'number' },
      { header: 'Colour', samples: ['red', 'blue'], meaning: 'ignore' },
    ]);
  });

  it('with names that nobody knows wait for a mapping, with a proposal by what they hold', () => {
    const file = opened(lines('Who,Where,Group', 'Anna,+14155550134,A', 'Ben,+14155550135,B'));
    expect(file.needsMapping).toBe(true);
    expect(file.columns.map(({ meaning }) => meaning)).toEqual(['name', 'number', 'ignore']);
    expect(entriesOf(file, { region: 'US', mapping: null })).toEqual({
      ok: false,
      error: { code: 'columns-unknown' },
    });
    expect(entriesOf(file, { region: 'US', mapping: ['name', 'number', 'department'] })).toEqual({
      ok: true,
      value: {
        entries: [
          entry({ name: 'Anna', address: '+14155550134', department: 'A', label: 'Where' }),
          entry({ name: 'Ben', address: '+14155550135', department: 'B', label: 'Where' }),
        ],
        rejected: [],
      },
    });
  });

  it('without names are known by what they hold, whatever is in the first row', () => {
    const file = opened(lines('Anna,42,+14155550134', 'Ben,43,(415) 555-0135', 'Mobile,44,'));
    expect(file.needsMapping).toBe(false);
    expect(file.columns.map(({ header, meaning }) => [header, meaning])).toEqual([
      ['', 'name'],
      ['', 'ignore'],
      ['', 'number'],
    ]);
    expect(entriesOf(file, { region: 'US', mapping: null })).toMatchObject({
      value: {
        entries: [{ name: 'Anna' }, { name: 'Ben' }],
        rejected: [{ line: 3, text: 'Mobile, 44', reason: 'no-address' }],
      },
    });
  });

  it('are recognised anew where a mapping is of another number of columns', () => {
    const file = opened(lines('Name,Number,Department', 'Anna,+14155550134,Billing'));
    expect(entriesOf(file, { region: 'US', mapping: ['number', 'name'] })).toMatchObject({
      value: { entries: [{ name: 'Anna', address: '+14155550134', department: 'Billing' }] },
    });
  });

  it('give nothing where a mapping says nowhere whom to call', () => {
    const file = opened(lines('Name,Number', 'Anna,+14155550134'));
    expect(entriesOf(file, { region: 'US', mapping: ['name', 'department'] })).toEqual({
      ok: false,
      error: { code: 'columns-unknown' },
    });
  });

  it('are 200 at most', () => {
    const wide = Array.from({ length: 300 }, (_, column) => `c${column}`);
    const file = opened(lines(['name', 'number', ...wide].join(','), 'Anna,+14155550134'));
    expect(file.columns).toHaveLength(200);
  });

  it.each(['', '\n\n', 'name,number', 'name,number\n,\n'])(
    'are nothing without rows: %j',
    (table) => {
      expect(taken('people.csv', table)).toEqual({ ok: false, error: { code: 'no-rows' } });
    },
  );
});
