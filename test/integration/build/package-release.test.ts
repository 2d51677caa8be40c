import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { collectRelease, mergeUpdateInfo } from '../../../build/package/collect-release.mjs';
import { PROJECT } from '../../../build/project.mjs';
import { runProgram } from '../../../build/run-program.mjs';
import { withFolder } from '../../support/own-folder';

const updateInfo = (file: string, version = '0.1.0') =>
  `version: ${version}\nfiles:\n  - url: ${file}\n    sha512: c3Vt\n    size: 3\npath: ${file}\nsha512: c3Vt\n`;

describe('what the machines packaged', () => {
  it('comes into one folder, with checksums that sha256sum finds right', async () => {
    await withFolder(async (folder) => {
      const [from, to] = [join(folder, 'packaged'), join(folder, 'published')];
      for (const [machine, arch] of [
        ['mac-arm64', 'arm64'],
        ['mac-x64', 'x64'],
      ]) {
        const own = join(from, machine ?? '');
        mkdirSync(own, { recursive: true });
        writeFileSync(join(own, `baton-0.1.0-mac-${arch}.zip`), `zip of ${arch}`);
        writeFileSync(join(own, 'latest-mac.yml'), updateInfo(`baton-0.1.0-mac-${arch}.zip`));
      }
      const names = collectRelease(from, to);
      expect(names).toEqual([
        'SHA256SUMS',
        'baton-0.1.0-mac-arm64.zip',
        'baton-0.1.0-mac-x64.zip',
        'latest-mac.yml',
      ]);
      const merged = parse(readFileSync(join(to, 'latest-mac.yml'), 'utf8'));
      expect(merged.files.map(({ url }: { url: string }) => url)).toEqual([
        'baton-0.1.0-mac-arm64.zip',
        'baton-0.1.0-mac-x64.zip',
      ]);
      const sums = readFileSync(join(to, 'SHA256SUMS'), 'utf8');
      const sum = createHash('sha256').update('zip of x64').digest('hex');
      expect(sums).toContain(`${sum}  baton-0.1.0-mac-x64.zip\n`);
      const checked = await runProgram('sha256sum', ['--check', '--ignore-missing', 'SHA256SUMS'], {
        cwd: to,
      });
      expect(checked.code).toBe(0);
    });
  });

  it('is refused when two files would overwrite one another', async () => {
    await withFolder((folder) => {
      for (const machine of ['a', 'b']) {
        mkdirSync(join(folder, 'packaged', machine), { recursive: true });
        writeFileSync(join(folder, 'packaged', machine, 'baton.dmg'), machine);
      }
      expect(() => collectRelease(join(folder, 'packaged'), join(folder, 'published'))).toThrow(
        'Two machines packaged a file named baton.dmg.',
      );
      return Promise.resolve();
    });
  });

  it('is refused when it is not of one version', () => {
    expect(() => mergeUpdateInfo([updateInfo('a.zip'), updateInfo('b.zip', '0.2.0')])).toThrow(
      'different versions',
    );
  });

  it('has a list of parts that names what is inside', { timeout: 60_000 }, async () => {
    const { code, stdout } = await runProgram(
      'npm',
      ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--loglevel=error'],
      { cwd: PROJECT, limitMs: 60_000 },
    );
    expect(code).toBe(0);
    const sbom = JSON.parse(stdout);
    expect(sbom.bomFormat).toBe('CycloneDX');
    const parts = sbom.components.map(({ name }: { name: string }) => name);
    expect(parts).toEqual(expect.arrayContaining(['electron', 'react', 'libsql', 'keytar']));
  });
});
