import { EventEmitter } from 'node:events';

import { describe, expect, it } from 'vitest';

import { receiveLinks, registerLinks } from '../../../electron/shell/links';

const installed = { packaged: true, kiosk: false, platform: 'win32' } as const;

function registered(at: Parameters<typeof registerLinks>[1], already = false): string[] {
  const protocols: string[] = [];
  const app = {
    isDefaultProtocolClient: () => already,
    setAsDefaultProtocolClient: (protocol: string) => protocols.push(protocol) > 0,
  };
  registerLinks(app, at);
  return protocols;
}

describe('baton: links', () => {
  it('are registered by an installed program on Windows and macOS, once', () => {
    expect(registered(installed)).toEqual(['baton']);
    expect(registered({ ...installed, platform: 'darwin' })).toEqual(['baton']);
    expect(registered(installed, true)).toEqual([]);
  });

  it('are left alone in development, in a kiosk and where the package has said it', () => {
    expect(registered({ ...installed, packaged: false })).toEqual([]);
    expect(registered({ ...installed, kiosk: true })).toEqual([]);
    expect(registered({ ...installed, platform: 'linux' })).toEqual([]);
  });

  it('wait for whoever follows them, where macOS hands them over before Baton is ready', () => {
    const app = new EventEmitter();
    const links = receiveLinks(app);
    const prevented: string[] = [];
    const open = (url: string) =>
      app.emit('open-url', { preventDefault: () => prevented.push(url) }, url);
    open('baton:transfer?to=1');
    const followed: string[] = [];
    links((url) => followed.push(url));
    expect(followed).toEqual(['baton:transfer?to=1']);
    open('baton:transfer?to=2');
    expect(followed).toEqual(['baton:transfer?to=1', 'baton:transfer?to=2']);
    expect(prevented).toEqual(followed);
  });
});
