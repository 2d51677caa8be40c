import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Resvg } from '@resvg/resvg-js';

import { icnsOf, icoOf } from './icon-containers.mjs';

/** Sides in pixels: the folders of a Linux icon theme, and all that Windows and macOS ask for. */
const SIZES = [16, 22, 24, 32, 48, 64, 128, 256, 512, 1024];
const LARGEST_ON_WINDOWS = 256;

/**
 * Draws Baton's icon in every size and format that packages hold: `<size>x<size>.png`, `icon.ico`
 * and `icon.icns`. Each size is drawn from the drawing itself, none is scaled from another.
 * @param {string} drawing an SVG file
 * @param {string} target folder, made where it is missing
 */
export function renderPackageIcons(drawing, target) {
  const svg = readFileSync(drawing, 'utf8');
  mkdirSync(target, { recursive: true });
  const renderings = SIZES.map((size) => ({
    size,
    png: new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng(),
  }));
  for (const { size, png } of renderings) writeFileSync(join(target, `${size}x${size}.png`), png);
  writeFileSync(
    join(target, 'icon.ico'),
    icoOf(renderings.filter(({ size }) => size <= LARGEST_ON_WINDOWS)),
  );
  writeFileSync(join(target, 'icon.icns'), icnsOf(renderings));
}
