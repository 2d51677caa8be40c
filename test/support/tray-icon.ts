import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { Desktop } from './baton';
import type { IconPicture, TrayItem } from './tray-item';

const folder = resolve(import.meta.dirname, '../../dist/icons');
const states = ['ready', 'inflight', 'attention', 'practice', 'offline'] as const;
const shades = ['on-light', 'on-dark'] as const;

/** Rounding on the way through premultiplied colours, in steps of 255. */
const tolerance = 4;

const names = states.flatMap((state) => shades.map((shade) => `${state} ${shade}`));

/** Pixels of the icons as they were drawn, by name: RGBA, 4 bytes a pixel. */
let drawn: Promise<ReadonlyMap<string, Buffer>> | null = null;

/** One process reads them all: it is asked for while a test waits for the icon. */
async function drawIcons(desktop: Desktop): Promise<ReadonlyMap<string, Buffer>> {
  const raw = join(desktop.home, 'tray-icons.rgba');
  const pngs = names.map((name) => join(folder, `tray-${name.replace(' ', '-')}-22@2x.png`));
  const args = [...pngs, '-append', '-depth', '8', `RGBA:${raw}`];
  const { code, stderr } = await desktop.run('convert', args);
  if (code !== 0) throw new Error(`The icons could not be read. ${stderr}`);
  const pixels = readFileSync(raw);
  const length = pixels.length / names.length;
  return new Map(
    names.map((name, at) => [name, pixels.subarray(at * length, (at + 1) * length)] as const),
  );
}

/** How much two pictures differ at most in any channel. Under a clear pixel no colour is seen. */
function difference({ argb }: IconPicture, rgba: Buffer): number {
  if (argb.length !== rgba.length) return 255;
  let most = 0;
  for (let at = 0; at < rgba.length; at += 4) {
    const [alpha = 0, ...shown] = argb.subarray(at, at + 4);
    const drawnAlpha = rgba[at + 3] ?? 0;
    most = Math.max(most, Math.abs(alpha - drawnAlpha));
    for (const [channel, value] of shown.entries()) {
      const wanted = rgba[at + channel] ?? 0;
      most = Math.max(most, Math.abs(value * alpha - wanted * drawnAlpha) / 255);
    }
  }
  return most;
}

/** Which of Baton's icons the tray shows, such as "ready on-light". */
export async function shownIcon(desktop: Desktop, tray: TrayItem): Promise<string> {
  const { icons } = await tray.properties();
  const largest = icons.toSorted((one, other) => other.width - one.width)[0];
  if (largest === undefined) return 'no icon';
  drawn ??= drawIcons(desktop);
  const matches = [...(await drawn)]
    .filter(([, pixels]) => difference(largest, pixels) <= tolerance)
    .map(([name]) => name);
  return matches.join(' or ') || `unknown, ${largest.width} px wide`;
}
