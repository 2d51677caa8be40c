/**
 * What one step of the test run came to.
 * @typedef {object} StepResult
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {number} seconds
 * @property {string} [reason] why it failed, where its own output may not say so
 */

/** @typedef {Pick<StepResult, 'passed' | 'failed' | 'skipped' | 'reason'>} Counts */

/**
 * @param {boolean} succeeded
 * @returns {Counts} a check that is no test runner counts as one test
 */
export function countCheck(succeeded) {
  return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
}

/**
 * Makes sure that a runner which did not do its work never counts as green: no report, no test
 * executed, or an exit code that its report does not explain is one failure more.
 * @param {Counts | null} reported null when there is no report that can be read
 * @param {boolean} succeeded its exit code
 * @returns {Counts}
 */
export function countRunner(reported, succeeded) {
  if (reported === null) {
    return { passed: 0, failed: 1, skipped: 0, reason: 'it left no report that can be read' };
  }
  if (reported.passed + reported.failed === 0) {
    return { ...reported, failed: 1, reason: 'it executed no test' };
  }
  if (!succeeded && reported.failed === 0) {
    return { ...reported, failed: 1, reason: 'it failed outside its tests' };
  }
  return reported;
}

/**
 * @param {readonly StepResult[]} steps
 * @returns {{ table: string, lastLine: string, exitCode: 0 | 1 }}
 */
export function summarise(steps) {
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ kind) =>
    steps.reduce((total, step) => total + step[kind], 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  const width = Math.max(...steps.map(({ name }) => name.length), 0);
  const rows = steps.map(({ name, seconds, reason, ...counts }) => {
    const cells = [name.padEnd(width), `${seconds.toFixed(1)} s`.padStart(8), words(counts)];
    return `${cells.join('  ')}${reason === undefined ? '' : ` (${reason})`}`;
  });
  const nothingRan = passed + failed === 0;
  return {
    table: rows.join('\n'),
    lastLine: words({ passed, failed, skipped }),
    exitCode: failed > 0 || nothingRan ? 1 : 0,
  };
}

/** @param {{ passed: number, failed: number, skipped: number }} counts */
function words({ passed, failed, skipped }) {
  const both = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${both}, ${skipped} skipped` : both;
}
