import type { Client } from 'x11';

import type { ManagerState } from '../contract/manager';

/** How long the X server may take to answer before the popup is drawn opaque. */
const timeLimitMs = 1000;

/**
 * Whether windows may be translucent. Only X11 can lack a compositor: there a transparent window
 * paints black around its rounded corners (seen on openbox without picom). A compositing manager
 * owns the selection `_NET_WM_CM_S<screen>` (EWMH, "Compositing Managers").
 */
export async function hasCompositor(
  displayServer: ManagerState['displayServer'],
): Promise<boolean> {
  if (displayServer !== 'x11') return true;
  return await selectionIsOwned(`_NET_WM_CM_S${screenOf(process.env['DISPLAY'] ?? '')}`);
}

function screenOf(display: string): string {
  return /\.(\d+)$/.exec(display)?.[1] ?? '0';
}

async function selectionIsOwned(selection: string): Promise<boolean> {
  const x11 = await import('x11');
  return await new Promise((resolve) => {
    let client: Client | null = null;
    const answer = (owned: boolean) => {
      clearTimeout(timer);
      client?.terminate();
      resolve(owned);
    };
    const timer = setTimeout(() => {
      answer(false);
    }, timeLimitMs);
    client = x11.createClient((error, display) => {
      if (error !== null && error !== undefined) {
        answer(false);
        return;
      }
      display.client.InternAtom(true, selection, (_atomError, atom) => {
        // No such atom: nobody has ever spoken of it.
        if (atom === 0 || atom === undefined) {
          answer(false);
          return;
        }
        display.client.GetSelectionOwner(atom, (_ownerError, owner) => {
          answer(owner !== undefined && owner !== 0);
        });
      });
    });
    client.on('error', () => {
      answer(false);
    });
  });
}
