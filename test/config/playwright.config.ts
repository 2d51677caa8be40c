import { defineConfig } from '@playwright/test';

/** Every test has a desktop of its own, so that two can run side by side on two cores. */
export default defineConfig({
  testDir: '../e2e',
  outputDir: '../../test-results',
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    [
      'json',
      { outputFile: process.env['BATON_E2E_REPORT'] ?? '../../.cache/test/playwright.json' },
    ],
  ],
});
