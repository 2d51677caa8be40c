import { readFileSync } from 'node:fs';

/** What stands before the fuses in Electron's binary (electronjs.org, "Electron Fuses"). */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** The fuses in the order of the wire, by electron-builder's names for them. */
const WIRE = /** @type {const} */ ([
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
]);

/** @typedef {typeof WIRE[number]} Fuse */

/** Since when the fuse is on the wire: to set it in an older Electron is an error. */
const FILE_PRIVILEGES_SINCE = 29;

/** Since when Electron itself compares the archive with the hash that the package names. */
const INTEGRITY_SINCE = /** @type {const} */ ({ darwin: 16, win32: 30 });

/**
 * The fuses of a packaged Baton: it runs no other code than that of its own archive, and takes none
 * by variables or switches.
 * @param {number} major of the Electron that is packaged
 * @param {NodeJS.Platform} platform
 * @returns {Partial<Record<Fuse, boolean>>} for electron-builder; what is not named stays as it is
 */
export function fusesFor(major, platform) {
  const integrity =
    platform === 'darwin' || platform === 'win32' ? major >= INTEGRITY_SINCE[platform] : false;
  return {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
    ...(integrity && { enableEmbeddedAsarIntegrityValidation: true }),
    ...(major >= FILE_PRIVILEGES_SINCE && { grantFileProtocolExtraPrivileges: false }),
  };
}

/**
 * Reads the fuses back from an Electron binary.
 * @param {string} program
 * @returns {Partial<Record<Fuse, 'on' | 'off' | 'removed'>>} those on its wire
 */
export function readFuses(program) {
  const binary = readFileSync(program);
  const sentinel = binary.indexOf(SENTINEL, 0, 'latin1');
  if (sentinel === -1) throw new Error(`${program} has no fuses.`);
  const wire = sentinel + SENTINEL.length + 2;
  const length = binary[wire - 1] ?? 0;
  return Object.fromEntries(
    WIRE.slice(0, length).map((fuse, index) => [fuse, stateOf(binary[wire + index])]),
  );
}

/** @param {number | undefined} byte */
function stateOf(byte) {
  if (byte === '1'.charCodeAt(0)) return 'on';
  return byte === '0'.charCodeAt(0) ? 'off' : 'removed';
}
