import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { countryNamer } from '../../electron/directory/destinations';
import type { DirectoryService } from '../../electron/directory/directory-service';
import { answerQuery } from '../../electron/directory/query';
import { openDirectory } from '../../electron/directory/threaded-directory';
import { bundle } from '../crash/bundle';
import { madeUpDirectory } from './made-up-directory';
import { percentile, print, row } from './printing';
import { rivals, type Search } from './rival-searches';
import { labelledQueries, type LabelledQuery } from './search-queries';

/**
 * How long it takes from a key to main's answer, with the directory in its real thread, and how often
 * who was meant is found first and among the first five, beside other libraries; run by
 * `npm run bench`. It prints and asserts nothing.
 */
const sizes = [1_000, 10_000, 100_000];
const qualitySize = 10_000;
/** So many labelled queries are typed out letter by letter. */
const typedOut = 60;

const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
const ms = (value: number) => value.toFixed(2);

async function opened(
  program: string,
  folder: string,
  size: number,
): Promise<{ directory: DirectoryService; loadedIn: number }> {
  const store = join(folder, `directory-${size}.json`);
  const entries = madeUpDirectory(size);
  const imported = { id: 'made-up', path: '/made-up.csv', name: 'made-up.csv', mapping: null };
  const imports = [{ ...imported, importedAt: 0, entries, rejected: [] }];
  writeFileSync(store, JSON.stringify({ version: 1, imports }));
  const from = performance.now();
  return await new Promise((resolve) => {
    const directory = openDirectory({
      program,
      store,
      files: () => [],
      region: () => 'US',
      clock: {
        now: Date.now,
        after: (delay, done) => {
          const timer = setTimeout(done, delay);
          return () => {
            clearTimeout(timer);
          };
        },
      },
      changed: () => resolve({ directory, loadedIn: performance.now() - from }),
      fault: print,
    });
  });
}

async function speed(program: string, folder: string): Promise<void> {
  const countryName = countryNamer('en');
  const widths = [10, 10, 8, 9, 9, 9];
  print('From a key to the answer, in milliseconds; the directory in its thread');
  print(row(['entries', 'read in', 'keys', 'p50', 'p95', 'most'], widths));
  for (const size of sizes) {
    const { directory, loadedIn } = await opened(program, folder, size);
    const queries = labelledQueries(madeUpDirectory(Math.min(size, qualitySize)));
    const step = Math.max(1, Math.floor(queries.length / typedOut));
    const texts = queries
      .filter((_, n) => n % step === 0)
      .flatMap(({ text }) => Array.from(text, (_, n) => text.slice(0, n + 1)));
    const took: number[] = [];
    for (const text of texts) {
      const from = performance.now();
      await answerQuery(text, {
        region: 'US',
        countryName,
        // A look-up in a table, which this way of running cannot load.
        isEmergency: () => false,
        find: (sought, address, limit) => directory.search({ text: sought, address, limit }),
        refusalOf: () => null,
      });
      took.push(performance.now() - from);
    }
    const times = [percentile(took, 50), percentile(took, 95), Math.max(...took)].map(ms);
    const loaded = `${(loadedIn / 1000).toFixed(2)} s`;
    print(row([size.toLocaleString('en'), loaded, String(texts.length), ...times], widths));
    await directory.close();
  }
}

function placesOf(search: Search, queries: readonly LabelledQuery[]) {
  const took: number[] = [];
  const places = queries.map(({ text, means }) => {
    const from = performance.now();
    const found = search(text, 50);
    took.push(performance.now() - from);
    return found.slice(0, 5).indexOf(means);
  });
  return { places, took };
}

function quality(): void {
  const directory = madeUpDirectory(qualitySize);
  const queries = labelledQueries(directory);
  const kinds = [...new Set(queries.map(({ kind }) => kind))];
  const results = rivals.map(({ name, prepare }) => ({
    name,
    ...placesOf(prepare(directory), queries),
  }));
  const widths = [30, ...results.map(({ name }) => Math.max(name.length, 17))];
  const found = (places: readonly number[]) =>
    `${share(places.filter((place) => place === 0).length, places.length)} / ${share(
      places.filter((place) => place >= 0).length,
      places.length,
    )}`;
  print();
  print(
    `Found first / among the first five, of ${queries.length} queries in ${qualitySize.toLocaleString('en')} entries`,
  );
  print(row(['', ...results.map(({ name }) => name)], widths));
  for (const kind of kinds) {
    const ofKind = results.map(({ places }) =>
      found(places.filter((_, n) => queries[n]?.kind === kind)),
    );
    print(row([kind, ...ofKind], widths));
  }
  print(row(['all', ...results.map(({ places }) => found(places))], widths));
  const times = results.map(
    ({ took }) => `${ms(percentile(took, 50))} / ${ms(percentile(took, 95))}`,
  );
  print(row(['ms, p50 / p95', ...times], widths));
}

const folder = mkdtempSync(join(tmpdir(), 'baton-bench-'));
try {
  const source = fileURLToPath(new URL('../../electron/directory/worker.ts', import.meta.url));
  await speed(await bundle(source, folder), folder);
  quality();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
