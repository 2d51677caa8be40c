import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runStep } from '../../../build/checks/run-step.mjs';
import { testSteps } from '../../../build/checks/steps.mjs';
import { PROJECT } from '../../../build/project.mjs';
import { runProgram } from '../../../build/run-program.mjs';

const cruiseSchema = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ rule: z.object({ name: z.string() }) })),
  }),
});

async function cruise(folder: string) {
  const ran = await runProgram(
    process.execPath,
    [
      join(PROJECT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['--config', join(PROJECT, 'test/config/dependency-cruiser.cjs')],
      ...['--output-type', 'json', 'electron', 'renderer'],
    ],
    { cwd: folder },
  );
  const { summary } = cruiseSchema.parse(JSON.parse(ran.stdout));
  return {
    modules: summary.totalCruised,
    broken: summary.violations.map(({ rule }) => rule.name),
  };
}

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-imports-'));
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  for (const file of [
    'electron/main.ts',
    'electron/ipc/router.ts',
    'electron/shell/tray.ts',
    'electron/plivo/connection.ts',
    'electron/transfer/machine.ts',
    'electron/contract/result.ts',
    'renderer/popup/main.tsx',
    'renderer/manager/main.tsx',
  ]) {
    plant(file, 'export const here = <T,>(value: T): T => value;\n');
  }
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function plant(file: string, text: string) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

describe('the directions of imports', { timeout: 60_000 }, () => {
  it('are held by every file of the project, and every file is read', async () => {
    const files = ['electron', 'renderer'].flatMap((part) =>
      readdirSync(join(PROJECT, part), { recursive: true, encoding: 'utf8' }).filter((name) =>
        /\.tsx?$/u.test(name),
      ),
    );
    const { broken, modules } = await cruise(PROJECT);
    expect(broken).toEqual([]);
    expect(files.length).toBeGreaterThan(0);
    expect(modules).toBeGreaterThanOrEqual(files.length);
  });

  it('are kept by a tree without a forbidden import', async () => {
    plant(
      'renderer/popup/main.tsx',
      `import { here } from '../../electron/contract/result';\nhere(1);\n`,
    );
    expect(await cruise(folder)).toMatchObject({ broken: [] });
  });

  it.each([
    [
      'electron-in-the-shell-only',
      'electron/transfer/machine.ts',
      `import { app } from 'electron';`,
    ],
    [
      'electron-in-the-shell-only',
      'electron/plivo/connection.ts',
      `import type { App } from 'electron';`,
    ],
    [
      'services-know-no-shell',
      'electron/transfer/machine.ts',
      `import { here } from '../shell/tray';`,
    ],
    [
      'services-know-no-shell',
      'electron/plivo/connection.ts',
      `import { here } from '../ipc/router';`,
    ],
    ['keytar-in-one-file', 'electron/shell/tray.ts', `import keytar from 'keytar';`],
    [
      'contract-imports-zod-alone',
      'electron/contract/result.ts',
      `import { join } from 'node:path';`,
    ],
    [
      'contract-imports-zod-alone',
      'electron/contract/result.ts',
      `import { here } from '../plivo/connection';`,
    ],
    [
      'transfer-knows-no-http',
      'electron/transfer/machine.ts',
      `import { request } from 'node:https';`,
    ],
    [
      'renderer-sees-the-contract-alone',
      'renderer/manager/main.tsx',
      `import { here } from '../../electron/plivo/connection';`,
    ],
    ['renderer-has-no-node', 'renderer/manager/main.tsx', `import { join } from 'node:path';`],
    ['popup-stays-small', 'renderer/popup/main.tsx', `import { z } from 'zod';`],
    [
      'popup-stays-small',
      'renderer/popup/main.tsx',
      `export { AsYouType } from 'libphonenumber-js';`,
    ],
    [
      'windows-know-not-each-other',
      'renderer/popup/main.tsx',
      `import { here } from '../manager/main';`,
    ],
    [
      'nobody-imports-the-composition-root',
      'electron/shell/tray.ts',
      `import { here } from '../main';`,
    ],
    ['everything-resolves', 'electron/shell/tray.ts', `import { here } from './gone';`],
  ])('are broken, by %s, when %s says %s', async (rule, file, line) => {
    plant(file, `${line}\n`);
    expect((await cruise(folder)).broken).toContain(rule);
  });

  it('fail the test run when one is broken', async () => {
    cpSync(join(PROJECT, 'test/config'), join(folder, 'test/config'), { recursive: true });
    const step = testSteps(folder).find(({ name }) => name === 'import directions');
    if (step === undefined) throw new Error('There is no such step.');
    expect(await runStep(folder, step)).toMatchObject({ passed: 1, failed: 0 });
    plant('electron/transfer/machine.ts', `import { app } from 'electron';\n`);
    expect(await runStep(folder, step)).toMatchObject({ passed: 0, failed: 1 });
  });
});
