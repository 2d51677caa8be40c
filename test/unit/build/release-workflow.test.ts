import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

import { unpackedFolder } from '../../../build/package/layout.mjs';
import { PROJECT } from '../../../build/project.mjs';

const step = z.object({
  name: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  if: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  env: z.record(z.string(), z.string()).optional(),
});
const schema = z.object({
  on: z.object({ push: z.object({ tags: z.array(z.string()) }) }),
  permissions: z.record(z.string(), z.string()),
  jobs: z.object({
    package: z.object({
      permissions: z.undefined().optional(),
      strategy: z.object({
        matrix: z.object({ include: z.array(z.record(z.string(), z.string())) }),
      }),
      steps: z.array(step),
    }),
    draft: z.object({
      needs: z.string(),
      permissions: z.record(z.string(), z.string()),
      steps: z.array(step),
    }),
  }),
});

const text = readFileSync(join(PROJECT, '.github/workflows/release.yml'), 'utf8');
const { on, permissions, jobs } = schema.parse(parse(text));
const steps = [...jobs.package.steps, ...jobs.draft.steps];
const indexOf = (run: string) => jobs.package.steps.findIndex((one) => one.run?.includes(run));

describe('the release workflow', () => {
  it('packages on three systems, and on macOS for both processors', () => {
    expect(on.push.tags).toEqual(['v*']);
    const { include } = jobs.package.strategy.matrix;
    expect(include.map(({ name }) => name)).toEqual([
      'linux-x64',
      'mac-arm64',
      'mac-x64',
      'win-x64',
    ]);
    const platforms = { linux: 'linux', mac: 'darwin', win: 'win32' } as const;
    for (const { name = '', unpacked } of include) {
      const [system = '', arch = ''] = name.split('-');
      const platform = Object.entries(platforms).find(([one]) => one === system)?.[1] ?? 'aix';
      expect(unpacked).toBe(unpackedFolder(platform, arch));
    }
  });

  it('takes the current Electron, tests, packages, and tests the package, in this order', () => {
    const order = [
      'npm ci --ignore-scripts',
      'node node_modules/electron/install.js',
      'npm test',
      'npm run package -- --release',
      'test/e2e/packaged.spec.ts',
    ].map(indexOf);
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(existsSync(join(PROJECT, 'test/e2e/packaged.spec.ts'))).toBe(true);
    expect(jobs.package.steps[indexOf('test/e2e/packaged.spec.ts')]?.if).toBeUndefined();
  });

  it('pins every action to a commit, with its version beside it', () => {
    const used = steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses]));
    expect(used.length).toBeGreaterThan(0);
    for (const one of used) expect(one).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
    expect(text.match(/uses: \S+ # v\d+\.\d+\.\d+$/gm)).toHaveLength(used.length);
  });

  it('may read only, and writes in the one job that makes the draft', () => {
    expect(permissions).toEqual({ contents: 'read' });
    expect(jobs.draft.permissions).toEqual({ contents: 'write' });
    for (const one of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))) {
      expect(one.with).toEqual({ 'persist-credentials': false });
    }
  });

  it('hands secrets to the one step that signs, by the environment, and prints none', () => {
    const withSecrets = steps.filter((one) => JSON.stringify(one).includes('secrets.'));
    expect(withSecrets.map(({ run }) => run)).toEqual(['npm run package -- --release']);
    for (const { run = '' } of steps) {
      // What comes from outside is a variable of the shell, never part of its text.
      expect(run).not.toContain('${{');
      expect(run).not.toMatch(/\b(?:printenv|set -x)\b|^\s*env\s*$/m);
    }
    const names = Object.keys(withSecrets[0]?.env ?? {});
    expect(names).toEqual(
      expect.arrayContaining(['CSC_LINK', 'WIN_CSC_LINK', 'APPLE_APP_SPECIFIC_PASSWORD']),
    );
    for (const value of Object.values(withSecrets[0]?.env ?? {})) {
      expect(value).toMatch(
        /^\$\{\{ matrix\.system == '(?:mac|win)' && secrets\.\w+ \|\| '' \}\}$/,
      );
    }
  });

  it('leaves a draft with a list of parts and checksums', () => {
    const runs = jobs.draft.steps.map(({ run }) => run ?? '').join('\n');
    expect(jobs.draft.needs).toBe('package');
    expect(runs).toContain('npm sbom --package-lock-only --sbom-format cyclonedx');
    expect(runs).toContain('node build/package/collect-release.mjs packaged published');
    expect(runs).toMatch(/gh release create .*--draft /);
  });
});
