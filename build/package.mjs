// `npm run package [-- TARGET…]`: sets up, builds, and packages Baton for this system.
import { PROJECT } from './project.mjs';
import { readArguments, USAGE } from './package/arguments.mjs';
import { RELEASED } from './package/configuration.mjs';
import { keepExitCode } from './package/keep-exit-code.mjs';
import { makePackages } from './package/make-packages.mjs';
import { runCommand } from './setup.mjs';

await runCommand(async () => {
  const argv = process.argv.slice(2);
  if (argv.includes('--help')) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const wanted = readArguments(argv, process.platform, RELEASED);
  if ('error' in wanted) {
    process.stderr.write(`${wanted.error}\n\n${USAGE}\n`);
    return 1;
  }
  const { artefacts, warning } = await makePackages(PROJECT, wanted);
  process.stdout.write(`${artefacts.join('\n')}\n`);
  if (warning !== null) process.stderr.write(`\n${warning}\n`);
  return 0;
});
keepExitCode();
