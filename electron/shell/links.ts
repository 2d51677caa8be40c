import { scheme } from '../cli/link';

/** What is used of Electron's `app`, handed in. */
interface LinkApp {
  on(event: 'open-url', listener: (event: Event, url: string) => void): void;
  isDefaultProtocolClient(protocol: string): boolean;
  setAsDefaultProtocolClient(protocol: string): boolean;
}

interface Event {
  preventDefault(): void;
}

/** Hands every link over, also those that came before it was called. */
export type Links = (follow: (url: string) => void) => void;

/**
 * Takes the links that macOS hands over as events; everywhere else they are arguments. Called before
 * Baton is ready: the link that starts it comes that early, and waits for the function that is
 * returned to name who follows links.
 */
export function receiveLinks(app: Pick<LinkApp, 'on'>): Links {
  const waiting: string[] = [];
  let take = (url: string): void => {
    waiting.push(url);
  };
  app.on('open-url', (event, url) => {
    event.preventDefault();
    take(url);
  });
  return (follow) => {
    take = follow;
    for (const url of waiting.splice(0)) follow(url);
  };
}

/**
 * Makes Baton the program for `baton:` links. An installer on Windows may have done so for the
 * computer, and macOS reads it from the program; on Linux it is the desktop entry of the package
 * that says it, and only its MimeType. A program that is being developed takes nobody's links, and a
 * kiosk has no other program that they could come from.
 */
export function registerLinks(
  app: Pick<LinkApp, 'isDefaultProtocolClient' | 'setAsDefaultProtocolClient'>,
  at: { readonly packaged: boolean; readonly kiosk: boolean; readonly platform: NodeJS.Platform },
): void {
  if (!at.packaged || at.kiosk || at.platform === 'linux') return;
  if (!app.isDefaultProtocolClient(scheme)) app.setAsDefaultProtocolClient(scheme);
}
