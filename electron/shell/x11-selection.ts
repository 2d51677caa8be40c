import type { Client } from 'x11';

/** How long the X server may take to answer, in milliseconds. */
const timeLimitMs = 1000;

/** Who owns a selection of an X server: somebody, nobody, or there is no server that answers. */
export type SelectionState = 'owned' | 'free' | 'unreachable';

/**
 * Asks the X server that `DISPLAY` names. Compositing managers and trays say by such a selection that
 * they are there (EWMH, "Compositing Managers"; System Tray Protocol).
 * @param name the selection's name without the screen's number, which follows it
 */
export async function selectionState(name: string): Promise<SelectionState> {
  const screen = /\.(\d+)$/.exec(process.env['DISPLAY'] ?? '')?.[1] ?? '0';
  const x11 = await import('x11');
  return await new Promise((resolve) => {
    let client: Client | null = null;
    const answer = (state: SelectionState) => {
      clearTimeout(timer);
      client?.terminate();
      resolve(state);
    };
    const timer = setTimeout(() => {
      answer('unreachable');
    }, timeLimitMs);
    client = x11.createClient((error, display) => {
      if (error !== null && error !== undefined) {
        answer('unreachable');
        return;
      }
      display.client.InternAtom(true, `${name}${screen}`, (_atomError, atom) => {
        // No such atom: nobody has ever spoken of it.
        if (atom === 0 || atom === undefined) {
          answer('free');
          return;
        }
        display.client.GetSelectionOwner(atom, (_ownerError, owner) => {
          answer(owner !== undefined && owner !== 0 ? 'owned' : 'free');
        });
      });
    });
    client.on('error', () => {
      answer('unreachable');
    });
  });
}
