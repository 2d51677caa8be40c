// Renders the icons of build/icons into the PNG files that Electron reads: it takes no SVG.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Resvg } from '@resvg/resvg-js';

/** Tray icons, in pixels at scale 1: Windows and macOS 16, Linux panels 22. */
const traySizes = [16, 22];
const trayScales = [1, 2];
const appSizes = [32, 64, 128, 256, 512];

/**
 * @param {string} svg
 * @param {number} pixels
 */
const png = (svg, pixels) =>
  new Resvg(svg, { fitTo: { mode: 'width', value: pixels } }).render().asPng();

/**
 * Writes `tray-<state>…-<size>@<scale>x.png` and `app-<size>.png` into `target`.
 *
 * @param {string} source folder of the SVG files
 * @param {string} target folder, made where it is missing
 */
export function renderIcons(source, target) {
  mkdirSync(target, { recursive: true });
  for (const file of readdirSync(source).filter((name) => /^tray-.*\.svg$/.test(name))) {
    const svg = readFileSync(join(source, file), 'utf8');
    const name = file.slice(0, -'.svg'.length);
    for (const size of traySizes) {
      for (const scale of trayScales) {
        writeFileSync(join(target, `${name}-${size}@${scale}x.png`), png(svg, size * scale));
      }
    }
  }
  const app = readFileSync(join(source, 'app-icon.svg'), 'utf8');
  for (const size of appSizes) writeFileSync(join(target, `app-${size}.png`), png(app, size));
}
