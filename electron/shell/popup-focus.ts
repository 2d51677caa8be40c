/** How the popup takes the focus on a system, and gives it back to the program that had it. */
export interface FocusRules {
  /**
   * The kind of window. A panel of macOS takes the keys without making Baton the active program:
   * the other one stays active all the while, and has its keys back as soon as the panel is gone.
   */
  readonly type: 'panel' | null;
  /**
   * Over full-screen programs and on the space that the person looks at: macOS would else take them
   * to the space where the window was first shown.
   */
  readonly onEverySpace: boolean;
  /**
   * Windows gives the focus to the next window of the same program after a hide, and to the window
   * that had it only after a minimise. A window manager of X11 or a Wayland compositor goes back to
   * the window that had it last.
   */
  readonly minimiseBeforeHiding: boolean;
  /** A window that was hidden while it was minimised would come back as a button of the taskbar. */
  readonly restoreBeforeShowing: boolean;
}

export function focusRules(platform: NodeJS.Platform): FocusRules {
  const isMac = platform === 'darwin';
  const isWindows = platform === 'win32';
  return {
    type: isMac ? 'panel' : null,
    onEverySpace: isMac,
    minimiseBeforeHiding: isWindows,
    restoreBeforeShowing: isWindows,
  };
}
