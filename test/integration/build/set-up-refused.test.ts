import { execFile } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROJECT } from '../../../build/project.mjs';

const nobody = 65_534;
let folder: string;

/** A project as cloned, and a system on which dpkg finds no package and apt-get must not be called. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-clone-'));
  const clone = join(folder, 'clone');
  cpSync(join(PROJECT, 'build'), join(clone, 'build'), { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    cpSync(join(PROJECT, file), join(clone, file));
  }
  program('dpkg-query', 'exit 1');
  program('ldconfig', 'exit 0');
  for (const forbidden of ['apt-get', 'sudo', 'npm']) {
    program(forbidden, `touch '${folder}/called-${forbidden}'`);
  }
  if (process.getuid?.() === 0) for (const path of [folder, clone]) chownSync(path, nobody, nobody);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, body: string) {
  mkdirSync(join(folder, 'bin'), { recursive: true });
  writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${body}\n`);
  chmodSync(join(folder, 'bin', name), 0o755);
}

function runAsNobody(script: string): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const user = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(folder, 'clone', 'build', script)],
      { cwd: folder, env: { PATH: `${join(folder, 'bin')}:/usr/bin:/bin`, HOME: folder }, ...user },
      (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

describe('set-up by a user who may not install packages', () => {
  it.each(['start.mjs', 'runtime.mjs', 'test.mjs'])(
    '%s prints what to run, exits 1 and has changed nothing',
    async (script) => {
      const before = readdirSync(join(folder, 'clone'), { recursive: true });
      const { code, stdout, stderr } = await runAsNobody(script);
      expect(code).toBe(1);
      expect(`${stdout}${stderr}`).toMatch(/libgtk-3|gtk3/u);
      expect(`${stdout}${stderr}`).toContain('Nothing was changed');
      expect(readdirSync(join(folder, 'clone'), { recursive: true })).toEqual(before);
      for (const forbidden of ['apt-get', 'sudo', 'npm']) {
        expect(existsSync(join(folder, `called-${forbidden}`))).toBe(false);
      }
    },
  );

  it('keeps stdout of the runtime command clean', async () => {
    expect((await runAsNobody('runtime.mjs')).stdout).toBe('');
  });

  it('ends the test command with its line of counts all the same', async () => {
    expect((await runAsNobody('test.mjs')).stdout.trim().split('\n').at(-1)).toBe(
      '0 passed, 1 failed',
    );
  });
});
