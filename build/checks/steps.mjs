import { join } from 'node:path';
import { readPlaywrightReport, readVitestReport } from './reports.mjs';

/**
 * Everything that `npm test` runs, in its order: the quick ones first.
 * @param {string} project
 * @returns {import('./run-step.mjs').Step[]}
 */
export function testSteps(project) {
  const vitestReport = join(project, '.cache', 'test', 'vitest.json');
  const playwrightReport = join(project, '.cache', 'test', 'playwright.json');
  return [
    {
      name: 'format',
      tool: 'oxfmt',
      args: ['-c', 'test/config/oxfmt.json', '--check', '.'],
    },
    {
      name: 'lint',
      tool: 'oxlint',
      args: ['-c', 'test/config/oxlint.json', '--type-aware', '--deny-warnings', '.'],
    },
    { name: 'types', tool: 'typescript', bin: 'tsc', args: ['-p', '.'] },
    {
      name: 'import directions',
      tool: 'dependency-cruiser',
      bin: 'depcruise',
      args: ['--config', 'test/config/dependency-cruiser.cjs', 'electron', 'renderer'],
    },
    { name: 'dead code', tool: 'knip', args: ['-c', 'test/config/knip.json'] },
    {
      name: 'unit and integration',
      tool: 'vitest',
      args: ['run', '--reporter=default', '--reporter=json', `--outputFile=${vitestReport}`],
      report: { file: vitestReport, read: readVitestReport },
    },
    {
      name: 'end to end',
      tool: '@playwright/test',
      bin: 'playwright',
      args: [
        'test',
        '-c',
        'test/config/playwright.config.ts',
        '--reporter=line,json',
        '--retries=0',
      ],
      env: {
        PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport,
        PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
      },
      report: { file: playwrightReport, read: readPlaywrightReport },
    },
  ];
}
