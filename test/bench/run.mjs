// Prints how fast Baton is: `npm run bench`, or `npm run bench -- search` for one part.
import { fileURLToPath } from 'node:url';

import { runnerImport } from 'vite';

const parts = ['start', 'opening', 'search', 'popup', 'transfer', 'history'];
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !parts.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`no such part: ${unknown.join(', ')}; there are ${parts.join(', ')}\n`);
  process.exit(1);
}
for (const name of wanted.length > 0 ? wanted : parts) {
  process.stdout.write(`\n== ${name}\n`);
  await runnerImport(fileURLToPath(new URL(`./${name}.bench.ts`, import.meta.url)), {
    configFile: false,
    logLevel: 'error',
  });
}
