import { describe, expect, it } from 'vitest';

import { contentFaults, nativeFiles } from '../../../build/package/contents.mjs';

const linux = { platform: 'linux', arch: 'x64' } as const;

function archive(...more: readonly string[]) {
  return [
    'package.json',
    'LICENSE',
    'dist/main/main.cjs',
    'dist/preload/preload.cjs',
    'dist/renderer/popup/index.html',
    'dist/renderer/assets/popup-16fVrwhe.js',
    'dist/icons/tray-ready-16@1x.png',
    'node_modules/keytar/lib/keytar.js',
    'node_modules/keytar/LICENSE.md',
    ...nativeFiles(linux),
    ...more,
  ].map((path) => ({ path, unpacked: path.endsWith('.node') }));
}

describe('what is inside a package', () => {
  it('is right when it is the build and the modules that are not bundled', () => {
    expect(contentFaults(archive(), linux)).toEqual([]);
  });

  it.each([
    'electron/main.ts',
    'dist/main/main.cjs.map',
    'dist/main/.env',
    'dist/renderer/assets/popup.ts',
    'test/unit/build/plan.test.ts',
    'build/package.mjs',
    '.env',
    'settings.json',
    'docs/behaviour.md',
    'node_modules/react/index.js',
    'node_modules/keytar/src/keytar_posix.cc',
    'node_modules/libsql/types/index.d.ts',
    'node_modules/x11/test/core.js',
    'node_modules/libsql/index.test.js',
    'node_modules/x11/.release-please-manifest.json',
  ])('is wrong with %s in it', (path) => {
    expect(contentFaults(archive(path), linux)).toEqual([`${path} does not belong into a package`]);
  });

  it.each([
    'node_modules/keytar/prebuilds/darwin-arm64/keytar.node',
    'node_modules/keytar/prebuilds/linux-arm64/keytar.node',
    'node_modules/@libsql/linux-x64-musl/index.node',
  ])('is wrong with the binary of another platform: %s', (path) => {
    expect(contentFaults(archive(path), linux)).toEqual([`${path} is for another platform`]);
  });

  it('is wrong without the binaries of its own platform', () => {
    expect(contentFaults(archive(), { platform: 'darwin', arch: 'arm64' })).toEqual([
      'node_modules/@libsql/darwin-arm64/index.node is missing',
      'node_modules/keytar/prebuilds/darwin-arm64/keytar.node is missing',
      'node_modules/@libsql/linux-x64-gnu/index.node is for another platform',
      'node_modules/keytar/prebuilds/linux-x64/keytar.node is for another platform',
    ]);
  });

  it('is wrong when native code is packed where it cannot be loaded', () => {
    const packed = archive().map(({ path }) => ({ path, unpacked: false }));
    expect(contentFaults(packed, linux)).toEqual(
      nativeFiles(linux).map((path) => `${path} cannot be loaded from inside the archive`),
    );
  });

  it('knows the binaries of every platform that is released, and refuses others', () => {
    expect(nativeFiles({ platform: 'win32', arch: 'x64' })).toEqual([
      'node_modules/@libsql/win32-x64-msvc/index.node',
      'node_modules/keytar/prebuilds/win32-x64/keytar.node',
    ]);
    expect(() => nativeFiles({ platform: 'win32', arch: 'ia32' })).toThrow('win32 on ia32');
  });
});
