import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { app } from 'electron';

import type { Arguments } from '../cli/arguments';
import { appImageOf, loginCommand } from '../config/autostart-entry';
import { updateHindrance } from '../config/update-policy';
import { clock } from './clock';
import { runsAsKiosk } from './kiosk/kiosk-mode';
import type { Log } from './log';
import type { Services } from './services';
import { keepUpdates, type Updates } from './updates';

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Keeps the Baton that runs here up to date, where its settings and its package let it. */
export function openUpdates(
  { settings, managed, transfer, changes }: Services,
  options: Arguments,
  log: Log,
): Updates {
  const executable = process.execPath;
  const appImage = appImageOf({ executable, environment: process.env });
  // A new AppImage is put beside the old one, and a bundle of macOS is replaced whole.
  const place = appImage === null ? resolve(executable, '../../..') : dirname(appImage);
  const installation = {
    packaged: app.isPackaged,
    platform: process.platform,
    appImage: appImage !== null,
    uninstaller: existsSync(join(dirname(executable), 'Uninstall Baton.exe')),
    replaceable: mayWrite(place),
    feed: existsSync(join(process.resourcesPath, 'app-update.yml')),
  };
  const { userDataDir, configFile } = options;
  const [, ...restartWith] = loginCommand({
    ...{ executable, project: null, environment: process.env },
    ...{ unsandboxed: app.commandLine.hasSwitch('no-sandbox'), userDataDir, configFile },
  });
  return keepUpdates({
    settings,
    hindrance: () => {
      const kiosk = runsAsKiosk(options, { managed });
      return updateHindrance({ ...installation, kiosk });
    },
    load: async () => {
      const { openUpdater } = await import('./updater');
      const proxy = () => settings.current().settings.network.proxy;
      return openUpdater({ proxy, log, restartWith, appImage });
    },
    clock,
    busy: () => ['held', 'sending'].includes(transfer.phase().kind),
    changed: () => {
      changes.emit();
    },
    fault: (text) => {
      log.warn(text);
    },
  });
}
