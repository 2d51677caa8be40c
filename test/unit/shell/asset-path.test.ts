import { describe, expect, it } from 'vitest';

import { assetOf } from '../../../electron/shell/asset-path';

const root = '/opt/baton/renderer';

describe('an address of the app scheme', () => {
  it('names a file below the renderer', () => {
    expect(assetOf('app://baton/popup/index.html', root)).toEqual({
      file: '/opt/baton/renderer/popup/index.html',
      type: 'text/html; charset=utf-8',
    });
    expect(assetOf('app://baton/assets/a.js?v=1#x', root)?.type).toBe(
      'text/javascript; charset=utf-8',
    );
  });

  it.each([
    'app://baton/..%2fsecret.html',
    'app://baton/%2e%2e%2f%2e%2e%2fetc/passwd.html',
    'app://baton/popup/..%5c..%5csecret.html',
    'app://baton//etc/passwd',
    'app://baton/popup/index.html%00.png',
    'app://baton/%E0%A4%A',
    'app://baton/',
    'app://baton/popup/main.ts',
    'app://other/popup/index.html',
    'https://baton/popup/index.html',
    'file:///etc/passwd.html',
    'nonsense',
  ])('names nothing as %s', (address) => {
    expect(assetOf(address, root)).toBeNull();
  });

  it('cannot climb out: dots are folded before it is read', () => {
    expect(assetOf('app://baton/../secret.html', root)?.file).toBe(`${root}/secret.html`);
    expect(assetOf('app://baton/%2e%2e/secret.html', root)?.file).toBe(`${root}/secret.html`);
  });
});
