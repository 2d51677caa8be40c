// `npm run practice -- --port=N`: the practice line alone, in plain Node, without Electron.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { endWithParent } from './end-with-parent.mjs';
import { PROJECT } from './project.mjs';
import { ensureSetUp, runCommand } from './setup.mjs';

// Who starts it without npm may mean it to go on alone.
if (process.env['npm_lifecycle_event'] !== undefined) endWithParent('build/practice.mjs');
await runCommand(async () => {
  await ensureSetUp({ runtime: false, desktop: false });
  // In this process: a signal that ends it ends the server too. The program sets its own exit code.
  createRequire(import.meta.url)(join(PROJECT, 'dist', 'main', 'practice-cli.cjs'));
  return 0;
});
