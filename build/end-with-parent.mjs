import { readFileSync } from 'node:fs';

/** How often is looked whether the parent is still there, in milliseconds. */
const LOOK_EVERY_MS = 500;

/** @param {number} pid */
function isThere(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is there too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * What Linux tells of a process; null elsewhere, and of one that has ended.
 * @param {number} pid
 * @param {'stat' | 'cmdline'} what
 */
function told(pid, what) {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'latin1');
  } catch {
    return null;
  }
}

/** The parent's id of a process, where Linux tells it. @param {number} pid */
function parentOf(pid) {
  const stat = told(pid, 'stat');
  // The name in brackets may hold blanks and brackets itself.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? null;
}

/**
 * Sends SIGTERM to this process when the one that started it has ended, or, where that is a shell
 * which does nothing but wait for it, the one that started the shell. npm hands on the signals that
 * it can hear; SIGKILL it cannot, and a server would be left that nobody knows of. It keeps nothing
 * running by itself.
 * @param {string} script what stands in the shell's command line, as npm gives it
 */
export function endWithParent(script) {
  const { ppid } = process;
  const isShell = told(ppid, 'cmdline')?.includes(script) === true;
  const above = isShell ? parentOf(ppid) : null;
  const looking = setInterval(() => {
    // Where a parent has ended, another one takes its place, except on Windows.
    const isLeft = process.ppid !== ppid || !isThere(ppid);
    const isShellLeft = above !== null && parentOf(ppid) !== above;
    if (!isLeft && !isShellLeft) return;
    clearInterval(looking);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS);
  looking.unref();
}
