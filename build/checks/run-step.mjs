import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { exitOf } from '../exit-of.mjs';
import { countCheck, countRunner } from './tally.mjs';

/**
 * One step of the test run.
 * @typedef {object} Step
 * @property {string} name
 * @property {string} tool the npm package that brings the program
 * @property {string} [bin] the program's name, where it is not the package's
 * @property {readonly string[]} args
 * @property {NodeJS.ProcessEnv} [env]
 * @property {{ file: string, read: (file: string) => import('./tally.mjs').Counts | null }} [report]
 *   of a test runner; a step without one counts as one test
 */

/**
 * @param {string} project
 * @param {Step} step
 * @returns {Promise<import('./tally.mjs').StepResult>}
 */
export async function runStep(project, { name, tool, bin = tool, args, env, report }) {
  process.stdout.write(`\n── ${name}\n`);
  const began = performance.now();
  // A report of an earlier run must never speak for this one.
  if (report !== undefined) rmSync(report.file, { force: true });
  let succeeded = false;
  try {
    const program = binaryOf(project, tool, bin);
    const child = spawn(process.execPath, [program, ...args], {
      cwd: project,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    succeeded = (await exitOf(child)) === 0;
  } catch (error) {
    process.stdout.write(`${String(error)}\n`);
  }
  const counts =
    report === undefined ? countCheck(succeeded) : countRunner(report.read(report.file), succeeded);
  return { name, seconds: (performance.now() - began) / 1000, ...counts };
}

/**
 * @param {string} project
 * @param {string} tool
 * @param {string} bin
 */
function binaryOf(project, tool, bin) {
  const folder = join(project, 'node_modules', tool);
  const { bin: bins } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const path = typeof bins === 'string' ? bins : bins[bin];
  if (typeof path !== 'string') throw new Error(`${tool} has no program ${bin}.`);
  return join(folder, path);
}
