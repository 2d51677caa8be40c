/** What another program on the desktop needs of the `x11` package, beyond what Baton uses. */
declare module 'x11' {
  interface Client {
    GetKeyboardMapping(
      firstKeycode: number,
      count: number,
      done: (error: Error | null, keysyms: readonly (readonly number[])[]) => void,
    ): void;
    GrabKey(
      window: number,
      ownerEvents: 0 | 1,
      modifiers: number,
      keycode: number,
      pointerMode: number,
      keyboardMode: number,
    ): void;
    GetInputFocus(done: () => void): void;
    GetImage(
      format: number,
      drawable: number,
      x: number,
      y: number,
      width: number,
      height: number,
      planes: number,
      done: (error: Error | null | undefined, image: { readonly data: Buffer }) => void,
    ): void;
    require(
      extension: 'xtest',
      done: (
        error: Error | null | undefined,
        extension: {
          FakeInput(
            type: number,
            keycode: number,
            time: number,
            window: number,
            x: number,
            y: number,
          ): void;
        },
      ) => void,
    ): void;
    on(event: 'event', listener: (event: { readonly name: string }) => void): void;
  }
  interface Display {
    readonly min_keycode: number;
    readonly max_keycode: number;
    readonly screen: readonly [{ readonly root: number }];
  }
  export function createClient(
    options: { readonly display: string },
    done: (error: Error | null | undefined, display: Display) => void,
  ): Client;
}
