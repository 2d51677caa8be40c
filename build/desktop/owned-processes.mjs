import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { pollUntil } from './poll-until.mjs';

/**
 * A process that this desktop started, in a process group of its own.
 * @typedef {object} OwnedProcess
 * @property {string} name
 * @property {number} pid also the id of its process group
 * @property {import('node:child_process').ChildProcess} child
 * @property {() => string} output the last 16 KiB of what it wrote to stdout and stderr
 * @property {() => boolean} ended
 */

/**
 * @typedef {object} OwnedProcesses
 * @property {(name: string, command: string, args: readonly string[], options: StartOptions) => Promise<OwnedProcess>} start
 *   rejects when the program cannot be started at all
 * @property {() => number[]} pids
 * @property {() => void} endNow ends every group at once, without waiting: for the exit of this process
 * @property {() => Promise<void>} end ends every group, last started first, and waits until each is gone
 */

/**
 * @typedef {object} StartOptions
 * @property {NodeJS.ProcessEnv} env
 * @property {string} [cwd]
 * @property {string} [input] written to its stdin, which is then closed
 * @property {number} [extraPipe] a further descriptor (3 or above) opened as a pipe, read through child.stdio
 */

const OUTPUT_LIMIT = 16 * 1024;
const POLITE_MS = 4000;

/**
 * Starts processes and ends exactly those, by their ids. Each gets its own process group, because
 * a panel runs its plug-ins as children and an Electron has its renderers: the group goes whole.
 * @returns {OwnedProcesses}
 */
export function ownProcesses() {
  /** @type {OwnedProcess[]} */
  const owned = [];

  return {
    async start(name, command, args, { env, cwd, input, extraPipe }) {
      /** @type {Array<'ignore' | 'pipe'>} */
      const stdio = [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'];
      if (extraPipe !== undefined) {
        while (stdio.length < extraPipe) stdio.push('ignore');
        stdio.push('pipe');
      }
      const child = spawn(command, args, { env, cwd, stdio, detached: true });
      let written = '';
      /** @param {Buffer} chunk */
      const keep = (chunk) => {
        written = (written + chunk.toString('utf8')).slice(-OUTPUT_LIMIT);
      };
      child.stdout?.on('data', keep);
      child.stderr?.on('data', keep);
      await once(child, 'spawn');
      const { pid } = child;
      if (pid === undefined) throw new Error(`${name} has no process id`);
      const process = {
        name,
        pid,
        child,
        output: () => written,
        ended: () => child.exitCode !== null || child.signalCode !== null,
      };
      owned.push(process);
      // The id of a group that is gone may be a stranger's tomorrow, and what is ended then is theirs.
      child.once('exit', () => {
        const at = owned.indexOf(process);
        if (at !== -1 && !groupLives(pid)) owned.splice(at, 1);
      });
      if (input !== undefined) {
        // A program that closed its stdin before reading shows in its exit, not here.
        child.stdin?.on('error', () => {});
        child.stdin?.end(input);
      }
      return process;
    },
    pids: () => owned.map((process) => process.pid),
    endNow() {
      for (const { pid } of owned.toReversed()) signalGroup(pid, 'SIGKILL');
    },
    async end() {
      for (const { pid, name } of owned.toReversed()) {
        if (!signalGroup(pid, 'SIGTERM')) continue;
        const gone = await pollUntil(() => !groupLives(pid), { limitMs: POLITE_MS });
        if (gone) continue;
        signalGroup(pid, 'SIGKILL');
        if (!(await pollUntil(() => !groupLives(pid), { limitMs: POLITE_MS }))) {
          throw new Error(`${name} (process group ${pid}) did not end`);
        }
      }
      owned.length = 0;
    },
  };
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} false when nothing of the group is left
 */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}

/**
 * A process that has ended but was not yet reaped (a grandchild, by whatever runs as process 1) is no
 * longer alive, though a signal still finds it.
 * @param {number} group
 * @returns {boolean} a process of the group still runs
 */
export function groupLives(group) {
  if (!signalGroup(group, 0)) return false;
  return readdirSync('/proc').some((entry) => {
    if (!/^\d+$/u.test(entry)) return false;
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      // The name before it, in brackets, may hold anything (proc(5)).
      const [state = '', , itsGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return Number(itsGroup) === group && !'ZX'.includes(state);
    } catch {
      return false;
    }
  });
}
