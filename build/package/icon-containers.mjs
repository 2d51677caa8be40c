/**
 * One rendering of an icon: a square PNG file.
 * @typedef {object} Rendering
 * @property {number} size its width and height in pixels
 * @property {Uint8Array} png
 */

/** Windows reads PNG files inside an ICO since Vista; a side of 256 is written as 0. */
const ICO_LARGEST = 256;

/**
 * The types under which macOS looks for PNG files in an ICNS, by their size in pixels. A size that
 * stands for two (256 is also 128 at scale 2) is listed under both.
 * @type {ReadonlyArray<readonly [type: string, size: number]>}
 */
const ICNS_TYPES = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
];

/**
 * An icon for Windows.
 * @param {readonly Rendering[]} renderings sides of 1 to 256 pixels
 * @returns {Buffer} the content of an .ico file, the smallest first
 */
export function icoOf(renderings) {
  const images = [...renderings].sort((a, b) => a.size - b.size);
  const header = Buffer.alloc(6 + images.length * 16);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of images.entries()) {
    if (size < 1 || size > ICO_LARGEST) throw new Error(`An .ico holds no side of ${size} pixels.`);
    const at = 6 + index * 16;
    header.writeUInt8(size % ICO_LARGEST, at);
    header.writeUInt8(size % ICO_LARGEST, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...images.map(({ png }) => png)]);
}

/**
 * An icon for macOS.
 * @param {readonly Rendering[]} renderings
 * @returns {Buffer} the content of an .icns file; sizes that macOS does not ask for are left out
 */
export function icnsOf(renderings) {
  const entries = ICNS_TYPES.flatMap(([type, wanted]) => {
    const found = renderings.find(({ size }) => size === wanted);
    return found === undefined ? [] : [entry(type, found.png)];
  });
  return entry('icns', Buffer.concat(entries));
}

/**
 * @param {string} type four characters
 * @param {Uint8Array} content
 * @returns {Buffer} type, length with these eight bytes counted in, content
 */
function entry(type, content) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([head, content]);
}
