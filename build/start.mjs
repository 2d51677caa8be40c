// `npm start [-- ARGUMENTS]`: sets up, then runs Baton in the foreground; without a display, one
// practice transfer on a private desktop.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { startDesktop } from './desktop.mjs';
import { exitOf } from './exit-of.mjs';
import { performPracticeTransfer } from './practice-transfer/perform.mjs';
import { PROJECT } from './project.mjs';
import { thisHost } from './set-up/host.mjs';
import { ensureSetUp, runCommand } from './setup.mjs';

/** Options that Baton answers on the terminal, without a window. */
const printsAndEnds =
  /^--(?:help|version|check-config|verify-history|export-history|diagnostics)(?:=|$)/;

await runCommand(async () => {
  const host = thisHost();
  const passed = process.argv.slice(2);
  const onTerminal = passed.some((argument) => printsAndEnds.test(argument));
  const needsDesktop = !host.display && !onTerminal;
  const launcher = await ensureSetUp({ runtime: true, desktop: needsDesktop }, host);
  if (launcher === null) return 1;
  // What prints and ends needs no display, and no practice transfer.
  if (!needsDesktop) {
    const opening = onTerminal ? [] : ['--popup'];
    const args = [...launcher.args, ...opening, ...passed];
    return await exitOf(spawn(launcher.command, args, { stdio: 'inherit' }));
  }
  process.stdout.write('No display here: one practice transfer on a private desktop.\n');
  const desktop = await startDesktop({ compositor: true });
  try {
    const { exchange, screenshots } = await performPracticeTransfer(
      desktop,
      { command: launcher.command, args: [...launcher.args, ...passed] },
      join(PROJECT, '.cache', 'practice'),
    );
    process.stdout.write(`\n${exchange}\n\nScreenshots:\n${screenshots.join('\n')}\n`);
    return 0;
  } finally {
    await desktop.dispose();
  }
});
