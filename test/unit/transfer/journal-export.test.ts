import { describe, expect, it } from 'vitest';

import type { EndedAttempt } from '../../../electron/contract/transfer';
import { exportCsv, exportJson } from '../../../electron/transfer/journal-export';
import { accepted, maria, running } from './examples';

const attempt = (changes: Partial<EndedAttempt> = {}): EndedAttempt => ({
  ...running(),
  ...accepted,
  agentWord: null,
  ...changes,
});

const named = (name: string) => attempt({ destination: { ...maria, name } });

/** A CSV read back as RFC 4180 says: cells of rows. */
function read(csv: string): string[][] {
  const cells = [...csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  expect(cells.map(([all]) => all).join('')).toBe(csv);
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of cells) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

const headings = [
  'startedAt',
  'outcome',
  'name',
  'address',
  'role',
  'lineId',
  'lineName',
  'tookMs',
  'status',
  'apiId',
  'reason',
  'plivoReason',
  'retryAfterSeconds',
  'cause',
  'agentWord',
  'id',
];

describe('the history as CSV', () => {
  it('has a row of headings and a row for each attempt, empty cells where nothing is known', () => {
    expect(read(exportCsv([attempt(), attempt({ status: null, apiId: null })]))).toEqual([
      headings,
      [
        '2025-03-04T05:06:07.890Z',
        'accepted',
        'Maria Alvarez',
        "'+14155550134",
        'agent',
        'support',
        'Support line',
        '123.4',
        '201',
        '8c77b816-d621-4028-afc8-1aeab1d497a8',
        'accepted',
        '',
        '',
        '',
        '',
        'attempt-1',
      ],
      expect.arrayContaining(['accepted', '']),
    ]);
  });

  it('has the rows one after the other with nothing between them', () => {
    const [head, row] = read(exportCsv([attempt()]));
    expect(read(exportCsv([attempt(), attempt()]))).toEqual([head, row, row]);
  });

  it('leaves numbers as numbers, and the time empty where it is none', () => {
    const [, row] = read(exportCsv([attempt({ tookMs: -5, startedAt: Number.NaN })]));
    expect(row?.[7]).toBe('-5');
    expect(row?.[0]).toBe('');
  });

  it('has the reason in all its parts', () => {
    const reason = {
      code: 'http-429',
      status: 429,
      plivoReason: 'slow down',
      retryAfterSeconds: 30,
      cause: 'EXAMPLE',
    } as const;
    const [, row] = read(exportCsv([attempt({ outcome: 'refused', reason })]));
    expect(row?.slice(10, 14)).toEqual(['http-429', 'slow down', '30', 'EXAMPLE']);
  });

  it('is only its headings where there is nothing', () => {
    expect(exportCsv([])).toBe(`${headings.join(',')}\r\n`);
  });

  it.each([
    ['a comma', 'Alvarez, Maria'],
    ['quotes', 'Maria "Mia" Alvarez'],
    ['line ends', 'Maria\r\nAlvarez\nBilling\rx'],
    ['a quote at each end', '"'],
    ['letters of every sort', 'Zoë Ünal 李雷 🎧'],
  ])('keeps %s in one cell', (_, name) => {
    expect(read(exportCsv([named(name)]))[1]?.[2]).toBe(name);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x'])(
    'puts an apostrophe before %j, which a spreadsheet might run',
    (name) => {
      expect(read(exportCsv([named(name)]))[1]?.[2]).toBe(`'${name}`);
    },
  );

  it('leaves such a character alone inside a text', () => {
    expect(read(exportCsv([named('a=1+1')]))[1]?.[2]).toBe('a=1+1');
  });
});

describe('the history as JSON', () => {
  it('is an array of objects with the values as they are', () => {
    const odd = named('=1+1 "x"\n');
    expect(JSON.parse(exportJson([attempt({ agentWord: 'still-on-call' }), odd]))).toEqual([
      {
        startedAt: '2025-03-04T05:06:07.890Z',
        outcome: 'accepted',
        name: 'Maria Alvarez',
        address: '+14155550134',
        role: 'agent',
        lineId: 'support',
        lineName: 'Support line',
        tookMs: 123.4,
        status: 201,
        apiId: '8c77b816-d621-4028-afc8-1aeab1d497a8',
        reason: 'accepted',
        plivoReason: null,
        retryAfterSeconds: null,
        cause: null,
        agentWord: 'still-on-call',
        id: 'attempt-1',
      },
      expect.objectContaining({ name: '=1+1 "x"\n' }),
    ]);
  });

  it('is an empty array where there is nothing', () => {
    expect(exportJson([])).toBe('[]\n');
  });
});
