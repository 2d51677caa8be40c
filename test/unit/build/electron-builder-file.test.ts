import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

import { RELEASED } from '../../../build/package/configuration.mjs';
import { PROJECT } from '../../../build/project.mjs';
import { languages } from '../../../electron/contract/languages';

const targets = z.array(z.object({ target: z.string(), arch: z.array(z.string()) }));
const schema = z.object({
  appId: z.string(),
  asar: z.literal(true),
  asarUnpack: z.array(z.string()),
  npmRebuild: z.literal(false),
  publish: z.null(),
  afterExtract: z.string(),
  afterPack: z.string(),
  msiProjectCreated: z.string(),
  electronLanguages: z.array(z.string()),
  extraMetadata: z.object({ desktopName: z.string() }),
  protocols: z.array(z.object({ schemes: z.array(z.string()), role: z.string() })),
  toolsets: z.object({ appimage: z.string() }),
  linux: z.object({
    target: targets,
    executableName: z.string(),
    syncDesktopName: z.literal(true),
    icon: z.string(),
    extraFiles: z.array(z.object({ from: z.string(), to: z.string() })),
    desktop: z.object({
      entry: z.record(z.string(), z.string()),
      desktopActions: z.record(z.string(), z.record(z.string(), z.string())),
    }),
  }),
  deb: z.object({
    depends: z.array(z.string()),
    recommends: z.array(z.string()),
    afterInstall: z.string(),
    afterRemove: z.string(),
    appArmorProfile: z.string(),
  }),
  rpm: z.object({
    depends: z.array(z.string()),
    afterInstall: z.string(),
    afterRemove: z.string(),
    appArmorProfile: z.string(),
  }),
  mac: z.object({
    target: targets,
    icon: z.string(),
    hardenedRuntime: z.literal(true),
    entitlements: z.string(),
    entitlementsInherit: z.string(),
    extendInfo: z.object({ LSUIElement: z.boolean() }),
  }),
  win: z.object({ target: targets, icon: z.string(), requestedExecutionLevel: z.string() }),
  nsis: z.object({ oneClick: z.boolean(), perMachine: z.boolean(), include: z.string() }),
  msi: z.object({ perMachine: z.boolean() }),
});

const file = schema.parse(parse(readFileSync(join(PROJECT, 'electron-builder.yml'), 'utf8')));
const names = (list: z.infer<typeof targets>) => list.map(({ target }) => target);

describe('electron-builder.yml', () => {
  it('lists what is released, and for macOS both processors', () => {
    expect(names(file.linux.target)).toEqual(RELEASED.linux);
    expect(names(file.mac.target)).toEqual(RELEASED.darwin);
    expect(names(file.win.target)).toEqual(RELEASED.win32);
    for (const { arch } of file.mac.target) expect(arch).toEqual(['x64', 'arm64']);
  });

  it('names libsecret and the libraries of Electron as what a package needs', () => {
    const deb = file.deb.depends.map((one) => one.split(' ')[0]);
    for (const one of ['libsecret-1-0', 'libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1']) {
      expect(deb).toContain(one);
    }
    for (const one of ['libsecret', 'gtk3', 'nss', 'alsa-lib', 'mesa-libgbm']) {
      expect(file.rpm.depends).toContain(one);
    }
  });

  it('installs for the computer or for the person on Windows, and by MSI for the computer', () => {
    // An assisted installer without `perMachine` asks; its switches answer.
    expect(file.nsis).toMatchObject({ oneClick: false, perMachine: false });
    expect(file.msi.perMachine).toBe(true);
    expect(file.win.requestedExecutionLevel).toBe('asInvoker');
    const script = readFileSync(join(PROJECT, file.nsis.include), 'utf8');
    expect(script).toContain('"Software\\Classes\\baton" "URL Protocol"');
    expect(script).toContain('DeleteRegKey SHCTX "Software\\Classes\\baton"');
  });

  it('runs on macOS with the hardened runtime, without a place in the Dock', () => {
    expect(file.mac.extendInfo.LSUIElement).toBe(true);
    const entitlements = readFileSync(join(PROJECT, file.mac.entitlements), 'utf8');
    expect([...entitlements.matchAll(/<key>([^<]+)<\/key>/g)].map(([, key]) => key)).toEqual([
      'com.apple.security.cs.allow-jit',
    ]);
    expect(file.mac.entitlementsInherit).toBe(file.mac.entitlements);
  });

  it('opens baton: links, and has an action for a quick transfer in every language', () => {
    expect(file.protocols).toEqual([
      expect.objectContaining({ schemes: ['baton'], role: 'Viewer' }),
    ]);
    const action = file.linux.desktop.desktopActions['quick-transfer'] ?? {};
    expect(file.linux.desktop.entry['Actions']).toBe('quick-transfer;');
    expect(action['Exec']).toBe('baton --popup');
    for (const language of languages.filter((tag) => tag !== 'en')) {
      expect(action[`Name[${language.replace('-', '_')}]`]).toBeTruthy();
    }
  });

  it("keeps of Chromium's texts those in the languages of the interface", () => {
    expect(file.electronLanguages.map((tag) => (tag === 'en-US' ? 'en' : tag))).toEqual([
      ...languages,
    ]);
  });

  it('starts no AppImage without the sandbox', () => {
    // The toolset 0.0.0 puts --no-sandbox into the entry.
    expect(Number.parseInt(file.toolsets.appimage, 10)).toBeGreaterThanOrEqual(1);
  });

  it('publishes nothing by itself', () => {
    expect(file.publish).toBeNull();
  });

  it('names only files that are there', () => {
    const named = [
      file.afterExtract,
      file.afterPack,
      file.msiProjectCreated,
      ...file.linux.extraFiles.map(({ from }) => from),
      ...[file.deb, file.rpm].flatMap((one) => [
        one.afterInstall,
        one.afterRemove,
        one.appArmorProfile,
      ]),
      file.mac.entitlements,
      file.nsis.include,
    ];
    expect(named.filter((path) => !existsSync(join(PROJECT, path)))).toEqual([]);
  });
});
