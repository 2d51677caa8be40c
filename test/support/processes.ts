import { readdirSync, readFileSync } from 'node:fs';

/** What a process shows to others, or null where it has ended or is closed to this user. */
export function readOfProcess(pid: number, file: 'cmdline' | 'environ' | 'stat'): Buffer | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`);
  } catch {
    return null;
  }
}

/** Null where the process is gone. The name in brackets may hold blanks and brackets itself. */
function parentOf(pid: number): number | null {
  const stat = readOfProcess(pid, 'stat')?.toString('latin1') ?? '';
  const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return parent === undefined ? null : Number(parent);
}

/** A process and all that descend from it, by their ids. */
export function processTree(root: number): number[] {
  const parents = new Map<number, number | null>();
  for (const name of readdirSync('/proc')) {
    if (/^\d+$/u.test(name)) parents.set(Number(name), parentOf(Number(name)));
  }
  const belongs = (pid: number): boolean => {
    if (pid === root) return true;
    const parent = parents.get(pid) ?? null;
    return parent !== null && parent !== 0 && belongs(parent);
  };
  return [...parents.keys()].filter(belongs);
}

/** The command line of a process, its parts with blanks between them. */
export function commandLine(pid: number): string {
  return (readOfProcess(pid, 'cmdline')?.toString('utf8') ?? '').replaceAll('\0', ' ');
}

/** The renderers among Baton's processes. */
export function renderersOf(root: number): number[] {
  return processTree(root).filter((pid) => commandLine(pid).includes('--type=renderer'));
}
