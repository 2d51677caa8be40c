import { join } from 'node:path';

/**
 * Where things lie in a folder that electron-builder packaged.
 * @typedef {object} Layout
 * @property {string} program what is started
 * @property {string} fuses the binary that holds the fuses
 * @property {string} resources the folder of the archive
 */

/**
 * @param {string} folder such as release/linux-unpacked
 * @param {NodeJS.Platform} platform
 * @returns {Layout}
 */
export function layoutOf(folder, platform) {
  if (platform === 'darwin') {
    const contents = join(folder, 'Baton.app', 'Contents');
    return {
      program: join(contents, 'MacOS', 'Baton'),
      fuses: join(
        contents,
        'Frameworks',
        'Electron Framework.framework',
        'Versions',
        'A',
        'Electron Framework',
      ),
      resources: join(contents, 'Resources'),
    };
  }
  const program = join(folder, platform === 'win32' ? 'Baton.exe' : 'baton');
  return { program, fuses: program, resources: join(folder, 'resources') };
}

/**
 * @param {NodeJS.Platform} platform
 * @param {string} arch as Node names it
 * @returns {string} electron-builder's name for the folder that runs
 */
export function unpackedFolder(platform, arch) {
  const suffix = arch === 'x64' ? '' : `-${arch}`;
  if (platform === 'darwin') return `mac${suffix}`;
  return `${platform === 'win32' ? 'win' : 'linux'}${suffix}-unpacked`;
}
