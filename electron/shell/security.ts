import {
  app,
  type BrowserWindowConstructorOptions,
  type Session,
  type WebContents,
} from 'electron';

import { windowArgument, type WindowName } from '../contract/channels';
import { origin, scheme } from './asset-path';

/** What every window of Baton is opened with: sandboxed, isolated, no Node. */
export function webPreferences(
  window: WindowName,
  preload: string,
): NonNullable<BrowserWindowConstructorOptions['webPreferences']> {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    // DevTools show memory and run code: they exist only where Baton is developed.
    devTools: !app.isPackaged,
    additionalArguments: [`${windowArgument}${window}`],
  };
}

/** Every permission is denied, asked or checked; Chromium reaches no network. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed =
      details.url.startsWith(`${origin}/`) ||
      details.url.startsWith('devtools:') ||
      isImageData(details.url);
    answer({ cancel: !allowed });
  });
}

const isImageData = (url: string) => url.startsWith('data:image/');

function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.url.startsWith(`${scheme}://`)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}

/** Applies to every web contents there will ever be: no navigation, no new windows, no webview. */
export function lockEveryContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    lockContents(contents);
  });
}
