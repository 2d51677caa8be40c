import { app } from 'electron';
import {
  AppImageUpdater,
  MacUpdater,
  NsisUpdater,
  type AppUpdater,
  type UpdateCheckResult,
} from 'electron-updater';

import { err, ok } from '../contract/result';
import type { Log } from './log';
import type { Updater } from './updates';

/**
 * electron-updater, which only a Baton with `updates` on loads. It goes through Chromium, in a session
 * of its own that no window has.
 */

interface UpdaterParts {
  /** The setting `network.proxy`: `system`, `none` or a URL. */
  readonly proxy: () => string;
  readonly log: Log;
  /** The arguments with which a restart starts Baton. */
  readonly restartWith: readonly string[];
  /** The AppImage that is running; null elsewhere. */
  readonly appImage: string | null;
}

/** One for all: electron-updater would tell each installation apart by a random id. */
const nobody = { 'x-user-staging-id': '00000000-0000-0000-0000-000000000000' };

interface Installer {
  readonly updater: AppUpdater;
  readonly restart: () => void;
}

/** Installs as Baton quits, after everything else: no attempt runs any more by then. */
function atQuit(install: () => void): () => void {
  let wanted = false;
  // electron-updater's own listener comes later, and leaves it at that.
  app.once('quit', (_event, exitCode) => {
    if (wanted && exitCode === 0) install();
  });
  return () => {
    wanted = true;
    app.quit();
  };
}

function installerFor({ appImage, restartWith }: UpdaterParts): Installer {
  if (process.platform === 'darwin') {
    const updater = new MacUpdater();
    return {
      updater,
      restart: () => {
        updater.quitAndInstall();
      },
    };
  }
  if (process.platform === 'win32') {
    const updater = new NsisUpdater();
    const restart = atQuit(() => {
      updater.install(true, true);
    });
    return { updater, restart };
  }
  const updater = new AppImageUpdater();
  let execPath = appImage ?? process.execPath;
  updater.on('appimage-filename-updated', (path) => {
    execPath = path;
  });
  const restart = atQuit(() => {
    updater.install(true, false);
    // Also where the file could not be replaced: a restart was asked for. Electron waits until this
    // process has let go of the user-data folder; electron-updater's own start does not.
    app.relaunch({ execPath, args: [...restartWith] });
  });
  return { updater, restart };
}

const proxyOf = (setting: string) => {
  if (setting === 'system') return { mode: 'system' } as const;
  return setting === 'none' ? ({ mode: 'direct' } as const) : { proxyRules: setting };
};

/** The first line: what follows is a stack, or the headers of an answer. */
function causeOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0]?.trim() ?? '';
}

export function openUpdater(parts: UpdaterParts): Updater {
  const { updater, restart } = installerFor(parts);
  updater.logger = parts.log;
  updater.autoDownload = true;
  updater.autoInstallOnAppQuit = true;
  updater.requestHeaders = nobody;
  let underWay: UpdateCheckResult | null = null;
  return {
    check: async (found) => {
      try {
        await updater.netSession.setProxy(proxyOf(parts.proxy()));
        underWay = await updater.checkForUpdates();
        if (underWay?.isUpdateAvailable !== true) return ok(null);
        const version = underWay.updateInfo.version.slice(0, 50);
        found(version);
        await underWay.downloadPromise;
        return ok(version);
      } catch (error) {
        return err({ cause: causeOf(error) });
      } finally {
        underWay = null;
      }
    },
    restart,
    allow: (on) => {
      updater.autoInstallOnAppQuit = on;
      if (!on) underWay?.cancellationToken?.cancel();
    },
  };
}
