import { BrowserWindow, screen, type Rectangle, type WebContents } from 'electron';

import type { OpeningRemark } from '../contract/popup';
import { popupFrame } from '../contract/popup-frame';
import { origin } from './asset-path';
import { answerCrash, noCrashes, waitOf } from './crash-policy';
import { placePopup, remainingDisplay } from './placement';
import { focusRules, type FocusRules } from './popup-focus';
import { webPreferences } from './security';

/** A page that does not come to this in time is shown all the same: a shortcut must do something. */
const firstLayoutLimitMs = 3000;

export interface PopupWindowOptions {
  readonly preload: string;
  /** False without a compositor: opaque, square. */
  readonly translucent: boolean;
  readonly platform: NodeJS.Platform;
  /** False while it must stay open though the focus goes elsewhere: sending, and what needs an answer. */
  readonly closesOnBlur: () => boolean;
  /** The page is in these contents from now on. */
  readonly made: (contents: WebContents) => void;
  /** After the window has been shown and has the focus. */
  readonly shown: (prefill: string | null, remark: OpeningRemark | null) => void;
  /** The page is gone or could not be loaded; a new window takes its place. */
  readonly crashed: (reason: string) => void;
  /** After the window has been hidden. */
  readonly hidden: () => void;
}

/** Where the popup's page is shown: in the popup, or on the whole screen of a kiosk. */
export interface Popup {
  readonly visible: boolean;
  /** Resolves when the page has something to show; with false where Baton ends already. */
  load(): Promise<boolean>;
  toggle(): void;
  /** `prefill` goes into the field, nothing is sent; `remark` is said of what opened it. */
  open(prefill: string | null, remark?: OpeningRemark | null): void;
  close(): void;
  /** Height of the content in CSS pixels. */
  resize(height: number): void;
  destroy(): void;
}

/** What it is opened with. */
interface Opening {
  readonly prefill: string | null;
  readonly remark: OpeningRemark | null;
}

/**
 * The popup's window. It is made ahead and hidden, not closed: what is to be painted is painted
 * already when the shortcut comes, with the cursor in the field. Only a script of the page could close
 * it, which nothing can prevent: it is made anew then, so that the shortcut always has one.
 */
export class PopupWindow implements Popup {
  #window: BrowserWindow;
  readonly #options: PopupWindowOptions;
  readonly #focus: FocusRules;
  #height: number = popupFrame.maxHeight;
  #laidOut: () => void = () => undefined;
  #loaded = false;
  /** Asked for while the page was still loading; null: not. */
  #awaited: Opening | null = null;
  /** Opened and not hidden since. */
  #isOpen = false;
  #crashes = noCrashes;
  #hasEnded = false;
  /** Since it was opened last. */
  #hasHadFocus = false;
  /** Display on which it was opened last; it grows there. */
  #display = screen.getPrimaryDisplay();

  /** Hidden, it is placed anew with the next opening. Open, it must not stay where nothing is. */
  readonly #follow = (): void => {
    if (!this.visible) return;
    this.#display = remainingDisplay(
      screen.getAllDisplays(),
      this.#display,
      screen.getDisplayNearestPoint(screen.getCursorScreenPoint()),
    );
    this.#place();
  };

  /**
   * The page's process is gone, a script has closed the window, or Baton exits: a window made while it
   * does would crash it. One that is lost again and again is made a little later each time.
   */
  readonly #lost = (): void => {
    this.#loaded = false;
    const { history, answer } = answerCrash(this.#crashes, performance.now());
    this.#crashes = history;
    setTimeout(this.#replace, waitOf(answer)).unref();
  };

  /** Makes a window in the place of one that is gone. What must be read or answered is shown again. */
  readonly #replace = (): void => {
    if (this.#hasEnded) return;
    if (this.#isOpen && !this.#options.closesOnBlur()) {
      this.#awaited ??= { prefill: null, remark: null };
    }
    this.#isOpen = false;
    this.#window = this.#make();
    this.#options.hidden();
    const window = this.#window;
    this.load().catch((error: unknown) => {
      this.#options.crashed(error instanceof Error ? error.message : String(error));
      // Without its page it would never open: it is tried again, a little later.
      if (!window.isDestroyed()) window.destroy();
    });
  };

  constructor(options: PopupWindowOptions) {
    this.#options = options;
    this.#focus = focusRules(options.platform);
    this.#window = this.#make();
    screen.on('display-removed', this.#follow);
    screen.on('display-metrics-changed', this.#follow);
  }

  #make(): BrowserWindow {
    const options = this.#options;
    const window = new BrowserWindow({
      ...this.#bounds(),
      ...(this.#focus.type !== null && { type: this.#focus.type }),
      title: 'Baton',
      show: false,
      paintWhenInitiallyHidden: true,
      frame: false,
      transparent: options.translucent,
      hasShadow: false,
      resizable: false,
      movable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      webPreferences: { ...webPreferences('popup', options.preload), backgroundThrottling: false },
    });
    if (this.#focus.onEverySpace) {
      window.setVisibleOnAllWorkspaces(true, {
        visibleOnFullScreen: true,
        skipTransformProcessType: true,
      });
    }
    window.on('focus', () => {
      this.#hasHadFocus = true;
    });
    window.on('blur', () => {
      // The blur of an earlier closing may arrive after the next opening; it is not about that one.
      if (!this.#hasHadFocus || !this.visible) return;
      if (options.closesOnBlur()) this.#hide();
    });
    window.on('close', (event) => {
      // A window manager's own "close" must not destroy it.
      event.preventDefault();
      if (options.closesOnBlur()) this.close();
    });
    window.once('closed', this.#lost);
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit' || window.isDestroyed()) return;
      options.crashed(reason);
      window.destroy();
    });
    window.on('unresponsive', () => {
      window.webContents.forcefullyCrashRenderer();
    });
    options.made(window.webContents);
    return window;
  }

  get visible(): boolean {
    return !this.#window.isDestroyed() && this.#window.isVisible();
  }

  /**
   * Resolves when the page has laid out its first content, or `firstLayoutLimitMs` after it came. What
   * was asked for meanwhile is opened then: a window without its page would take keys and lose them.
   */
  async load(): Promise<boolean> {
    const window = this.#window;
    const laidOut = new Promise<void>((resolve) => {
      this.#laidOut = resolve;
    });
    try {
      await window.loadURL(`${origin}/popup/index.html`);
    } catch (error) {
      // Baton was quit while it started, or another window takes its place.
      if (window.isDestroyed()) return !this.#hasEnded;
      throw error;
    }
    const tooLate = new Promise<void>((resolve) => {
      setTimeout(resolve, firstLayoutLimitMs).unref();
    });
    await Promise.race([laidOut, tooLate]);
    if (window.isDestroyed()) return !this.#hasEnded;
    this.#loaded = true;
    const awaited = this.#awaited;
    this.#awaited = null;
    if (awaited !== null) this.open(awaited.prefill, awaited.remark);
    return true;
  }

  /** The shortcut: opens; closes in its list states; only focuses in the others. */
  toggle(): void {
    if (this.#awaited !== null) this.close();
    else if (!this.visible) this.open(null);
    else if (this.#options.closesOnBlur()) this.close();
    else this.#window.focus();
  }

  /**
   * Opens it on the display under the pointer; `prefill` goes into the field, nothing is sent.
   * `remark` is said of what opened it.
   */
  open(prefill: string | null, remark: OpeningRemark | null = null): void {
    if (!this.#loaded) {
      this.#awaited = { prefill, remark };
      return;
    }
    if (!this.visible) {
      this.#hasHadFocus = false;
      this.#display = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
      if (this.#focus.restoreBeforeShowing && this.#window.isMinimized()) this.#window.restore();
      this.#place();
    }
    // Some window managers forget the level of a window that was hidden.
    this.#window.setAlwaysOnTop(true, 'pop-up-menu');
    this.#isOpen = true;
    this.#window.show();
    this.#window.focus();
    this.#window.webContents.focus();
    this.#options.shown(prefill, remark);
  }

  /** Hides it and gives the focus back to the window that had it. */
  close(): void {
    this.#awaited = null;
    if (!this.visible) return;
    if (this.#focus.minimiseBeforeHiding) this.#window.minimize();
    this.#hide();
  }

  /** Height of the content in CSS pixels. The top edge stays where it is. */
  resize(height: number): void {
    this.#laidOut();
    this.#height = height;
    if (this.#window.isDestroyed()) return;
    if (this.#window.getBounds().height !== this.#bounds().height) this.#place();
  }

  destroy(): void {
    screen.off('display-removed', this.#follow);
    screen.off('display-metrics-changed', this.#follow);
    this.#hasEnded = true;
    if (!this.#window.isDestroyed()) this.#window.destroy();
  }

  #hide(): void {
    this.#isOpen = false;
    this.#window.hide();
    this.#options.hidden();
  }

  #place(): void {
    const wanted = this.#bounds();
    this.#window.setBounds(wanted);
    const { width, height } = this.#window.getBounds();
    // Windows sizes a window anew that comes from a display with another scale factor. It is there
    // now, so the same bounds once more mean what they say.
    if (width !== wanted.width || height !== wanted.height) this.#window.setBounds(wanted);
  }

  #bounds(): Rectangle {
    return placePopup(this.#display, this.#height, this.#options.translucent);
  }
}
