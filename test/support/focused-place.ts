import type { Desktop } from './baton';
import type { Area } from './screen-pixels';

/** Where the content of the window that has the focus lies, in pixels of the screen. */
export async function focusedPlace(desktop: Desktop): Promise<Area> {
  const { stdout: id } = await desktop.run('xdotool', ['getactivewindow']);
  // xdotool counts the border of a decorated window twice.
  const { stdout } = await desktop.run('xwininfo', ['-id', id.trim()]);
  const value = (name: string) => Number(new RegExp(`${name}: *(-?\\d+)$`, 'm').exec(stdout)?.[1]);
  return {
    x: value('Absolute upper-left X'),
    y: value('Absolute upper-left Y'),
    width: value('Width'),
    height: value('Height'),
  };
}
