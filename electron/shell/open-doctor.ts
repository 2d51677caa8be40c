import { clipboard, type Session } from 'electron';

import type { Arguments } from '../cli/arguments';
import { checkConfig } from '../cli/check-config';
import { doctorTasks } from '../doctor/tasks';
import type { DoctorDesk } from '../ipc/handlers';
import { verifyJournalInTurns } from '../transfer/journal-verify';
import { openDoctorDesk } from './doctor-desk';
import { readDisplay, readTray } from './doctor-desktop';
import { networkOf } from './doctor-network';
import { readJournal, readKeychain, readVersions } from './doctor-readings';
import { doctorReport } from './doctor-report';
import { chooseReportFile } from './export-dialog';
import type { Folders } from './folders';
import type { ManagerWindow } from './manager-window';
import { currentReader } from './open-settings';
import type { Services } from './services';
import type { Shortcut } from './shortcut';
import { resolveProxy } from './system-proxy';
import type { WindowFeeds } from './window-feeds';

/** Milliseconds for which a check-up waits for the shortcut to be pressed. */
const patienceMs = 60_000;

interface DoctorParts {
  readonly services: Services;
  readonly options: Arguments;
  readonly folders: Folders;
  readonly version: string;
  readonly shortcut: Shortcut;
  readonly manager: ManagerWindow;
  readonly feeds: WindowFeeds;
  readonly session: Session;
  readonly kiosk: boolean;
}

/** The check-up of the Baton that runs, with its own parts, and the window told of each step. */
export function openDoctor(parts: DoctorParts): DoctorDesk {
  const { services, options, folders, version, shortcut, manager, feeds, session } = parts;
  const { settings, credentials } = services;
  const current = () => settings.current().settings;
  return openDoctorDesk({
    tasks: (skipped) =>
      doctorTasks({
        versions: readVersions(version, folders),
        settings: () =>
          checkConfig({
            configFile: options.configFile,
            userData: folders.userData,
            reader: currentReader(),
            environment: process.env,
            forThisUser: true,
          }),
        journal: () => readJournal(folders.journal, verifyJournalInTurns),
        folder: folders.userData,
        keychain: () => readKeychain(credentials, current().authId),
        display: readDisplay,
        kiosk: parts.kiosk,
        tray: readTray,
        shortcut: {
          registered: () => shortcut.registered,
          wanted: () => current().shortcut,
          onPress: (pressed) => shortcut.onPress(pressed),
          skipped,
          patienceMs,
        },
        network: networkOf({
          ...services,
          version,
          resolveProxy: (address) => resolveProxy(current().network.proxy, address, session),
        }),
      }),
    changed: (checkUp) => {
      feeds.push('doctor:progress', () => checkUp);
      // What the keychain and Plivo said is news to the other windows, too.
      if (!checkUp.running) services.changes.emit();
    },
    report: (checkUp) => doctorReport(checkUp, current()),
    now: Date.now,
    chooseFile: (name) => chooseReportFile(manager.window, name),
    writeClipboard: async (text) => {
      // A promise from Electron 44 on.
      await clipboard.writeText(text);
    },
  });
}
