import { describe, expect, it } from 'vitest';

import { readArguments } from '../../../build/package/arguments.mjs';
import { builderConfiguration, RELEASED } from '../../../build/package/configuration.mjs';
import { fusesFor } from '../../../build/package/fuses.mjs';
import { layoutOf, unpackedFolder } from '../../../build/package/layout.mjs';
import { isTrial } from '../../../build/package/trial.mjs';

const current = {
  platform: 'linux',
  release: false,
  electron: '45.4.1',
  dist: '/somewhere/electron',
  released: '45.4.1',
  env: {},
} as const;

describe('the fuses of a package', () => {
  it('let no other code in, on every system and every Electron', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      for (const major of [25, 29, 45]) {
        expect(fusesFor(major, platform)).toMatchObject({
          runAsNode: false,
          enableNodeOptionsEnvironmentVariable: false,
          enableNodeCliInspectArguments: false,
          onlyLoadAppFromAsar: true,
          enableCookieEncryption: true,
        });
      }
    }
  });

  it('take the privileges of files away where the Electron has that fuse, and leave it out before', () => {
    expect(fusesFor(45, 'linux')).toHaveProperty('grantFileProtocolExtraPrivileges', false);
    expect(fusesFor(29, 'linux')).toHaveProperty('grantFileProtocolExtraPrivileges', false);
    expect(fusesFor(28, 'linux')).not.toHaveProperty('grantFileProtocolExtraPrivileges');
    expect(fusesFor(25, 'linux')).not.toHaveProperty('grantFileProtocolExtraPrivileges');
  });

  it('have the archive compared with its hash where Electron does that', () => {
    const asked = (major: number, platform: NodeJS.Platform) =>
      fusesFor(major, platform).enableEmbeddedAsarIntegrityValidation ?? false;
    expect([asked(45, 'darwin'), asked(45, 'win32'), asked(45, 'linux')]).toEqual([
      true,
      true,
      false,
    ]);
    expect([asked(29, 'win32'), asked(30, 'win32')]).toEqual([false, true]);
  });
});

describe('a package on the trial runtime', () => {
  it('is any that is older than what is released, or of unknown age', () => {
    expect(isTrial('25.1.1', '45.4.1')).toBe(true);
    expect(isTrial('44.9.9', '45.4.1')).toBe(true);
    expect(isTrial('unknown', '45.4.1')).toBe(true);
    expect(isTrial('45.0.0', '45.4.1')).toBe(false);
    expect(isTrial('46.0.0', '45.4.1')).toBe(false);
  });

  it('says so in the name of its file', () => {
    const trial = builderConfiguration({ ...current, electron: '25.1.1' });
    expect(trial.artifactName).toContain('-trial-');
    expect(builderConfiguration(current)).not.toHaveProperty('artifactName');
  });

  it('is never a release', () => {
    expect(() => builderConfiguration({ ...current, release: true, electron: '25.1.1' })).toThrow(
      'A release is made of Electron 45.4.1, and here is only 25.1.1.',
    );
  });
});

describe('the configuration of a package', () => {
  it('takes the Electron that lies here, and none for a release', () => {
    expect(builderConfiguration(current)).toMatchObject({
      electronVersion: '45.4.1',
      electronDist: '/somewhere/electron',
    });
    const release = builderConfiguration({ ...current, release: true, dist: null });
    expect(release).not.toHaveProperty('electronDist');
  });

  it('names the repository that it is published in, and no place for updates without one', () => {
    const env = { GITHUB_REPOSITORY: 'example/baton' };
    expect(builderConfiguration({ ...current, env })).toMatchObject({
      publish: { provider: 'github', owner: 'example', repo: 'baton' },
      extraMetadata: { homepage: 'https://github.com/example/baton' },
    });
    expect(builderConfiguration(current)).not.toHaveProperty('publish');
  });

  it('insists on a signature where there is a certificate', () => {
    expect(builderConfiguration({ ...current, env: { CSC_LINK: 'a.p12' } })).toHaveProperty(
      'forceCodeSigning',
      true,
    );
    expect(builderConfiguration({ ...current, env: { CSC_LINK: '' } })).not.toHaveProperty(
      'forceCodeSigning',
    );
  });

  it("is notarised with all three of Apple's values, and not with two", () => {
    const two = { APPLE_ID: 'a', APPLE_TEAM_ID: 'b' };
    const notarised = (env: NodeJS.ProcessEnv) =>
      builderConfiguration({ ...current, platform: 'darwin', env }).mac?.notarize;
    expect(notarised(two)).toBe(false);
    expect(notarised({ ...two, APPLE_APP_SPECIFIC_PASSWORD: 'c' })).toBe(true);
  });
});

describe('npm run package', () => {
  const read = (...argv: readonly string[]) => readArguments(argv, 'linux', RELEASED);

  it('makes a folder and an archive on Linux when nothing is named', () => {
    expect(read()).toEqual({ release: false, targets: ['dir', 'tar.gz'] });
    expect(readArguments([], 'darwin', RELEASED)).toEqual({ release: false, targets: ['dir'] });
  });

  it('makes what is named, and everything that is released for a release', () => {
    expect(read('deb', 'dir')).toEqual({ release: false, targets: ['deb', 'dir'] });
    expect(read('--release')).toEqual({ release: true, targets: RELEASED.linux });
  });

  it('refuses what cannot be made here, and names what can', () => {
    expect(read('msi')).toEqual({
      error: 'msi cannot be made here; it is one of: dir, tar.gz, deb, rpm, AppImage.',
    });
    expect(read('--relase')).toHaveProperty('error');
    expect(read('--release', 'deb')).toHaveProperty('error');
    expect(readArguments([], 'freebsd', RELEASED)).toEqual({
      error: 'Baton is not packaged on freebsd.',
    });
  });

  it('knows where the folder that runs will lie', () => {
    expect(unpackedFolder('linux', 'x64')).toBe('linux-unpacked');
    expect(unpackedFolder('darwin', 'arm64')).toBe('mac-arm64');
    expect(unpackedFolder('win32', 'x64')).toBe('win-unpacked');
    expect(layoutOf('/f', 'linux')).toEqual({
      program: '/f/baton',
      fuses: '/f/baton',
      resources: '/f/resources',
    });
    expect(layoutOf('/f', 'darwin').resources).toBe('/f/Baton.app/Contents/Resources');
  });
});
