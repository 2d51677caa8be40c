// Prints how long the history takes at 100,000 attempts.
import { fileURLToPath } from 'node:url';

import { runnerImport } from 'vite';

await runnerImport(fileURLToPath(new URL('./history.bench.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
});
