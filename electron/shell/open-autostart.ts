import { homedir } from 'node:os';

import { app } from 'electron';

import type { Arguments } from '../cli/arguments';
import { loginCommand } from '../config/autostart-entry';
import { keepAutostart, type Autostart } from './autostart';
import { loginItemsOf } from './login-items';
import type { Services } from './services';

/** Makes the start at login what the settings say, for the Baton that runs here. */
export function openAutostart(
  { settings, managed, notices }: Services,
  { userDataDir, configFile }: Arguments,
): Autostart {
  const command = loginCommand({
    executable: process.execPath,
    project: process.defaultApp ? app.getAppPath() : null,
    environment: process.env,
    unsandboxed: !app.isPackaged && app.commandLine.hasSwitch('no-sandbox'),
    userDataDir,
    configFile,
  });
  const at = { environment: process.env, home: homedir() };
  return keepAutostart({
    settings,
    kiosk: () => managed.kiosk()?.enabled === true,
    items: loginItemsOf(app, process.platform, command, at),
    notices,
  });
}
