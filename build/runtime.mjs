// `npm run -s runtime`: prints the path of the launcher that runs the built project, and no other word.
import { ensureSetUp, runCommand } from './setup.mjs';

await runCommand(async () => {
  const launcher = await ensureSetUp({ runtime: true, desktop: false });
  if (launcher === null) return 1;
  process.stdout.write(`${launcher.file}\n`);
  return 0;
});
