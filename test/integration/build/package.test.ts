import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';

import { Arch, build, Platform } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

import { listAsar } from '../../../build/package/asar-listing.mjs';
import { builderConfiguration } from '../../../build/package/configuration.mjs';
import { contentFaults, nativeFiles } from '../../../build/package/contents.mjs';
import { readFuses } from '../../../build/package/fuses.mjs';
import { layoutOf } from '../../../build/package/layout.mjs';
import { isTrial } from '../../../build/package/trial.mjs';
import { PROJECT } from '../../../build/project.mjs';
import { resolveRuntime } from '../../../build/runtime-resolver.mjs';
import { runProgram } from '../../../build/run-program.mjs';
import { canary, packagedFolder, packedArchive } from '../../support/made-package';
import { commandsOfPage, commandWith } from '../../support/page-commands';

const target = { platform: process.platform, arch: process.arch };
const { version, devDependencies } = z
  .object({ version: z.string(), devDependencies: z.object({ electron: z.string() }) })
  .parse(JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')));
const released = devDependencies.electron;

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

function sizeOf(files: readonly string[]): string {
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

describe('npm run package', { timeout: 600_000 }, () => {
  let folder = '';
  let resources = '';
  let runtime: Awaited<ReturnType<typeof resolveRuntime>>;

  beforeAll(async () => {
    folder = await packagedFolder();
    resources = layoutOf(folder, process.platform).resources;
    const { platform, arch } = target;
    const say = () => undefined;
    runtime = await resolveRuntime({ project: PROJECT, platform, arch, env: process.env, say });
  }, 600_000);

  it('holds the build and the modules that are not bundled: no source, map, test or secret', () => {
    const files = listAsar(join(resources, 'app.asar'));
    expect(contentFaults(files, target)).toEqual([]);
    expect(files.length).toBeGreaterThan(50);

    const folders = new Map<string, { files: number; bytes: number }>();
    for (const { path, size } of files) {
      const top = path.split('/').slice(0, 2).join('/');
      const { files: count, bytes } = folders.get(top) ?? { files: 0, bytes: 0 };
      folders.set(top, { files: count + 1, bytes: bytes + size });
    }
    const rows = [...folders].map(
      ([top, { files: count, bytes }]) =>
        `${top.padEnd(36)} ${String(count).padStart(4)} files ${(bytes / 1024).toFixed(0).padStart(6)} KB`,
    );
    process.stdout.write(`app.asar\n${rows.toSorted().join('\n')}\n`);
    process.stdout.write(`${folder}: ${sizeOf(filesUnder(folder))}\n`);
  });

  it('brings the native code of this platform alone, where it can be loaded', () => {
    const beside = join(resources, 'app.asar.unpacked');
    const native = filesUnder(beside).filter((file) => file.endsWith('.node'));
    expect(native.map((file) => relative(beside, file)).toSorted()).toEqual(nativeFiles(target));
  });

  it('knows nothing of the machine that packaged it', () => {
    const own = filesUnder(resources).concat(filesUnder(join(folder, 'share')));
    for (const file of own) {
      const content = readFileSync(file, 'latin1');
      for (const secret of [canary, PROJECT, 'sourceMappingURL=data:', 'fake-token-for-tests']) {
        expect(content.includes(secret), `${relative(folder, file)} holds ${secret}`).toBe(false);
      }
    }
  });

  it("holds nothing of another program, such as a place that it would fetch another's updates from", () => {
    const expected = ['app.asar', 'app.asar.unpacked', 'config'];
    if (isTrial(runtime.version, released)) expected.unshift('FOR-TRIALS-ONLY.txt');
    expect(readdirSync(resources).toSorted()).toEqual(expected.toSorted());
    expect(readdirSync(join(resources, 'config')).toSorted()).toEqual([
      'config.example.jsonc',
      'config.schema.json',
    ]);
  });

  it('says on the trial runtime that nobody may be given it for work', () => {
    const trial = isTrial(runtime.version, released);
    expect(existsSync(join(resources, 'FOR-TRIALS-ONLY.txt'))).toBe(trial);
    expect(packedArchive()?.includes('-trial-')).toBe(trial);
  });

  it('keeps of the locales those of the interface', () => {
    const locales = readdirSync(join(folder, 'locales')).map((name) => name.split(/[-.]/)[0]);
    expect(new Set(locales)).toEqual(new Set(['ar', 'de', 'en', 'es', 'fr', 'hi', 'pt']));
  });

  it('leaves the Electron that it was made of as it was', () => {
    expect(readFuses(runtime.program)).toMatchObject({
      runAsNode: 'on',
      onlyLoadAppFromAsar: 'off',
    });
  });

  it('answers on the terminal without a display, also to root', async () => {
    const { code, stdout } = await runProgram(join(folder, 'bin', 'baton'), ['--version'], {
      env: { PATH: process.env['PATH'], HOME: tmpdir() },
      limitMs: 60_000,
    });
    expect(stdout).toBe(`Baton ${version}\n`);
    expect(code).toBe(0);
  });

  it('brings the files that an administrator puts into the system by hand', () => {
    const share = (path: string) => readFileSync(join(folder, 'share', path), 'utf8');
    expect(share('applications/baton.desktop')).toMatch(/^Exec="\/opt\/Baton\/bin\/baton" %U$/m);
    expect(share('applications/baton.desktop')).toMatch(/^MimeType=x-scheme-handler\/baton;$/m);
    expect(share('applications/baton.desktop')).toContain('[Desktop Action quick-transfer]');
    expect(share('autostart/baton.desktop')).toContain('--hidden');
    expect(share('apparmor/baton')).toContain('profile baton /opt/Baton/baton ');
    expect(existsSync(join(folder, 'share/icons/hicolor/48x48/apps/baton.png'))).toBe(true);
  });

  it('packs the whole folder into one archive, the command executable in it', async () => {
    const listing = await runProgram('tar', ['-tvzf', packedArchive() ?? '']);
    expect(listing.code).toBe(0);
    const entries = listing.stdout.trim().split('\n');
    const packed = entries.filter((line) => line.startsWith('-'));
    expect(packed).toHaveLength(filesUnder(folder).length);
    for (const path of ['bin/baton', 'baton', 'chrome_crashpad_handler']) {
      expect(packed.find((line) => line.endsWith(`/${path}`))).toMatch(/^-rwxr-xr-x /);
    }
  });
});

describe('the installers for Linux', { timeout: 300_000 }, () => {
  const made = new Map<string, { args: string[]; entry: string }>();
  let output = '';
  let resources = '';

  /** electron-builder hands over what it would call the packager with, and calls it not. */
  beforeAll(async () => {
    output = mkdtempSync(join(tmpdir(), 'baton-installers-'));
    const folder = join(output, 'linux-unpacked');
    resources = join(folder, 'resources');
    mkdirSync(resources, { recursive: true });
    const forFpm = z.tuple([z.array(z.string()), z.string()]);
    const forAppImage = z.object({ desktop: z.string() });
    await build({
      projectDir: PROJECT,
      prepackaged: folder,
      targets: Platform.LINUX.createTarget(['deb', 'rpm', 'AppImage'], Arch.x64),
      publish: 'never',
      config: {
        ...builderConfiguration({
          platform: 'linux',
          release: true,
          electron: released,
          dist: null,
          released,
          env: { GITHUB_REPOSITORY: 'example/baton' },
        }),
        directories: { output },
      },
      effectiveOptionComputed: (options: unknown) => {
        const image = forAppImage.safeParse(options);
        if (image.success) made.set('AppImage', { args: [], entry: image.data.desktop });
        else {
          const [args, file] = forFpm.parse(options);
          const type = args[args.indexOf('--package') + 1]?.split('.').at(-1) ?? '';
          made.set(type, { args, entry: readFileSync(file, 'utf8') });
        }
        return Promise.resolve(true);
      },
    });
  }, 300_000);

  afterAll(() => {
    rmSync(output, { recursive: true, force: true });
  });

  it('are named as docs/deploy.md installs them', () => {
    const blocks = commandsOfPage('deploy.md');
    for (const [type, program] of [
      ['deb', 'apt-get install'],
      ['rpm', 'dnf install'],
    ] as const) {
      const args = made.get(type)?.args ?? [];
      const file = basename(args[args.indexOf('--package') + 1] ?? '');
      const [, before = '', after = ''] =
        /\.\/([^*\s]*)\*(\S*)/.exec(commandWith(blocks, program)) ?? [];
      expect(file.startsWith(before) && file.endsWith(after), file).toBe(true);
      expect(after).toMatch(new RegExp(`\\.${type}$`));
    }
  });

  it('put the program below /opt, its entry into the menu and its icon in every size', () => {
    for (const type of ['deb', 'rpm']) {
      const mapped = (made.get(type)?.args ?? []).filter((one) => /^\/.*=\//.test(one));
      const targets = mapped.map((one) => one.slice(one.indexOf('=') + 1));
      expect(targets).toContain('/opt/Baton');
      expect(targets).toContain('/usr/share/applications/baton.desktop');
      for (const size of [16, 22, 24, 32, 48, 64, 128, 256, 512, 1024]) {
        expect(targets).toContain(`/usr/share/icons/hicolor/${size}x${size}/apps/baton.png`);
      }
    }
  });

  it('have an entry that opens links, with an action for a quick transfer, and the sandbox on', () => {
    expect([...made.keys()].toSorted()).toEqual(['AppImage', 'deb', 'rpm']);
    for (const { entry } of made.values()) {
      expect(entry).toMatch(/^MimeType=x-scheme-handler\/baton;$/m);
      expect(entry).toMatch(/^Actions=quick-transfer;$/m);
      expect(entry).toMatch(/^StartupWMClass=baton$/m);
      const [, action = ''] = entry.split('[Desktop Action quick-transfer]\n');
      expect(action).toMatch(/^Name=Quick transfer$/m);
      expect(action).toMatch(/^Exec=baton --popup$/m);
      expect(entry).not.toContain('--no-sandbox');
    }
    expect(made.get('deb')?.entry).toMatch(/^Exec=\/opt\/Baton\/baton %U$/m);
  });

  it('look for updates in the repository that they were released in', () => {
    const place = z
      .object({ provider: z.string(), owner: z.string(), repo: z.string() })
      .parse(parse(readFileSync(join(resources, 'app-update.yml'), 'utf8')));
    expect(place).toEqual({ provider: 'github', owner: 'example', repo: 'baton' });
    expect(made.get('deb')?.args).toContain('https://github.com/example/baton');
  });
});
