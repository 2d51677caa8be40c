// @ts-nocheck: Electron 25 loads CommonJS only, and tsc checks ES modules only under "preserve".
// What Electron itself costs: one window of the popup's size and kind, made
// ahead and hidden, and one shortcut that toggles it.
const { join } = require('node:path');
const { app, BrowserWindow, globalShortcut } = require('electron');

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 520,
    height: 620,
    show: false,
    paintWhenInitiallyHidden: true,
    frame: false,
    transparent: true,
    hasShadow: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    webPreferences: { backgroundThrottling: false },
  });
  globalShortcut.register('Control+Alt+N', () => {
    if (window.isVisible()) {
      window.hide();
    } else {
      window.show();
      window.focus();
    }
  });
  process.stdout.write('bare: ready\n');
  window.webContents.once('did-finish-load', () => process.stdout.write('bare: loaded\n'));
  void window.loadFile(join(__dirname, 'index.html'));
});
