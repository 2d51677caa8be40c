import type { Page } from '@playwright/test';

import type { Baton, Desktop } from './baton';
import type { Area } from './screen-pixels';

/** Where the X server has the popup's window, in pixels of the screen. */
export async function windowPlace({ desktop }: Baton): Promise<Area> {
  const { stdout, stderr } = await desktop.run('xdotool', [
    'search',
    '--onlyvisible',
    '--name',
    '^Baton$',
    'getwindowgeometry',
    '--shell',
  ]);
  const value = (name: string) => {
    const found = new RegExp(`^${name}=(-?\\d+)$`, 'm').exec(stdout)?.[1];
    if (found === undefined) throw new Error(`The popup's window is not shown. ${stderr}`);
    return Number(found);
  };
  return { x: value('X'), y: value('Y'), width: value('WIDTH'), height: value('HEIGHT') };
}

/** Where its surface is on the screen: the window without the room for the shadow. */
export async function surfacePlace(baton: Baton, popup: Page): Promise<Area> {
  const place = await windowPlace(baton);
  // Layout, not where an animation has moved it for a moment.
  const inside = await popup.locator('.popup').evaluate((surface) => {
    if (!(surface instanceof HTMLElement)) throw new Error('The surface is no HTML element');
    const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = surface;
    const [x = 0, y = 0, width = 0, height = 0] = [
      offsetLeft,
      offsetTop,
      offsetWidth,
      offsetHeight,
    ].map((length) => length * window.devicePixelRatio);
    return { x, y, width, height };
  });
  return { ...inside, x: place.x + inside.x, y: place.y + inside.y };
}

/** What panels leave of the screen. */
export async function workArea(desktop: Desktop): Promise<Area> {
  const { stdout } = await desktop.run('xprop', ['-root', '_NET_WORKAREA']);
  const [x = 0, y = 0, width = 0, height = 0] = (stdout.split('=')[1] ?? '').split(',').map(Number);
  return { x, y, width, height };
}

/** Moves the pointer to a point of the screen and presses its first button there. */
export async function clickAt(desktop: Desktop, x: number, y: number): Promise<void> {
  await desktop.run('xdotool', ['mousemove', String(x), String(y), 'click', '1']);
}
