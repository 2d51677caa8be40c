import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pollUntil } from '../desktop/poll-until.mjs';

/** Fewer pixels than this differ when only a text cursor blinked. */
const MORE_THAN_A_CURSOR = 200;

/**
 * Takes pictures of a whole desktop. What stands on the screen is asked from the screen: a picture
 * is taken once it has stopped changing.
 * @param {import('../desktop.mjs').Desktop} desktop
 */
export function screenshotsOf(desktop) {
  let taken = 0;

  const capture = async () => {
    taken += 1;
    const file = join(desktop.home, `screen-${taken}.png`);
    const done = await desktop.run('import', ['-window', 'root', file], { limitMs: 20_000 });
    if (done.code !== 0) throw new Error(`No picture of the screen. ${done.stderr}`);
    return file;
  };

  /**
   * @param {string} one
   * @param {string} other
   * @returns {Promise<number>} how many pixels differ
   */
  const difference = async (one, other) => {
    const compared = await desktop.run('compare', ['-metric', 'AE', one, other, 'null:']);
    const pixels = Number.parseFloat(compared.stderr);
    if (Number.isNaN(pixels))
      throw new Error(`Two pictures cannot be compared. ${compared.stderr}`);
    return pixels;
  };

  /**
   * @param {object} options
   * @param {string} [options.unlike] a picture that the screen has to differ from, by more than a cursor
   * @param {number} [options.limitMs] after which the last picture is taken as it is
   * @returns {Promise<{ file: string, changed: boolean }>}
   */
  const settled = async ({ unlike, limitMs = 10_000 }) => {
    let last = await capture();
    let changed = unlike === undefined;
    await pollUntil(
      async () => {
        const next = await capture();
        const still = (await difference(last, next)) === 0;
        last = next;
        if (unlike !== undefined) changed = (await difference(unlike, next)) > MORE_THAN_A_CURSOR;
        return still && changed;
      },
      { limitMs },
    );
    return { file: last, changed };
  };

  return {
    settled,
    /**
     * @param {string} picture
     * @param {string} target
     */
    keep(picture, target) {
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(picture, target);
      return target;
    },
  };
}
