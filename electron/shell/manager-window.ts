import { BrowserWindow, type WebContents } from 'electron';

import type { ManagerRoute } from '../contract/manager';
import { origin } from './asset-path';
import { webPreferences } from './security';

export interface ManagerWindowOptions {
  readonly preload: string;
  readonly icon: string;
  /** A route was asked for while the window is open. */
  readonly routed: (route: ManagerRoute) => void;
  readonly opened: (contents: WebContents) => void;
}

/** Settings and, later, history: made when it is asked for, destroyed when it is closed. */
export class ManagerWindow {
  readonly #options: ManagerWindowOptions;
  #window: BrowserWindow | null = null;
  #route: ManagerRoute = 'account';

  constructor(options: ManagerWindowOptions) {
    this.#options = options;
  }

  /** The route that the page starts on. */
  get route(): ManagerRoute {
    return this.#route;
  }

  open(route: ManagerRoute): void {
    this.#route = route;
    if (this.#window !== null) {
      this.#options.routed(route);
      if (this.#window.isMinimized()) this.#window.restore();
      this.#window.show();
      this.#window.focus();
      return;
    }
    this.#window = this.#make();
  }

  destroy(): void {
    this.#window?.destroy();
  }

  #make(): BrowserWindow {
    const window = new BrowserWindow({
      title: 'Baton settings',
      icon: this.#options.icon,
      width: 760,
      height: 560,
      minWidth: 640,
      minHeight: 480,
      useContentSize: true,
      show: false,
      autoHideMenuBar: true,
      webPreferences: webPreferences('manager', this.#options.preload),
    });
    window.setMenu(null);
    window.once('ready-to-show', () => {
      window.show();
      window.focus();
    });
    window.on('closed', () => {
      // The renderer's process, and with it whatever was typed there, goes with the window.
      this.#window = null;
    });
    this.#options.opened(window.webContents);
    void window.loadURL(`${origin}/manager/index.html`);
    return window;
  }
}
