import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { bundle } from '../../crash/bundle';
import { diskReportSchema, type DiskReport } from './disk-report';

const nodeModules = fileURLToPath(new URL('../../../node_modules', import.meta.url));
const source = fileURLToPath(new URL('./disk-program.ts', import.meta.url));

let folder: string;
let program: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baton-disk-'));
  program = await bundle(source, folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a scenario in a mount namespace, in which even a person who is not root may mount. */
async function run(scenario: string): Promise<DiskReport> {
  const disk = join(folder, scenario);
  mkdirSync(disk);
  const own = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];
  const child = spawn('unshare', [...own, '--mount', process.execPath, program, scenario, disk], {
    env: { ...process.env, NODE_PATH: nodeModules },
  });
  const closed = once(child, 'close');
  const [printed, complaint] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  if (printed === '') throw new Error(`the program said nothing: ${complaint}`);
  return diskReportSchema.parse(JSON.parse(printed));
}

const accepted = { outcome: 'accepted', code: 'accepted', cause: null };

describe('a full disk', () => {
  it('lets no attempt begin: nothing is sent, the agent is told why, and later all is well', async () => {
    expect(await run('full-before')).toEqual({
      opened: ['open'],
      shown: [
        accepted,
        { outcome: 'not-sent', code: 'journal', cause: expect.stringContaining('disk is full') },
        accepted,
      ],
      posts: 2,
      faults: [],
      recorded: ['accepted accepted', 'accepted accepted'],
      verified: 'good',
    });
  });

  it('does not lose an outcome: it is reported, and written as soon as there is room', async () => {
    expect(await run('full-while-posting')).toEqual({
      opened: ['open'],
      shown: [accepted, accepted],
      posts: 2,
      faults: [{ what: 'outcome-not-recorded', cause: expect.stringContaining('disk is full') }],
      recorded: ['accepted accepted', 'accepted accepted'],
      verified: 'good',
    });
  });

  it('leaves an attempt as cut off where Baton ends before there is room', async () => {
    expect(await run('full-until-the-end')).toEqual({
      opened: ['open', 'open'],
      shown: [accepted],
      posts: 1,
      faults: [{ what: 'outcome-not-recorded', cause: expect.stringContaining('disk is full') }],
      recorded: ['unknown interrupted'],
      verified: 'good',
    });
  });
});

describe('a read-only folder', () => {
  it('lets no attempt begin, and what is there can still be read and checked', async () => {
    const cause = expect.stringMatching(/read-?only/i);
    expect(await run('read-only')).toEqual({
      opened: [cause],
      shown: [{ outcome: 'not-sent', code: 'journal', cause }],
      posts: 0,
      faults: [],
      recorded: ['accepted accepted'],
      verified: 'good',
    });
  });
});
