import { readFileSync, writeSync } from 'node:fs';

import { fileIdentity, watchFile } from '../../../electron/config/watch-file';

/** Watches the file that it is given and prints what it holds whenever it is told of a change. */
const [file = ''] = process.argv.slice(2);

function content(): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return 'gone';
  }
}

async function main(): Promise<void> {
  const pace = { look: 50, settle: 20, gone: 60 };
  const print = () => writeSync(1, `${content()}\n`);
  const { ready } = watchFile(file, await fileIdentity(file), print, pace);
  await ready;
  writeSync(1, 'watching\n');
  // The looks alone keep no program alive.
  setInterval(() => undefined, 60_000);
}

void main();
