import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runProgram } from '../run-program.mjs';
import { isLike } from './host.mjs';

/**
 * One package of the system, by its name in each family of distributions, and what shows on a
 * distribution without dpkg that it is there.
 * @typedef {object} SystemPackage
 * @property {string} debian
 * @property {string} [debianTime64] its name since the 64-bit time change (Debian 13, Ubuntu 24.04)
 * @property {string} fedora
 * @property {string} arch
 * @property {{ library: string } | { program: string } | null} shownBy
 */

/** What Electron and the keychain need wherever they run. @type {readonly SystemPackage[]} */
const RUNTIME = [
  {
    debian: 'libgtk-3-0',
    debianTime64: 'libgtk-3-0t64',
    fedora: 'gtk3',
    arch: 'gtk3',
    shownBy: { library: 'libgtk-3.so.0' },
  },
  { debian: 'libnss3', fedora: 'nss', arch: 'nss', shownBy: { library: 'libnss3.so' } },
  {
    debian: 'libasound2',
    debianTime64: 'libasound2t64',
    fedora: 'alsa-lib',
    arch: 'alsa-lib',
    shownBy: { library: 'libasound.so.2' },
  },
  { debian: 'libgbm1', fedora: 'mesa-libgbm', arch: 'mesa', shownBy: { library: 'libgbm.so.1' } },
  {
    debian: 'libxss1',
    fedora: 'libXScrnSaver',
    arch: 'libxss',
    shownBy: { library: 'libXss.so.1' },
  },
  {
    debian: 'libatk-bridge2.0-0',
    debianTime64: 'libatk-bridge2.0-0t64',
    fedora: 'at-spi2-atk',
    arch: 'at-spi2-core',
    shownBy: { library: 'libatk-bridge-2.0.so.0' },
  },
  {
    debian: 'libnotify4',
    fedora: 'libnotify',
    arch: 'libnotify',
    shownBy: { library: 'libnotify.so.4' },
  },
  { debian: 'libxtst6', fedora: 'libXtst', arch: 'libxtst', shownBy: { library: 'libXtst.so.6' } },
  {
    debian: 'at-spi2-core',
    fedora: 'at-spi2-core',
    arch: 'at-spi2-core',
    shownBy: { library: 'libatspi.so.0' },
  },
  {
    debian: 'libsecret-1-0',
    fedora: 'libsecret',
    arch: 'libsecret',
    shownBy: { library: 'libsecret-1.so.0' },
  },
];

/** What packages are made with; some files of the tests too. @type {SystemPackage} */
const ARCHIVER = {
  debian: 'p7zip-full',
  fedora: 'p7zip-plugins',
  arch: 'p7zip',
  shownBy: { program: '7za' },
};

/** What a private virtual desktop and its tests need besides. @type {readonly SystemPackage[]} */
const DESKTOP = [
  {
    debian: 'xvfb',
    fedora: 'xorg-x11-server-Xvfb',
    arch: 'xorg-server-xvfb',
    shownBy: { program: 'Xvfb' },
  },
  { debian: 'curl', fedora: 'curl', arch: 'curl', shownBy: { program: 'curl' } },
  { debian: 'xauth', fedora: 'xorg-x11-xauth', arch: 'xorg-xauth', shownBy: { program: 'xauth' } },
  { debian: 'openbox', fedora: 'openbox', arch: 'openbox', shownBy: { program: 'openbox' } },
  { debian: 'picom', fedora: 'picom', arch: 'picom', shownBy: { program: 'picom' } },
  { debian: 'hsetroot', fedora: 'hsetroot', arch: 'hsetroot', shownBy: { program: 'hsetroot' } },
  {
    debian: 'xfce4-panel',
    fedora: 'xfce4-panel',
    arch: 'xfce4-panel',
    shownBy: { program: 'xfce4-panel' },
  },
  { debian: 'xfconf', fedora: 'xfconf', arch: 'xfconf', shownBy: { program: 'xfconf-query' } },
  { debian: 'dbus', fedora: 'dbus-daemon', arch: 'dbus', shownBy: { program: 'dbus-daemon' } },
  { debian: 'dbus-x11', fedora: 'dbus-x11', arch: 'dbus', shownBy: { program: 'dbus-launch' } },
  { debian: 'libglib2.0-bin', fedora: 'glib2', arch: 'glib2', shownBy: { program: 'gdbus' } },
  {
    debian: 'gnome-keyring',
    fedora: 'gnome-keyring',
    arch: 'gnome-keyring',
    shownBy: { program: 'gnome-keyring-daemon' },
  },
  {
    debian: 'libsecret-tools',
    fedora: 'libsecret',
    arch: 'libsecret',
    shownBy: { program: 'secret-tool' },
  },
  {
    debian: 'python3-dbusmock',
    fedora: 'python3-dbusmock',
    arch: 'python-dbusmock',
    shownBy: null,
  },
  { debian: 'xdotool', fedora: 'xdotool', arch: 'xdotool', shownBy: { program: 'xdotool' } },
  {
    debian: 'x11-utils',
    fedora: 'xprop xwininfo xev',
    arch: 'xorg-xprop xorg-xwininfo xorg-xev',
    shownBy: { program: 'xwininfo' },
  },
  { debian: 'wmctrl', fedora: 'wmctrl', arch: 'wmctrl', shownBy: { program: 'wmctrl' } },
  { debian: 'xclip', fedora: 'xclip', arch: 'xclip', shownBy: { program: 'xclip' } },
  { debian: 'scrot', fedora: 'scrot', arch: 'scrot', shownBy: { program: 'scrot' } },
  {
    debian: 'imagemagick',
    fedora: 'ImageMagick',
    arch: 'imagemagick',
    shownBy: { program: 'import' },
  },
  ARCHIVER,
  { debian: 'fonts-inter', fedora: 'rsms-inter-fonts', arch: 'inter-font', shownBy: null },
  {
    debian: 'fonts-noto-core',
    fedora: 'google-noto-sans-fonts',
    arch: 'noto-fonts',
    shownBy: null,
  },
];

/**
 * @param {import('./host.mjs').Host} host
 * @param {boolean} desktop a private desktop will be started
 * @returns {readonly SystemPackage[]} what must be there; nothing outside Linux
 */
export function neededPackages(host, desktop) {
  if (host.platform !== 'linux') return [];
  return desktop ? [...RUNTIME, ...DESKTOP] : RUNTIME;
}

/**
 * @param {import('./host.mjs').Host} host
 * @returns {readonly SystemPackage[]} what `npm run package` needs; nothing outside Linux
 */
export function packagingPackages(host) {
  return host.platform === 'linux' ? [ARCHIVER] : [];
}

/**
 * @param {import('./host.mjs').Host} host
 * @param {SystemPackage} wanted
 * @returns {string} its name on this Debian or Ubuntu
 */
export function debianName(host, wanted) {
  const { ID = '', VERSION_ID = '' } = host.osRelease;
  const since = ID === 'ubuntu' ? 24.04 : 13;
  const time64 = Number.parseFloat(VERSION_ID) >= since;
  return time64 ? (wanted.debianTime64 ?? wanted.debian) : wanted.debian;
}

/**
 * Looks which packages are missing: by dpkg where there is one, elsewhere by what they bring.
 * @param {import('./host.mjs').Host} host
 * @param {readonly SystemPackage[]} needed
 * @returns {Promise<SystemPackage[]>}
 */
export async function findMissingPackages(host, needed) {
  if (needed.length === 0) return [];
  if (isLike(host, 'debian')) {
    const names = needed.map((one) => debianName(host, one));
    const { stdout } = await runProgram('dpkg-query', [
      '-W',
      '-f=${Package} ${db:Status-Status}\n',
      ...names,
    ]);
    const installed = new Set(
      stdout
        .split('\n')
        .flatMap((line) => (line.endsWith(' installed') ? [line.split(' ')[0]] : [])),
    );
    return needed.filter((one) => !installed.has(debianName(host, one)));
  }
  const { stdout: libraries } = await runProgram('ldconfig', ['-p'], {
    env: { ...process.env, PATH: `${process.env['PATH']}${delimiter}/sbin${delimiter}/usr/sbin` },
  });
  return needed.filter(({ shownBy }) => {
    if (shownBy === null) return false;
    return 'library' in shownBy ? !libraries.includes(shownBy.library) : !onPath(shownBy.program);
  });
}

/** @param {string} program */
function onPath(program) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
