import { describe, expect, it } from 'vitest';
import { countCheck, countRunner, summarise } from '../../../build/checks/tally.mjs';

const step = (name: string, counts: { passed: number; failed: number; skipped: number }) => ({
  name,
  seconds: 1,
  ...counts,
});

describe('the count of a test run', () => {
  it('adds up every step and ends well when nothing failed', () => {
    const summary = summarise([
      step('format', countCheck(true)),
      step('unit', countRunner({ passed: 41, failed: 0, skipped: 0 }, true)),
    ]);
    expect(summary.lastLine).toBe('42 passed, 0 failed');
    expect(summary.exitCode).toBe(0);
  });

  it('fails when a single test of one runner failed, and still counts the others', () => {
    const summary = summarise([
      step('format', countCheck(true)),
      step('unit', countRunner({ passed: 40, failed: 1, skipped: 0 }, false)),
      step('end to end', countRunner({ passed: 9, failed: 0, skipped: 0 }, true)),
    ]);
    expect(summary.lastLine).toBe('50 passed, 1 failed');
    expect(summary.exitCode).toBe(1);
  });

  it('fails when a check failed', () => {
    expect(summarise([step('lint', countCheck(false))])).toMatchObject({
      lastLine: '0 passed, 1 failed',
      exitCode: 1,
    });
  });

  it('names skipped tests where there are any', () => {
    const summary = summarise([step('unit', { passed: 2, failed: 0, skipped: 3 })]);
    expect(summary.lastLine).toBe('2 passed, 0 failed, 3 skipped');
  });

  it('counts a runner that executed nothing as one failure, whatever its exit code', () => {
    expect(countRunner({ passed: 0, failed: 0, skipped: 7 }, true)).toMatchObject({
      failed: 1,
      skipped: 7,
    });
  });

  it('counts a runner that left no report as one failure', () => {
    expect(countRunner(null, true)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('counts a runner that broke outside its tests as one failure', () => {
    expect(countRunner({ passed: 12, failed: 0, skipped: 0 }, false)).toMatchObject({
      passed: 12,
      failed: 1,
    });
  });

  it('fails when there was no step at all', () => {
    expect(summarise([])).toMatchObject({ lastLine: '0 passed, 0 failed', exitCode: 1 });
  });
});
