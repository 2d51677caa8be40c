import { app } from 'electron';

import { registerScheme } from './scheme';
import { lockEveryContents } from './security';

/**
 * What must be said before Electron is ready. Returns false where another Baton runs already:
 * it was handed our arguments, and this one has nothing left to do.
 */
export function prepareApp(userDataDir: string | null): boolean {
  if (userDataDir !== null) app.setPath('userData', userDataDir);
  // Chromium would encrypt its cookies, of which there are none, with a key that it stores in the
  // keyring past our queue.
  app.commandLine.appendSwitch('password-store', 'basic');
  // As root the unconditional call undoes `--no-sandbox`, and the network service dies in a loop.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerScheme();
  lockEveryContents();
  // Chromium reorders the arguments that it hands over itself.
  return app.requestSingleInstanceLock({ argv: process.argv.slice(1), folder: process.cwd() });
}
