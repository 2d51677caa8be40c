import { BrowserWindow, screen, type WebContents } from 'electron';

import type { ManagerRoute } from '../contract/manager';
import { origin } from './asset-path';
import { answerCrash, noCrashes } from './crash-policy';
import { firstPlace, managerFrame, refitted, smallestOf, type ManagerFrame } from './manager-frame';
import { webPreferences } from './security';
import { t } from './texts';

export interface ManagerWindowOptions {
  readonly preload: string;
  readonly icon: string;
  /** A route was asked for while the window is open. */
  readonly routed: (route: ManagerRoute) => void;
  readonly opened: (contents: WebContents) => void;
  readonly closed: () => void;
  /** The page's process is gone. */
  readonly crashed: (reason: string) => void;
  /** In a kiosk, the window that covers the screen: this one stays in front of it. */
  readonly over: BrowserWindow | null;
}

const titleOf = ({ name }: ManagerFrame) => t(`windows.${name}`);

/**
 * Settings, history and welcome: one window, made when it is asked for, destroyed when it is closed.
 * It has the size and the title of what it shows.
 */
export class ManagerWindow {
  readonly #options: ManagerWindowOptions;
  #window: BrowserWindow | null = null;
  #route: ManagerRoute = 'account';
  #frame: ManagerFrame = managerFrame('account');
  #crashes = noCrashes;

  constructor(options: ManagerWindowOptions) {
    this.#options = options;
  }

  /** The route that the page starts on. */
  get route(): ManagerRoute {
    return this.#route;
  }

  /** The window while it is open, for a dialog in front of it. */
  get window(): BrowserWindow | null {
    return this.#window;
  }

  open(route: ManagerRoute): void {
    this.#route = route;
    const window = this.#window;
    if (window === null) {
      this.#frame = managerFrame(route);
      this.#window = this.#make();
      return;
    }
    this.#options.routed(route);
    if (window.isMinimized()) window.restore();
    this.#take(window, managerFrame(route));
    window.show();
    window.focus();
  }

  /** Gives it its title again, in the language of the moment. */
  retitle(): void {
    this.#window?.setTitle(titleOf(this.#frame));
  }

  destroy(): void {
    this.#window?.destroy();
  }

  /** After its page's process has gone. At a kiosk it takes the PIN to open it. */
  #openAgain(): void {
    const { history, answer } = answerCrash(this.#crashes, performance.now());
    this.#crashes = history;
    if (answer.kind === 'halt' || this.#options.over !== null) return;
    setTimeout(() => {
      if (this.#window === null) this.open(this.#route);
    }, answer.afterMs).unref();
  }

  /** A size that the person gave it stays until something of another frame is shown. */
  #take(window: BrowserWindow, frame: ManagerFrame): void {
    if (frame.name === this.#frame.name) return;
    this.#frame = frame;
    const bounds = window.getBounds();
    const content = window.getContentBounds();
    const border = {
      width: bounds.width - content.width,
      height: bounds.height - content.height,
    };
    const { workArea } = screen.getDisplayMatching(bounds);
    const smallest = smallestOf(frame, border, workArea);
    window.setMinimumSize(smallest.width, smallest.height);
    window.setTitle(titleOf(frame));
    if (window.isMaximized() || window.isFullScreen()) return;
    window.setBounds(refitted(bounds, frame, border, workArea));
  }

  #make(): BrowserWindow {
    const { workArea } = screen.getPrimaryDisplay();
    const smallest = smallestOf(this.#frame, { width: 0, height: 0 }, workArea);
    const { over } = this.#options;
    const preferences = webPreferences('manager', this.#options.preload);
    const window = new BrowserWindow({
      ...(over !== null && { parent: over }),
      title: titleOf(this.#frame),
      icon: this.#options.icon,
      ...firstPlace(this.#frame, workArea),
      minWidth: smallest.width,
      minHeight: smallest.height,
      useContentSize: true,
      show: false,
      autoHideMenuBar: true,
      webPreferences: over === null ? preferences : { ...preferences, devTools: false },
    });
    window.setMenu(null);
    window.on('page-title-updated', (event) => {
      // The page has one title, the window that of what it shows.
      event.preventDefault();
    });
    window.once('ready-to-show', () => {
      window.show();
      window.focus();
    });
    window.on('closed', () => {
      // The renderer's process, and with it whatever was typed there, goes with the window.
      this.#window = null;
      this.#options.closed();
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit' || window.isDestroyed()) return;
      this.#options.crashed(reason);
      window.destroy();
      this.#openAgain();
    });
    window.on('unresponsive', () => {
      window.webContents.forcefullyCrashRenderer();
    });
    this.#options.opened(window.webContents);
    void window.loadURL(`${origin}/manager/index.html`);
    return window;
  }
}
