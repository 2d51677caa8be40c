import { describe, expect, it } from 'vitest';

import { updateHindrance, type Installation } from '../../../electron/config/update-policy';

const appImage: Installation = {
  packaged: true,
  kiosk: false,
  platform: 'linux',
  appImage: true,
  uninstaller: false,
  replaceable: true,
  feed: true,
};
const windows: Installation = { ...appImage, platform: 'win32', appImage: false };
const mac: Installation = { ...appImage, platform: 'darwin', appImage: false };

describe('Baton updates itself', () => {
  it.each([
    ['as an AppImage', appImage],
    ['installed by its own installer on Windows', { ...windows, uninstaller: true }],
    ['on macOS, dragged there by the person', mac],
  ])('%s', (_how, at) => {
    expect(updateHindrance(at)).toBeNull();
  });

  it.each([
    ['in a kiosk', { ...appImage, kiosk: true }, 'kiosk'],
    ['from its sources', { ...appImage, packaged: false }, 'development'],
    ['as a deb, an rpm or an archive', { ...appImage, appImage: false }, 'installed-otherwise'],
    [
      'as an AppImage that belongs to root',
      { ...appImage, replaceable: false },
      'installed-otherwise',
    ],
    ['installed by an MSI', windows, 'installed-otherwise'],
    ['installed by a pkg', { ...mac, replaceable: false }, 'installed-otherwise'],
    ['where the package names no place', { ...appImage, feed: false }, 'no-feed'],
  ] as const)('not %s', (_how, at, hindrance) => {
    expect(updateHindrance(at)).toBe(hindrance);
  });
});
