import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { startDesktop } from '../../build/desktop.mjs';
import { Baton, launcherPath } from '../support/baton';
import { realLine } from '../support/real-line';
import { StartedProgram } from '../support/started-program';
import { bareKey, makeBareApp } from './bare-app';
import { percentile, print, row } from './printing';
import { Screen, type Place } from './screen';

/**
 * How long it takes from the shortcut's press to the window on the screen, beside a bare Electron
 * window in the same run, and from when on no key is lost. Run by `npm run bench`; it prints and
 * asserts nothing. What is looked at is a pixel of the X server, not what a page says of itself.
 */
const openings = 60;
const firsts = 8;
/** Milliseconds after the press at which the first key is typed. */
const waits = [0, 20, 40, 60, 100];
const rounds = 10;
/** Milliseconds in which a window that was closed has given the focus back. */
const calm = 120;
const number = '4155550134';

const widths = [38, 9, 9, 7];
const desktop = await startDesktop({ compositor: true });
const screen = await Screen.of(desktop);
const folder = mkdtempSync(join(tmpdir(), 'baton-bench-'));

/** A pixel that the window covers, in its field; the background around it is of one colour. */
const inPopup: Place = { x: 640, y: 200 };
const inBare: Place = { x: 640, y: 400 };
const background = await screen.pixel(inPopup.x, inPopup.y);

/** Milliseconds from the press to the changed pixel; the window is closed again after it. */
async function openingTime(key: string, place: Place): Promise<number> {
  const from = performance.now();
  screen.press('Control', 'Alt', key);
  const took = (await screen.until(place, background, false)) - from;
  await pause(calm);
  screen.press('Control', 'Alt', key);
  await screen.until(place, background, true);
  await pause(calm);
  return took;
}

try {
  const config = join(folder, 'config.json');
  writeFileSync(config, JSON.stringify(realLine('http://127.0.0.1:9')), { mode: 0o600 });
  const startBaton = () => {
    const args = [`--user-data-dir=${join(folder, 'baton')}`, `--config=${config}`, '--hidden'];
    return new StartedProgram(desktop, launcherPath(), args);
  };
  const startBare = async () =>
    new StartedProgram(desktop, await makeBareApp(folder), [
      `--user-data-dir=${join(folder, 'bare')}`,
    ]);

  const first: number[] = [];
  for (let at = 0; at < firsts; at += 1) {
    const program = startBaton();
    await program.until(/^baton: ready/mu);
    await pause(1000);
    first.push(await openingTime('b', inPopup));
    await program.end();
  }

  const baton = startBaton();
  const bare = await startBare();
  await baton.until(/^baton: ready/mu);
  await bare.until(/^bare: loaded/mu);
  await pause(1000);
  const warm = { baton: [] as number[], bare: [] as number[] };
  for (let at = -5; at < openings; at += 1) {
    const ours = await openingTime('b', inPopup);
    const theirs = await openingTime(bareKey, inBare);
    if (at < 0) continue;
    warm.baton.push(ours);
    warm.bare.push(theirs);
  }
  await baton.end();
  await bare.end();

  print(row(['milliseconds', 'Baton', 'bare', 'ratio'], widths));
  for (const share of [50, 95]) {
    const [ours, theirs] = [percentile(warm.baton, share), percentile(warm.bare, share)];
    const cells = [ours.toFixed(1), theirs.toFixed(1), (ours / theirs).toFixed(2)];
    print(row([`shortcut to the window, p${share}`, ...cells], widths));
  }
  for (const share of [50, 100]) {
    print(row([`first opening, p${share}`, percentile(first, share).toFixed(1)], widths));
  }
  await printLostKeys();
} finally {
  screen.close();
  rmSync(folder, { recursive: true, force: true });
  await desktop.dispose();
}

/** Types right after the press, and counts what came into the field. */
async function printLostKeys(): Promise<void> {
  const baton = await Baton.start(desktop, { config: realLine('http://127.0.0.1:9') });
  try {
    const popup = await baton.page('popup');
    const field = popup.getByRole('combobox');
    for (const wait of waits) {
      let arrived = 0;
      for (let at = 0; at < rounds; at += 1) {
        screen.press('Control', 'Alt', 'b');
        await pause(wait);
        screen.type(number);
        await screen.until(inPopup, background, false);
        await pause(3 * calm);
        arrived += (await field.inputValue()).replaceAll(/\D/gu, '').length;
        await field.fill('');
        screen.press('Escape');
        await screen.until(inPopup, background, true);
        await pause(calm);
      }
      const share = (100 * arrived) / (rounds * number.length);
      print(row([`keys kept, typed ${wait} ms after`, `${share.toFixed(0)} %`], widths));
    }
  } finally {
    await baton.close();
  }
}
