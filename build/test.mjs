// `npm test`: sets up, runs every check and every test, and ends with one line of counts.
import { PROJECT } from './project.mjs';
import { runStep } from './checks/run-step.mjs';
import { testSteps } from './checks/steps.mjs';
import { summarise } from './checks/tally.mjs';
import { ensureSetUp, runCommand } from './setup.mjs';

await runCommand(async () => {
  /** @type {import('./checks/tally.mjs').StepResult[]} */
  const results = [];
  try {
    await ensureSetUp({ runtime: true, desktop: true });
    for (const step of testSteps(PROJECT)) results.push(await runStep(PROJECT, step));
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
    results.push({ name: 'set-up', passed: 0, failed: 1, skipped: 0, seconds: 0 });
  }
  const { table, lastLine, exitCode } = summarise(results);
  process.stdout.write(`\n${table}\n\n${lastLine}\n`);
  return exitCode;
});
