import { BrowserWindow, screen, type WebContents } from 'electron';

import type { OpeningRemark } from '../../contract/popup';
import { origin } from '../asset-path';
import type { Popup } from '../popup-window';
import { webPreferences } from '../security';

/** A page that does not come to this in time is shown all the same: a kiosk is never without a window. */
const firstLayoutLimitMs = 3000;

/** Milliseconds until a window is put right that does not cover the screen any more, or has no keys. */
const putRightMs = 250;

interface KioskWindowOptions {
  readonly preload: string;
  /** After the window has been shown and has the focus. */
  readonly shown: (prefill: string | null, remark: OpeningRemark | null) => void;
  /** A script of the page has closed the window, which nothing can prevent. */
  readonly lost: () => void;
}

/**
 * The popup's page on the whole screen of a kiosk (docs/kiosk.md). It is never hidden and closes only
 * with Baton: what would close, minimise or uncover it is answered by its being there again.
 */
export class KioskWindow implements Popup {
  readonly #window: BrowserWindow;
  readonly #options: KioskWindowOptions;
  #laidOut: () => void = () => undefined;
  #coverSoon: NodeJS.Timeout | null = null;
  #returnSoon: NodeJS.Timeout | null = null;

  /**
   * Covers the screen again. Later, since a size may follow that the window manager gives meanwhile;
   * and anew, since Chromium is not told where somebody else takes the full screen from its window.
   */
  readonly #cover = (): void => {
    this.#coverSoon ??= setTimeout(() => {
      this.#coverSoon = null;
      if (this.#window.isDestroyed() || this.#covers()) return;
      this.#window.setKiosk(false);
      this.#window.setBounds(screen.getPrimaryDisplay().bounds);
      this.#window.setKiosk(true);
    }, putRightMs);
  };

  /**
   * Comes back in front, with the keys. It looks at the focus alone, as Chromium is not told either
   * where a window manager hides its window. The settings, and a dialog of theirs, may have it.
   */
  readonly #return = (): void => {
    this.#returnSoon ??= setTimeout(() => {
      this.#returnSoon = null;
      const window = this.#window;
      if (window.isDestroyed() || window.isFocused() || window.getChildWindows().length > 0) return;
      if (window.isMinimized()) window.restore();
      window.show();
      this.focus();
    }, putRightMs);
  };

  constructor(options: KioskWindowOptions) {
    this.#options = options;
    this.#window = new BrowserWindow({
      // Where no window manager makes it fill the screen, it is as large already.
      ...screen.getPrimaryDisplay().bounds,
      title: 'Baton',
      show: false,
      kiosk: true,
      frame: false,
      minimizable: false,
      maximizable: false,
      movable: false,
      skipTaskbar: true,
      webPreferences: {
        ...webPreferences('popup', options.preload),
        devTools: false,
        backgroundThrottling: false,
      },
    });
    this.#window.setMenu(null);
    this.#window.on('page-title-updated', (event) => {
      event.preventDefault();
    });
    this.#window.on('close', (event) => {
      event.preventDefault();
    });
    this.#window.once('closed', options.lost);
    this.#window.on('minimize', this.#return);
    this.#window.on('blur', this.#return);
    this.#window.on('leave-full-screen', this.#cover);
    this.#window.on('resize', this.#cover);
    screen.on('display-added', this.#cover);
    screen.on('display-removed', this.#cover);
    screen.on('display-metrics-changed', this.#cover);
  }

  get contents(): WebContents {
    return this.#window.webContents;
  }

  /** The window itself, for another one in front of it. */
  get window(): BrowserWindow {
    return this.#window;
  }

  get visible(): boolean {
    return !this.#window.isDestroyed() && this.#window.isVisible();
  }

  /** Resolves when the page has laid out its first content, or `firstLayoutLimitMs` after it was asked for. */
  async load(): Promise<boolean> {
    const laidOut = new Promise<void>((resolve) => {
      this.#laidOut = resolve;
    });
    const tooLate = new Promise<void>((resolve) => {
      setTimeout(resolve, firstLayoutLimitMs).unref();
    });
    // A page whose process ends meanwhile is loaded again by whoever looks after it.
    this.#window.loadURL(`${origin}/popup/index.html`).catch(() => undefined);
    await Promise.race([laidOut, tooLate]);
    return !this.#window.isDestroyed();
  }

  /** Loads the page anew: nothing of what was typed stays in it. */
  reload(): void {
    this.contents.reloadIgnoringCache();
  }

  focus(): void {
    this.#window.focus();
    this.contents.focus();
  }

  toggle(): void {
    this.open(null);
  }

  open(prefill: string | null, remark: OpeningRemark | null = null): void {
    this.#window.show();
    this.focus();
    this.#options.shown(prefill, remark);
  }

  /** It stays: Esc, a result and a click elsewhere lead back to its tiles. */
  close(): void {
    // Deliberately nothing.
  }

  /** The page is laid out. Its window has the height of the screen, whatever the content has. */
  resize(): void {
    this.#laidOut();
  }

  destroy(): void {
    this.#window.off('closed', this.#options.lost);
    for (const timer of [this.#coverSoon, this.#returnSoon]) clearTimeout(timer ?? undefined);
    screen.off('display-added', this.#cover);
    screen.off('display-removed', this.#cover);
    screen.off('display-metrics-changed', this.#cover);
    this.#window.destroy();
  }

  #covers(): boolean {
    const { x, y, width, height } = screen.getPrimaryDisplay().bounds;
    const now = this.#window.getBounds();
    const isLarge = now.width >= width && now.height >= height;
    return this.#window.isFullScreen() && isLarge && now.x <= x && now.y <= y;
  }
}
