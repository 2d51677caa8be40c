// @ts-nocheck: Electron 25 loads CommonJS only, and tsc checks ES modules only under "preserve".
// Stands in for Baton where only the driver is tested: a window, a shortcut and the lines it waits for.
const { app, BrowserWindow, globalShortcut } = require('electron');

const exchange = {
  request: {
    method: 'POST',
    path: '/v1/stub',
    httpVersion: '1.1',
    headers: { authorization: 'Basic bm90LW1hc2tlZA==', 'content-type': 'application/json' },
    body: '{"to":"typed"}',
  },
  answer: {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: '{"api_id":"stub"}',
  },
};

/** @param {string} line */
const print = (line) => process.stdout.write(`${line}\n`);

app.disableHardwareAcceleration();
void app.whenReady().then(async () => {
  if (process.argv.includes('--print-version')) {
    print(process.versions.electron);
    app.quit();
    return;
  }
  const popup = new BrowserWindow({ width: 480, height: 200, show: false, frame: false });
  const page =
    '<body style="font: 24px sans-serif"><input id="to" autofocus style="font: 24px sans-serif"><p>';
  await popup.loadURL(`data:text/html,${encodeURIComponent(page)}`);
  popup.webContents.on('before-input-event', (_event, input) => {
    if (input.type !== 'keyDown' || input.key !== 'Enter') return;
    void popup.webContents
      .executeJavaScript(
        'document.querySelector("p").textContent = "The stub accepted " + document.querySelector("#to").value; document.querySelector("#to").value',
      )
      .then((typed) => {
        exchange.request.body = JSON.stringify({ to: typed });
        print(`practice-line: ${JSON.stringify(exchange)}`);
        print(`baton: attempt ${process.argv.includes('--refuse') ? 'refused' : 'accepted'}`);
      });
  });
  globalShortcut.register('Control+Alt+B', () => {
    popup.once('focus', () => print('baton: popup shown'));
    popup.show();
    void popup.webContents.executeJavaScript('document.querySelector("#to").focus()');
  });
  print('baton: ready shortcut=Control+Alt+B');
});
