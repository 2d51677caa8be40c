import type { Certificates } from '../plivo/certificates';
import { connectionWith } from '../plivo/connection-fixture';
import type { Row } from './row';
import { runRow, type Observed } from './run-row';

/** Plays the rows in their order, some at once; each row's promise settles when it is played. */
export function playAll(
  rows: readonly Row[],
  certificates: Certificates,
  atOnce: number,
): ReadonlyMap<Row, Promise<Observed>> {
  const other = connectionWith({ caFile: () => certificates.caFile });
  const played = new Map<Row, Promise<Observed>>();
  const waiting: (() => Promise<void>)[] = [];
  for (const row of rows) {
    const observed = new Promise<Observed>((resolve, reject) => {
      waiting.push(() => runRow(row, certificates, other).then(resolve, reject));
    });
    // A row that breaks down is told of by its own test.
    observed.catch(() => undefined);
    played.set(row, observed);
  }
  const playOn = async () => {
    for (let play = waiting.shift(); play; play = waiting.shift()) await play();
  };
  for (let lane = 0; lane < atOnce; lane += 1) void playOn();
  return played;
}
