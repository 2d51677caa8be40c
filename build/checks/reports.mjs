import { readFileSync } from 'node:fs';

/**
 * @param {string} file vitest's JSON report (its form is Jest's)
 * @returns {import('./tally.mjs').Counts | null} null when it cannot be read
 */
export function readVitestReport(file) {
  const report = readJson(file);
  const [passed, failed] = numbers(report, ['numPassedTests', 'numFailedTests']);
  const [pending, todo] = numbers(report, ['numPendingTests', 'numTodoTests']);
  const [failedFiles] = numbers(report, ['numFailedTestSuites']);
  if (passed === undefined || failed === undefined || failedFiles === undefined) return null;
  // A file that breaks before its first test has no failed test, only a failed suite.
  const broken = failed === 0 && failedFiles > 0 ? failedFiles : 0;
  return { passed, failed: failed + broken, skipped: (pending ?? 0) + (todo ?? 0) };
}

/**
 * @param {string} file Playwright's JSON report
 * @returns {import('./tally.mjs').Counts | null} null when it cannot be read; a test that passed
 *   only when it was tried again counts as failed
 */
export function readPlaywrightReport(file) {
  const report = readJson(file);
  const stats = isRecord(report) ? report['stats'] : undefined;
  const [expected, unexpected, flaky, skipped] = numbers(stats, [
    'expected',
    'unexpected',
    'flaky',
    'skipped',
  ]);
  if (expected === undefined || unexpected === undefined) return null;
  return { passed: expected, failed: unexpected + (flaky ?? 0), skipped: skipped ?? 0 };
}

/**
 * @param {string} file
 * @returns {unknown}
 */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * @param {unknown} value
 * @param {readonly string[]} names
 * @returns {Array<number | undefined>}
 */
function numbers(value, names) {
  return names.map((name) => {
    const one = isRecord(value) ? value[name] : undefined;
    return typeof one === 'number' ? one : undefined;
  });
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isRecord(value) {
  return typeof value === 'object' && value !== null;
}
