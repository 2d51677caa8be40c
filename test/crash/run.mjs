// `npm run test:crash`: lets a program that makes transfers be killed at every step and at random,
// and prints what became of its attempts. CRASH_LIVES and CRASH_SEED repeat a run.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { runnerImport } from 'vite';

/** @type {{ module: typeof import('./campaign') }} */
const { module } = await runnerImport(fileURLToPath(new URL('./campaign.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
});
const lives = Number(process.env['CRASH_LIVES'] ?? 240);
const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000);
const folder = await mkdtemp(join(tmpdir(), 'baton-crash-'));
try {
  const campaign = await module.crashCampaign(folder, lives, seed);
  process.stdout.write(`${module.campaignTable(campaign)}\n`);
  process.exitCode = campaign.violations.length === 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
