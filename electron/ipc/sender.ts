import type { WindowName } from '../contract/channels';
import { parseUrl } from '../contract/url';

/** What the check needs of Electron's event; read at once, since a frame can go away. */
export interface Sender {
  /** URL of the frame that sent it; null where the frame is gone. */
  readonly frameUrl: string | null;
  readonly isMainFrame: boolean;
  /** Id of the web contents that sent it. */
  readonly contentsId: number;
}

/** Web contents that main itself has opened, by id. */
export type KnownWindows = (contentsId: number) => WindowName | null;

/**
 * Who sent a message: the main frame of a window that main opened, on a page of ours.
 * Null for everybody else.
 */
export function trustedWindow(
  sender: Sender,
  known: KnownWindows,
  origin: string,
): WindowName | null {
  if (!sender.isMainFrame || sender.frameUrl === null) return null;
  const window = known(sender.contentsId);
  const url = parseUrl(sender.frameUrl);
  if (window === null || url === null) return null;
  // `URL.origin` is "null" for a scheme that the URL standard does not know.
  return `${url.protocol}//${url.host}` === origin ? window : null;
}
