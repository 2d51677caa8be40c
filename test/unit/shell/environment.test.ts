import { describe, expect, it } from 'vitest';

import { about } from '../../../electron/shell/about';
import { displayServerOf, platformOf } from '../../../electron/shell/environment';
import { foldersOf } from '../../../electron/shell/folders';
import { firstProxy, resolveProxy } from '../../../electron/shell/system-proxy';

describe('the system that Baton runs on', () => {
  it.each([
    ['linux', {}, 'x11'],
    ['linux', { XDG_SESSION_TYPE: 'x11', DISPLAY: ':0' }, 'x11'],
    ['linux', { XDG_SESSION_TYPE: 'wayland' }, 'wayland'],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'wayland'],
    ['linux', { WAYLAND_DISPLAY: '' }, 'x11'],
    ['darwin', {}, 'macos'],
    ['win32', {}, 'windows'],
  ] as const)('is told from %s and %j as %s', (platform, environment, server) => {
    expect(displayServerOf(platform, environment)).toBe(server);
  });

  it('is treated as Linux where it is none of the three', () => {
    expect(platformOf('freebsd')).toBe('linux');
    expect(platformOf('darwin')).toBe('darwin');
  });

  it.each([
    ['25.1.1', true],
    ['45.4.1', false],
    ['46.0.0', false],
  ])('is a trial runtime with Electron %s: %s', (electron, trial) => {
    const folders = foldersOf('/opt/baton/dist/main', '/home/agent/.config/Baton');
    expect(about({ electron, chrome: '1', node: '2' }, '0.1.0', folders).trialRuntime).toBe(trial);
  });
});

describe('the proxy', () => {
  const session = (answer: string) => ({ resolveProxy: () => Promise.resolve(answer) });

  it.each([
    ['DIRECT', null],
    ['', null],
    ['PROXY proxy.example:3128', 'http://proxy.example:3128'],
    ['HTTPS proxy.example:443; DIRECT', 'https://proxy.example:443'],
    ['SOCKS5 socks.example:1080; PROXY proxy.example:3128', 'http://proxy.example:3128'],
    ['SOCKS socks.example:1080', null],
    ['DIRECT; PROXY proxy.example:3128', null],
  ])('of the system is read from %j as %s', (answer, proxy) => {
    expect(firstProxy(answer)).toBe(proxy);
  });

  it('is the one of the settings where they name one, and none where they say so', async () => {
    const system = session('PROXY proxy.example:3128');
    const address = 'https://phlorunner.plivo.com/';
    expect(await resolveProxy('none', address, system)).toBeNull();
    expect(await resolveProxy('http://other.example:8080', address, system)).toBe(
      'http://other.example:8080',
    );
    expect(await resolveProxy('system', address, system)).toBe('http://proxy.example:3128');
  });
});
