import { describe, expect, it } from 'vitest';
import type { Host } from '../../../build/set-up/host.mjs';
import { parseOsRelease } from '../../../build/set-up/host.mjs';
import { planSetUp } from '../../../build/set-up/plan.mjs';
import { neededPackages } from '../../../build/set-up/system-packages.mjs';

const host = (changed: Partial<Host>): Host => ({
  platform: 'linux',
  arch: 'x64',
  nodeVersion: '20.20.2',
  root: true,
  display: false,
  osRelease: parseOsRelease('ID=debian\nVERSION_ID="12"\n'),
  ...changed,
});

const like = (text: string) => ({ osRelease: parseOsRelease(text) });

const plan = (changed: Partial<Host>, wanted: readonly string[], nodeModulesWritable = true) => {
  const machine = host(changed);
  const missingPackages = neededPackages(machine, true).filter((one) =>
    wanted.includes(one.debian),
  );
  return planSetUp(machine, { missingPackages, nodeModulesWritable });
};

describe('the plan of set-up', () => {
  it('installs nothing where nothing is missing, for any user', () => {
    expect(plan({ root: false }, [])).toEqual({ kind: 'go', install: [] });
  });

  it('installs exactly what is missing as root on Debian, without questions', () => {
    expect(plan({}, ['xvfb', 'libgtk-3-0'])).toEqual({
      kind: 'go',
      install: [
        ['apt-get', 'update', '-q'],
        ['apt-get', '-q', 'install', '-y', '--no-install-recommends', 'libgtk-3-0', 'xvfb'],
      ],
    });
  });

  it('installs on a distribution that is like Debian, by its own names', () => {
    const ubuntu = like('ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\n');
    expect(plan(ubuntu, ['libasound2'])).toMatchObject({
      install: [expect.anything(), expect.arrayContaining(['libasound2t64'])],
    });
  });

  it('gives a user who is not root the exact commands instead, and installs nothing', () => {
    const refused = plan({ root: false }, ['xvfb', 'openbox']);
    expect(refused.kind).toBe('refuse');
    expect(refused).not.toHaveProperty('install');
    expect(refused).toMatchObject({
      lines: expect.arrayContaining([
        '  sudo apt-get update',
        '  sudo apt-get install -y --no-install-recommends xvfb openbox',
      ]),
    });
  });

  it.each([
    ['ID=fedora\nVERSION_ID=40', '  dnf install -y gtk3 xorg-x11-server-Xvfb'],
    ['ID=rocky\nID_LIKE="rhel centos fedora"', '  dnf install -y gtk3 xorg-x11-server-Xvfb'],
    ['ID=arch', '  pacman -S --needed gtk3 xorg-server-xvfb'],
  ])('installs nothing outside Debian, even as root: %j', (osRelease, command) => {
    const refused = plan(like(osRelease), ['libgtk-3-0', 'xvfb']);
    expect(refused.kind).toBe('refuse');
    expect(refused).toMatchObject({ lines: expect.arrayContaining([command]) });
  });

  it('names what is missing on a system that it does not know', () => {
    const refused = plan(like('ID=void'), ['libgtk-3-0', 'xvfb']);
    expect(refused).toMatchObject({
      kind: 'refuse',
      lines: expect.arrayContaining([expect.stringContaining('libgtk-3-0 xvfb')]),
    });
  });

  it.each(['18.20.4', '20.18.9'])('refuses Node %s before anything else', (nodeVersion) => {
    expect(plan({ nodeVersion }, ['xvfb'])).toMatchObject({
      kind: 'refuse',
      lines: [expect.stringContaining(nodeVersion), expect.any(String)],
    });
  });

  it('refuses a folder that it may not write to before it installs packages', () => {
    expect(plan({}, ['xvfb'], false).kind).toBe('refuse');
  });

  it.each(['darwin', 'win32'] as const)('needs no system packages on %s', (platform) => {
    expect(neededPackages(host({ platform, osRelease: {} }), true)).toEqual([]);
  });

  it('needs the private desktop only where one is started', () => {
    const names = (desktop: boolean) =>
      neededPackages(host({}), desktop).map(({ debian }) => debian);
    expect(names(false)).toContain('libgtk-3-0');
    expect(names(false)).not.toContain('xvfb');
    expect(names(true)).toEqual(expect.arrayContaining(['libgtk-3-0', 'xvfb', 'p7zip-full']));
  });
});
