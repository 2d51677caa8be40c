import { closeSync, openSync, readSync } from 'node:fs';

/**
 * @typedef {object} ArchivedFile
 * @property {string} path inside the archive, with slashes and without one at the beginning
 * @property {number} size in bytes
 * @property {boolean} unpacked it lies beside the archive
 */

/** @typedef {{ files?: Record<string, Node>, size?: number, unpacked?: boolean }} Node */

/**
 * Lists an asar archive by its header: the length of the JSON text stands in the fourth of four
 * 32-bit numbers, the text after them.
 * @param {string} file
 * @returns {ArchivedFile[]}
 */
export function listAsar(file) {
  const archive = openSync(file, 'r');
  try {
    const length = readAt(archive, 0, 16).readUInt32LE(12);
    return filesOf(JSON.parse(readAt(archive, 16, length).toString('utf8')), '');
  } finally {
    closeSync(archive);
  }
}

/**
 * @param {number} archive
 * @param {number} position
 * @param {number} length
 */
function readAt(archive, position, length) {
  const bytes = Buffer.alloc(length);
  if (readSync(archive, bytes, 0, length, position) !== length) {
    throw new Error('The archive is cut off.');
  }
  return bytes;
}

/**
 * @param {Node} node
 * @param {string} path
 * @returns {ArchivedFile[]}
 */
function filesOf({ files, size = 0, unpacked = false }, path) {
  if (files === undefined) return [{ path, size, unpacked }];
  return Object.entries(files).flatMap(([name, node]) =>
    filesOf(node, path === '' ? name : `${path}/${name}`),
  );
}
