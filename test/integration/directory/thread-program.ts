import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, vi } from 'vitest';

import { bundle } from '../../crash/bundle';

const source = fileURLToPath(new URL('../../../electron/directory/worker.ts', import.meta.url));

/** Bundles the threads' program as it is shipped, once for a file of tests. Gives its file. */
export function threadProgram(): () => string {
  // Threads start slowly where many tests run at once.
  vi.setConfig({ testTimeout: 60_000 });
  const folder = mkdtempSync(join(tmpdir(), 'baton-directory-program-'));
  let program = '';
  beforeAll(async () => {
    program = await bundle(source, folder);
  }, 60_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return () => program;
}
