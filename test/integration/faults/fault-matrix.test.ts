import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { injectLookups } from '../../support/fault-names';
import { makeCertificates, type Certificates } from '../plivo/certificates';
import { bodyRows } from './body-rows';
import { findings, promises } from './findings';
import { framingRows } from './framing-rows';
import { gatewayRows } from './gateway-rows';
import { printedTable } from './printed-table';
import { reachRows } from './reach-rows';
import { playAll } from './play-all';
import type { Row } from './row';
import type { Observed } from './run-row';
import { statusRows } from './status-rows';
import { wireRows } from './wire-rows';

const groups: readonly (readonly [string, readonly Row[]])[] = [
  ['the way to the server', reachRows],
  ['a proxy on the way', gatewayRows],
  ['the wire under the exchange', wireRows],
  ['the status of the answer', statusRows],
  ['the framing of the answer', framingRows],
  ['the body of the answer', bodyRows],
];
/** Most rows wait, for a time limit or for each other's servers. */
const atOnce = 16;
const allRows = groups.flatMap(([, rows]) => rows);

let certificates: Certificates;
let restoreLookups: () => void;
let playing: ReadonlyMap<Row, Promise<Observed>>;
const seen = new Map<Row, Observed>();

beforeAll(() => {
  certificates = makeCertificates();
  const lookups = allRows.flatMap(({ fault: { host, lookup } }) =>
    host !== undefined && lookup !== undefined ? [[host, lookup] as const] : [],
  );
  restoreLookups = injectLookups(Object.fromEntries(lookups));
  playing = playAll(allRows, certificates, atOnce);
});

afterAll(() => {
  restoreLookups();
  certificates.remove();
  process.stdout.write(printedTable(seen));
});

/** Not the token in any form, nor the password of a proxy. */
const secrets = /fake-token-for-tests|fake-proxy-password|Basic [A-Za-z0-9+/]|TUFGQUtF/;

const titled = (rows: readonly Row[]) =>
  rows.map((row) => [`${row.name} [${row.way}]: ${row.expected.outcome}`, row] as const);

describe.each(groups)('%s', { timeout: 60_000 }, (_, rows) => {
  it.each(titled(rows))('%s', async (_title, row) => {
    const observed = await playing.get(row);
    if (observed === undefined) throw new Error('The row was not played');
    seen.set(row, observed);
    expect(findings(row, observed)).toEqual(promises(row));
    expect(JSON.stringify([observed.verdict, observed.evidence])).not.toMatch(secrets);
  });
});

describe('the fault matrix', () => {
  it('has at least 120 rows, each of its own', () => {
    const names = allRows.map(({ name, way, expected }) => `${name} [${way}] ${expected.endedBy}`);
    expect(names.length).toBeGreaterThanOrEqual(120);
    expect(new Set(names).size).toBe(names.length);
  });
});
