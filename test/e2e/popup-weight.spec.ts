import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { PROJECT } from '../../build/project.mjs';
import { expect, test } from '../support/fixtures';

/** Bytes, packed: what the popup may load before it can be typed in. */
const budget = 160 * 1024;

test('the popup loads no more code at its start than its budget allows', async ({ startBaton }) => {
  const baton = await startBaton();
  const popup = await baton.page('popup');
  const inspector = await baton.app.context().newCDPSession(popup);
  const scripts: string[] = [];
  inspector.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith('app://baton/')) scripts.push(new URL(url).pathname);
  });
  // It tells of every script that the page has parsed, before it answers.
  await inspector.send('Debugger.enable');
  expect(scripts.length).toBeGreaterThan(0);
  const sizes = scripts.map(
    (path) => gzipSync(readFileSync(join(PROJECT, 'dist/renderer', path))).length,
  );
  const sum = sizes.reduce((total, size) => total + size, 0);
  process.stdout.write(`The popup loads ${(sum / 1024).toFixed(1)} of 160 KiB\n`);
  expect(sum).toBeLessThanOrEqual(budget);
});
