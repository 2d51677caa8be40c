import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Desktop } from './baton';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** What stands on the screen there: the colours of its pixels, row by row. */
export async function pixelsAt(desktop: Desktop, area: Area): Promise<Colour[]> {
  const file = join(desktop.home, 'pixels.rgb');
  const { code, stderr } = await desktop.run('import', [
    ...['-window', 'root', '-crop', `${area.width}x${area.height}+${area.x}+${area.y}`],
    ...['+repage', '-depth', '8', `RGB:${file}`],
  ]);
  if (code !== 0) throw new Error(`No picture of the screen. ${stderr}`);
  const bytes = readFileSync(file);
  return Array.from({ length: bytes.length / 3 }, (_, index): Colour => {
    const [red = 0, green = 0, blue = 0] = bytes.subarray(3 * index, 3 * index + 3);
    return [red, green, blue];
  });
}

/** How far two colours are from each other, in their most different channel. */
export function distance(one: Colour, other: Colour): number {
  return Math.max(...one.map((value, channel) => Math.abs(value - (other[channel] ?? 0))));
}

/** The background that every desktop of the tests is painted with. */
export const background: Colour = [0xcf, 0xd6, 0xda];
