/** The part of the `x11` package that Baton uses; it brings no types of its own. */
declare module 'x11' {
  interface Client {
    InternAtom(
      onlyIfExists: boolean,
      name: string,
      done: (error: Error | null, atom: number) => void,
    ): void;
    GetSelectionOwner(atom: number, done: (error: Error | null, owner: number) => void): void;
    terminate(): void;
    on(event: 'error', listener: (error: Error) => void): void;
  }
  interface Display {
    client: Client;
  }
  export function createClient(done: (error: Error | null, display: Display) => void): Client;
}
