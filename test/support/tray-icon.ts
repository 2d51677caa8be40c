import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { Desktop } from './baton';
import type { IconPicture, TrayItem } from './tray-item';

const folder = resolve(import.meta.dirname, '../../dist/icons');
const states = ['ready', 'inflight', 'attention', 'practice', 'offline'] as const;
const shades = ['on-light', 'on-dark'] as const;

/** Rounding on the way through premultiplied colours, in steps of 255. */
const tolerance = 4;

/** Pixels of the icons as they were drawn: RGBA, 4 bytes a pixel. */
const drawn = new Map<string, Buffer>();

async function drawnIcon(desktop: Desktop, name: string): Promise<Buffer> {
  const known = drawn.get(name);
  if (known !== undefined) return known;
  const raw = join(desktop.home, `${name}.rgba`);
  const png = join(folder, `${name}-22@2x.png`);
  const { code, stderr } = await desktop.run('convert', [png, '-depth', '8', `RGBA:${raw}`]);
  if (code !== 0) throw new Error(`${png} could not be read. ${stderr}`);
  const pixels = readFileSync(raw);
  drawn.set(name, pixels);
  return pixels;
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
  const matches: string[] = [];
  for (const state of states) {
    for (const shade of shades) {
      const pixels = await drawnIcon(desktop, `tray-${state}-${shade}`);
      if (difference(largest, pixels) <= tolerance) matches.push(`${state} ${shade}`);
    }
  }
  return matches.join(' or ') || `unknown, ${largest.width} px wide`;
}
