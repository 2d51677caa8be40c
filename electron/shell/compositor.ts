import type { ManagerState } from '../contract/manager';
import { selectionState } from './x11-selection';

/** What a compositing manager owns on each screen (EWMH, "Compositing Managers"). */
export const compositorSelection = '_NET_WM_CM_S';

/**
 * Whether windows may be translucent. Only X11 can lack a compositor: there a transparent window
 * paints black around its rounded corners (seen on openbox without picom).
 */
export async function hasCompositor(
  displayServer: ManagerState['displayServer'],
): Promise<boolean> {
  if (displayServer !== 'x11') return true;
  return (await selectionState(compositorSelection)) === 'owned';
}
