// `npm run practice -- --port=N`: the practice line alone, in plain Node, without Electron.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT } from './project.mjs';
import { ensureSetUp, runCommand } from './setup.mjs';
import { exitOf } from './exit-of.mjs';

await runCommand(async () => {
  await ensureSetUp({ runtime: false, desktop: false });
  const program = join(PROJECT, 'dist', 'main', 'practice-cli.cjs');
  return await exitOf(
    spawn(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' }),
  );
});
