import { readFileSync } from 'node:fs';

import { processTree, readOfProcess } from '../support/processes';

/** Clock ticks in a second, as `/proc` counts them on every Linux that Electron runs on. */
const ticks = 100;

/** Memory of a program and all its processes in MiB: what they share is counted once (PSS). */
export function memoryOf(pid: number): number {
  const kilobytes = processTree(pid).map((id) => {
    const rollup = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB$/mu.exec(rollup)?.[1] ?? 0);
  });
  return kilobytes.reduce((sum, value) => sum + value, 0) / 1024;
}

/** Seconds that a program and all its processes have had a core. */
export function busySeconds(pid: number): number {
  const spent = processTree(pid).map((id) => {
    const stat = readOfProcess(id, 'stat')?.toString('latin1') ?? '';
    // From the third field on; the name before it may hold blanks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  });
  return spent.reduce((sum, value) => sum + value, 0) / ticks;
}
