import { runPracticeCli } from './command';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => stop.abort());
}

void runPracticeCli(process.argv.slice(2), {
  print: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
  stop: stop.signal,
  platform: process.platform,
}).then((exitCode) => {
  process.exitCode = exitCode;
});
