import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { startDesktop } from '../../build/desktop.mjs';
import { launcherPath } from '../support/baton';
import { realLine } from '../support/real-line';
import { makeBareApp } from './bare-app';
import { percentile, print, row } from './printing';
import { busySeconds, memoryOf } from './process-cost';
import { StartedProgram } from '../support/started-program';

/**
 * What Baton costs beside a bare Electron app in the same run: from the start to the armed shortcut,
 * and what it takes when nothing happens. Run by `npm run bench`; it prints and asserts nothing.
 */
const starts = 8;
/** Seconds after a start before its memory is read, and for which its idling is watched. */
const calm = 8;
const watched = 20;

const widths = [38, 9, 9, 7];
const ratios = (title: string, baton: readonly number[], bare: readonly number[], digits = 0) => {
  for (const share of [50, 95]) {
    const [ours, theirs] = [percentile(baton, share), percentile(bare, share)];
    const cells = [ours.toFixed(digits), theirs.toFixed(digits), (ours / theirs).toFixed(2)];
    print(row([`${title}, p${share}`, ...cells], widths));
  }
};

const desktop = await startDesktop({ compositor: true });
const folder = mkdtempSync(join(tmpdir(), 'baton-bench-'));
try {
  const bareFile = await makeBareApp(folder);
  const config = join(folder, 'config.json');
  writeFileSync(config, JSON.stringify(realLine('http://127.0.0.1:9')), { mode: 0o600 });
  const batonArgs = [`--user-data-dir=${join(folder, 'baton')}`, `--config=${config}`, '--hidden'];
  const bareArgs = [`--user-data-dir=${join(folder, 'bare')}`];
  const startBaton = () => new StartedProgram(desktop, launcherPath(), batonArgs);
  const startBare = () => new StartedProgram(desktop, bareFile, bareArgs);
  const armed = { baton: /^baton: armed/mu, bare: /^bare: ready/mu };

  const took = { baton: [] as number[], bare: [] as number[] };
  const memory = { baton: [] as number[], bare: [] as number[] };
  // The first ones fill the caches of the disk, and take the token into the keychain.
  for (let at = -1; at < starts; at += 1) {
    for (const [name, start] of [
      ['bare', startBare],
      ['baton', startBaton],
    ] as const) {
      const program = start();
      const ms = await program.until(armed[name]);
      if (at >= 0) took[name].push(ms);
      if (at >= 0 && at < 3) {
        await pause(calm * 1000);
        memory[name].push(memoryOf(program.pid));
      }
      await program.end();
    }
  }
  print(row(['', 'Baton', 'bare app', 'ratio'], widths));
  ratios('start to armed shortcut (ms)', took.baton, took.bare);
  ratios('memory at rest, PSS (MiB)', memory.baton, memory.bare);

  const both = [startBaton(), startBare()];
  const [baton, bare] = both;
  await baton?.until(armed.baton);
  await bare?.until(armed.bare);
  await pause(calm * 1000);
  const before = both.map(({ pid }) => busySeconds(pid));
  await pause(watched * 1000);
  const busy = both.map(({ pid }, at) => ((busySeconds(pid) - (before[at] ?? 0)) / watched) * 100);
  print(row(['idle (% of a core)', ...busy.map((share) => share.toFixed(2))], widths));
  for (const program of both) await program.end();
} finally {
  rmSync(folder, { recursive: true, force: true });
  await desktop.dispose();
}
