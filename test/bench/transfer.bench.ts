import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { startDesktop } from '../../build/desktop.mjs';
import { Baton } from '../support/baton';
import { realLine } from '../support/real-line';
import { percentile, print, row } from './printing';
import { Screen } from './screen';

/**
 * How long it takes from Enter to the first byte of the request, without a hold-back: through the X
 * server, the page, main, the guards, the keychain, the intent on the disk, and a socket that was
 * opened ahead. Run by `npm run bench`; it prints and asserts nothing.
 */
const transfers = 40;
/** Milliseconds for which a screen is looked at before keys are pressed on it. */
const calm = 150;

const widths = [38, 9];
const answer = JSON.stringify({ message: 'transferred', api_id: 'fake-api-id-for-tests' });
const response = [
  'HTTP/1.1 200 OK',
  'Content-Type: application/json',
  `Content-Length: ${answer.length}`,
  'Connection: close',
  '',
  answer,
].join('\r\n');

let firstByte: (at: number) => void = () => undefined;
let connections = 0;
const server = createServer((socket) => {
  connections += 1;
  socket.on('error', () => undefined);
  socket.once('data', () => {
    firstByte(performance.now());
    socket.end(response);
  });
});
await new Promise<void>((resolve) => {
  server.listen(0, '127.0.0.1', resolve);
});
const address = server.address();
if (address === null || typeof address === 'string') throw new Error('No port');

/** Milliseconds that one write which is synced takes on this disk: what no journal can go below. */
function syncedWrite(folder: string): number {
  const file = openSync(join(folder, 'synced'), 'a');
  const from = performance.now();
  writeSync(file, Buffer.alloc(4096));
  fsyncSync(file);
  const took = performance.now() - from;
  closeSync(file);
  return took;
}

const desktop = await startDesktop({ compositor: true });
const screen = await Screen.of(desktop);
const folder = mkdtempSync(join(tmpdir(), 'baton-bench-'));
try {
  const url = `http://127.0.0.1:${address.port}`;
  const baton = await Baton.start(desktop, { config: realLine(url) });
  const popup = await baton.page('popup');
  const took: number[] = [];
  const synced: number[] = [];
  const used: number[] = [];
  for (let at = 0; at < transfers; at += 1) {
    await baton.pressShortcut();
    await pause(calm);
    const before = connections;
    screen.type(`41555501${50 + at}`);
    await popup.getByText('Complete', { exact: true }).waitFor();
    await pause(calm);
    const arrived = new Promise<number>((resolve) => {
      firstByte = resolve;
    });
    const from = performance.now();
    screen.press('Return');
    took.push((await arrived) - from);
    used.push(connections - before);
    await popup.getByText('Plivo accepted').first().waitFor();
    await pause(3 * calm);
    screen.press('Escape');
    await pause(3 * calm);
    synced.push(syncedWrite(folder));
  }
  await baton.close();
  print(row(['milliseconds', 'Baton'], widths));
  for (const share of [50, 95]) {
    print(row([`Enter to the first byte, p${share}`, percentile(took, share).toFixed(1)], widths));
  }
  print(row(['one synced write of this disk, p50', percentile(synced, 50).toFixed(1)], widths));
  print(row(['new connections after Enter, most', String(Math.max(...used))], widths));
} finally {
  screen.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
  await desktop.dispose();
}
