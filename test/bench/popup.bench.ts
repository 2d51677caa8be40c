import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { CDPSession, Page } from '@playwright/test';

import { startDesktop } from '../../build/desktop.mjs';
import { Baton } from '../support/baton';
import { openPopup } from '../support/popup-window';
import { realLine } from '../support/real-line';
import { startRecordingServer } from '../support/recording-server';
import { madeUpDirectory } from './made-up-directory';
import { percentile, print, row } from './printing';
import { labelledQueries } from './search-queries';

/**
 * How long it takes from a key in the popup to the painted list, in the running program with a
 * directory file of so many entries; run by `npm run bench`. It prints and asserts nothing.
 */
const sizes = [1_000, 10_000, 100_000];
/** So many labelled queries are typed letter by letter. */
const typedOut = 25;
/** Milliseconds without a change of the list after which the next key is pressed. */
const quiet = 80;

const csvCell = (text: string) => `"${text.replaceAll('"', '""')}"`;

function directoryFile(folder: string, size: number): string {
  const file = join(folder, `people-${size}.csv`);
  const rows = madeUpDirectory(size).map(({ name, address, department }) =>
    [name, address, department ?? ''].map(csvCell).join(','),
  );
  writeFileSync(file, ['name,number,department', ...rows].join('\r\n'));
  return file;
}

/** Notes in the page when keys go down and when the list has been painted after it changed. */
function watchList(): void {
  const notes = { pressed: 0, painted: 0, changed: 0 };
  Object.assign(window, { batonBench: notes });
  addEventListener(
    'keydown',
    (event) => {
      notes.pressed = event.timeStamp;
      notes.painted = 0;
    },
    { capture: true },
  );
  const seen = new MutationObserver((records) => {
    const inList = records.some(({ target }) => {
      const element = target instanceof Element ? target : target.parentElement;
      const list = '[role="listbox"]';
      return element?.closest(list) !== null || element.querySelector(list) !== null;
    });
    if (!inList) return;
    notes.changed = performance.now();
    requestAnimationFrame(() => {
      // A task of its own comes after the frame has been painted.
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        notes.painted = performance.now();
      });
      port1.start();
      port2.postMessage(null);
    });
  });
  seen.observe(document.body, { subtree: true, childList: true, characterData: true });
}

async function press(cdp: CDPSession, key: string): Promise<void> {
  const isLetter = key.length === 1;
  const code = key === 'Backspace' ? 8 : 0;
  await cdp.send('Input.dispatchKeyEvent', {
    type: 'keyDown',
    key,
    windowsVirtualKeyCode: code,
    ...(isLetter && { text: key }),
  });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key, windowsVirtualKeyCode: code });
}

/** Milliseconds from the last key to the last paint of the list; null: the list stayed as it was. */
async function settled(popup: Page): Promise<number | null> {
  return await popup.evaluate(async (pause) => {
    const notes: unknown = Reflect.get(window, 'batonBench');
    const of = (name: string) => Number(Reflect.get(Object(notes), name));
    const from = performance.now();
    await new Promise<void>((resolve) => {
      const look = () => {
        const last = Math.max(from, of('changed'), of('painted'));
        if (performance.now() - last > pause) resolve();
        else setTimeout(look, 10);
      };
      look();
    });
    return of('painted') === 0 ? null : of('painted') - of('pressed');
  }, quiet);
}

async function measured(baton: Baton, texts: readonly string[]): Promise<number[]> {
  const popup = await baton.page('popup');
  await openPopup(baton);
  await popup.evaluate(watchList);
  const cdp = await popup.context().newCDPSession(popup);
  const took: number[] = [];
  for (const text of texts) {
    for (const letter of text) {
      await press(cdp, letter);
      const ms = await settled(popup);
      if (ms !== null) took.push(ms);
    }
    await popup.getByRole('combobox').fill('');
    await settled(popup);
  }
  return took;
}

const widths = [10, 8, 10, 10, 10];
const queries = labelledQueries(madeUpDirectory(sizes[0] ?? 0));
const step = Math.max(1, Math.floor(queries.length / typedOut));
const texts = queries.filter((_, n) => n % step === 0).map(({ text }) => text);
const desktop = await startDesktop({ compositor: true });
const server = await startRecordingServer();
const folder = mkdtempSync(join(tmpdir(), 'baton-bench-'));
try {
  print('Key to painted list, in milliseconds:');
  print(row(['entries', 'keys', 'p50', 'p95', 'most'], widths));
  for (const size of sizes) {
    const files = [directoryFile(folder, size)];
    const baton = await Baton.start(desktop, {
      config: realLine(server.url, { defaults: { directory: { files } } }),
    });
    try {
      await directoryRead(baton, size);
      const took = await measured(baton, texts);
      const at = (share: number) => percentile(took, share).toFixed(1);
      print(row([String(size), String(took.length), at(50), at(95), at(100)], widths));
    } finally {
      await baton.close();
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
  await server.close();
  await desktop.dispose();
}

/** Waits until the directory has been read; the popup does not say so. */
async function directoryRead(baton: Baton, size: number): Promise<void> {
  const popup = await baton.page('popup');
  for (let at = 0; at < 600; at += 1) {
    const reply = await popup.evaluate(async () => {
      const bridge: unknown = Reflect.get(window, 'baton');
      const call: unknown = Reflect.get(Object(bridge), 'call');
      if (typeof call !== 'function') return null;
      const answer: unknown = await Reflect.apply(call, bridge, ['popup:query', { text: 'a' }]);
      return JSON.stringify(answer);
    });
    const matches = /"matches":(\d+)/.exec(reply ?? '')?.[1];
    if (Number(matches) > size / 100) return;
    await popup.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  }
  throw new Error('The directory was not read');
}
