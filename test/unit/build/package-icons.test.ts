import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { icnsOf, icoOf } from '../../../build/package/icon-containers.mjs';
import { renderPackageIcons } from '../../../build/package/icons.mjs';

const drawing = resolve(import.meta.dirname, '../../../build/icons/app-icon.svg');
const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Width and height that a PNG states. */
function sidesOf(png: Buffer): [number, number] {
  expect(png.subarray(0, 8)).toEqual(pngSignature);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** What the directory of an .ico says of its images, and each image. */
function readIco(ico: Buffer) {
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1]);
  return Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const at = 6 + index * 16;
    const offset = ico.readUInt32LE(at + 12);
    const side = (byte: number) => (byte === 0 ? 256 : byte);
    return {
      sides: [side(ico.readUInt8(at)), side(ico.readUInt8(at + 1))],
      bits: ico.readUInt16LE(at + 6),
      png: ico.subarray(offset, offset + ico.readUInt32LE(at + 8)),
    };
  });
}

/** The entries of an .icns. */
function readIcns(icns: Buffer) {
  expect(icns.toString('latin1', 0, 4)).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const entries: { type: string; png: Buffer }[] = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    const end = at + icns.readUInt32BE(at + 4);
    entries.push({ type: icns.toString('latin1', at, at + 4), png: icns.subarray(at + 8, end) });
  }
  return entries;
}

describe('the icons of packages', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'baton-icons-'));
    renderPackageIcons(drawing, folder);
  }, 60_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('are drawn in every size from 16 to 1024 pixels', () => {
    const pngs = readdirSync(folder).filter((name) => name.endsWith('.png'));
    expect(pngs.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))).toEqual(
      [16, 22, 24, 32, 48, 64, 128, 256, 512, 1024].map((size) => `${size}x${size}.png`),
    );
    for (const name of pngs) {
      const size = Number.parseInt(name, 10);
      expect(sidesOf(readFileSync(join(folder, name)))).toEqual([size, size]);
    }
  });

  it('make an .ico whose directory tells of each image what it is', () => {
    const images = readIco(readFileSync(join(folder, 'icon.ico')));
    expect(images.map(({ sides }) => sides[0])).toEqual([16, 22, 24, 32, 48, 64, 128, 256]);
    for (const { sides, bits, png } of images) {
      expect(sidesOf(png)).toEqual(sides);
      expect(bits).toBe(32);
    }
  });

  it('make an .icns with every size that macOS asks for, at both scales', () => {
    const sizes = readIcns(readFileSync(join(folder, 'icon.icns'))).map(
      ({ type, png }) => `${type} ${sidesOf(png)[0]}`,
    );
    expect(sizes).toEqual([
      'icp4 16',
      'icp5 32',
      'ic11 32',
      'ic12 64',
      'ic07 128',
      'ic08 256',
      'ic13 256',
      'ic09 512',
      'ic14 512',
      'ic10 1024',
    ]);
  });

  it('refuse a side that an .ico cannot state', () => {
    expect(() => icoOf([{ size: 512, png: pngSignature }])).toThrow('512 pixels');
  });

  it('leave out of an .icns what macOS has no name for', () => {
    expect(readIcns(icnsOf([{ size: 48, png: pngSignature }]))).toEqual([]);
  });
});
