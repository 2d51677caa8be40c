import { clipboard } from 'electron';

/**
 * Empties what was copied, and on X11 what was only selected, without a look at it. Until Electron 43
 * the selection is an argument, then a clipboard of its own.
 */
export function emptyClipboards(): void {
  clipboard.clear();
  if (Reflect.has(clipboard, 'selection')) clipboard.selection.clear();
  else if (process.platform === 'linux') {
    Reflect.apply(clipboard.clear, clipboard, ['selection']);
  }
}
