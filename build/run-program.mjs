import { spawn } from 'node:child_process';

/**
 * @typedef {object} Finished
 * @property {number | null} code null when a signal ended it or it could not be started
 * @property {string} stdout
 * @property {string} stderr the reason when it could not be started
 * @property {boolean} timedOut
 */

/**
 * Runs a program to its end and keeps what it wrote. Never rejects: a program that is not there
 * is an answer too (code null).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {string} [options.cwd]
 * @param {string} [options.input]
 * @param {number} [options.limitMs] after which it is ended by its id
 * @returns {Promise<Finished>}
 */
export function runProgram(command, args, { env, cwd, input, limitMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, cwd, stdio: 'pipe' });
    let stdout = '';
    let stderr = '';
    let timedOut = false;
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
    const timer =
      limitMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
          }, limitMs);
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: null, stdout, stderr: `${stderr}${error.message}`, timedOut });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr, timedOut });
    });
  });
}
