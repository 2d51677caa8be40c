import { createClient, type Client, type Display } from 'x11';

import type { Desktop } from '../support/baton';

/** Keysyms of the keys that are no character. */
const named: Readonly<Record<string, number>> = {
  Control: 0xff_e3,
  Alt: 0xff_e9,
  Return: 0xff_0d,
  Escape: 0xff_1b,
};
const pressed = 2;
const released = 3;
const wholePixels = 2;
const everyPlane = 0xff_ff_ff_ff;

/**
 * A desktop's screen and keyboard over one connection of the X server: a key goes in and a pixel
 * comes back within a millisecond, which no program that has to be started can do.
 */
export class Screen {
  readonly #display: Display;
  readonly #fake: (type: number, keycode: number) => void;
  readonly #keycodes: ReadonlyMap<number, number>;

  private constructor(
    display: Display,
    fake: (type: number, keycode: number) => void,
    keycodes: ReadonlyMap<number, number>,
  ) {
    this.#display = display;
    this.#fake = fake;
    this.#keycodes = keycodes;
  }

  static async of(desktop: Desktop): Promise<Screen> {
    const display = await new Promise<Display>((resolve, reject) => {
      createClient({ display: desktop.display }, (error, opened) => {
        if (error === null || error === undefined) resolve(opened);
        else reject(error);
      });
    });
    const { client, min_keycode: first, max_keycode: last } = display;
    const [fake, keysyms] = await Promise.all([testKeys(client), keyboardOf(client, first, last)]);
    const keycodes = new Map<number, number>();
    for (const [at, row] of keysyms.entries()) {
      const [keysym = 0] = row;
      if (keysym !== 0 && !keycodes.has(keysym)) keycodes.set(keysym, first + at);
    }
    return new Screen(display, fake, keycodes);
  }

  /** Presses the keys together and lets go of them. */
  press(...keys: readonly string[]): void {
    const codes = keys.map((key) => {
      const code = this.#keycodes.get(named[key] ?? key.charCodeAt(0));
      if (code === undefined) throw new Error(`There is no key ${key}`);
      return code;
    });
    for (const code of codes) this.#fake(pressed, code);
    for (const code of codes.toReversed()) this.#fake(released, code);
  }

  type(text: string): void {
    for (const character of text) this.press(character);
  }

  /** Colour of a pixel, as the X server has it. */
  async pixel(x: number, y: number): Promise<number> {
    const [{ root }] = this.#display.screen;
    return await new Promise((resolve, reject) => {
      this.#display.client.GetImage(
        wholePixels,
        root,
        ...([x, y, 1, 1] as const),
        everyPlane,
        (error, image) => {
          if (error === null || error === undefined) resolve(image.data.readUInt32LE(0));
          else reject(error);
        },
      );
    });
  }

  /** Resolves as soon as the pixel has the colour, or has another one, with the time of it. */
  async until(place: Place, colour: number, has: boolean): Promise<number> {
    const { x, y } = place;
    while (((await this.pixel(x, y)) === colour) !== has) {
      // Asked again at once: what is measured are milliseconds.
    }
    return performance.now();
  }

  close(): void {
    this.#display.client.terminate();
  }
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

function testKeys(client: Client): Promise<(type: number, keycode: number) => void> {
  return new Promise((resolve, reject) => {
    client.require('xtest', (error, extension) => {
      if (error !== null && error !== undefined) reject(error);
      else resolve((type, keycode) => extension.FakeInput(type, keycode, 0, 0, 0, 0));
    });
  });
}

function keyboardOf(
  client: Client,
  first: number,
  last: number,
): Promise<readonly (readonly number[])[]> {
  return new Promise((resolve, reject) => {
    client.GetKeyboardMapping(first, last - first, (error, keysyms) => {
      if (error === null || error === undefined) resolve(keysyms);
      else reject(error);
    });
  });
}
