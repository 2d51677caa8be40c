/**
 * @typedef {object} PackageArguments
 * @property {boolean} release
 * @property {string[]} targets electron-builder's names, such as "dir", "tar.gz", "deb"
 */

/** What is made without being asked for: a folder that runs, and one file of it where that is simple. */
const USUAL = /** @type {const} */ ({ linux: ['dir', 'tar.gz'], darwin: ['dir'], win32: ['dir'] });

export const USAGE = `Usage: npm run package [-- TARGET…]
       npm run package -- --release

Without a target it makes a folder that runs and, on Linux, one archive of it.
--release makes everything that is released for this system, on the current Electron alone.`;

/**
 * @param {readonly string[]} argv after the program's name
 * @param {NodeJS.Platform} platform
 * @param {Readonly<Record<string, readonly string[]>>} released targets of a release by platform
 * @returns {PackageArguments | { error: string }}
 */
export function readArguments(argv, platform, released) {
  const all = released[platform];
  if (
    all === undefined ||
    (platform !== 'linux' && platform !== 'darwin' && platform !== 'win32')
  ) {
    return { error: `Baton is not packaged on ${platform}.` };
  }
  const release = argv.includes('--release');
  const named = argv.filter((argument) => argument !== '--release');
  const unknown = named.find((name) => name !== 'dir' && !all.includes(name));
  if (unknown !== undefined) {
    return { error: `${unknown} cannot be made here; it is one of: dir, ${all.join(', ')}.` };
  }
  if (release && named.length > 0) return { error: '--release makes all of them: name none.' };
  if (release) return { release, targets: [...all] };
  return { release, targets: named.length > 0 ? named : [...USUAL[platform]] };
}
