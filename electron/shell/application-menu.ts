import { Menu } from 'electron';

import { macMenu } from './mac-menu';

/**
 * Takes away the menu that Electron gives every window. Nobody sees it in a frameless window, and
 * its keys work all the same: Ctrl+R would reload the popup during a transfer, Ctrl+Q quit Baton.
 * On macOS copying and pasting by key hang on the Edit menu, so that one stays, in the language that
 * main speaks at the time of the call.
 */
export function replaceApplicationMenu(platform: NodeJS.Platform): void {
  Menu.setApplicationMenu(platform === 'darwin' ? Menu.buildFromTemplate(macMenu()) : null);
}
