import { session } from 'electron';

import type { CountryNamer } from '../directory/destinations';
import type { EmergencyCheck } from '../directory/emergency';
import { handlersOf, type Desk } from '../ipc/handlers';
import { listen } from '../ipc/listen';
import { origin } from './asset-path';
import { openDesk } from './desk';
import { openDirectoryDesk } from './directory-desk';
import { chooseSettingsFile } from './export-dialog';
import { FieldQuery } from './field-query';
import { chooseDirectoryFile } from './import-dialog';
import { forgetfulJournal } from './kiosk/left-out';
import type { Kiosk } from './kiosk/open-kiosk';
import type { ManagerWindow } from './manager-window';
import { openArtefacts } from './open-artefacts';
import { directoryFolder } from './open-directory';
import { openDoctor } from './open-doctor';
import { openHistory } from './open-history';
import { PeopleInUse } from './people-in-use';
import type { Popup } from './popup-window';
import type { ProgramParts } from './program-parts';
import { openSettingsExport } from './settings-export';
import type { Shortcut } from './shortcut';
import type { Views } from './views';
import { openWelcome, type Welcome } from './welcome';
import type { WindowFeeds } from './window-feeds';

interface AnswerParts extends ProgramParts {
  readonly popup: Popup;
  readonly manager: ManagerWindow;
  readonly kiosk: Kiosk | null;
  readonly shortcut: Shortcut;
  readonly views: Views;
  readonly feeds: WindowFeeds;
  readonly countryName: CountryNamer;
  readonly emergencyNumbers: () => Promise<EmergencyCheck>;
}

export interface Answers {
  /** What a window of the tray's program can ask for; the tray asks for it too. */
  readonly desk: Desk;
  readonly welcome: Welcome;
  /** The manager window is gone, and with it whoever was waiting for an answer. */
  readonly managerGone: () => void;
}

/** Opens what answers the windows, and listens to them. */
export function answerWindows(parts: AnswerParts): Answers {
  const { services, folders, version, popup, manager, kiosk, views, feeds } = parts;
  const { countryName, emergencyNumbers } = parts;
  const folderOfDirectory = () =>
    directoryFolder(services.settings.current(), {
      ...folders,
      configFile: services.managed.path,
    });
  const artefacts = openArtefacts({ ...services, manager });
  const doctor = openDoctor({ ...parts, session: session.defaultSession, kiosk: kiosk !== null });
  const people = new PeopleInUse(
    kiosk === null ? services : { ...services, journal: forgetfulJournal },
  );
  const welcome = openWelcome({ ...services, popup, manager });
  const desk = openDesk({
    ...services,
    autostart: parts.autostart,
    updates: parts.updates,
    shortcut: parts.shortcut,
    popup,
    manager,
    views,
    countryName,
    emergencyNumbers,
    version,
    history: openHistory({ services, version, manager, feeds }),
    fieldQuery: new FieldQuery({ ...services, people, countryName, emergencyNumbers }),
    directory: openDirectoryDesk({
      ...services,
      countryName,
      folder: folderOfDirectory,
      chooseFile: () => chooseDirectoryFile(manager.window),
    }),
    artefacts,
    exportSettings: openSettingsExport({
      settings: () => services.settings.current().settings,
      folders: () => ({ directory: folderOfDirectory(), caFile: process.cwd() }),
      chooseFile: (name) => chooseSettingsFile(manager.window, name),
    }),
    doctor,
    welcome,
  });
  listen({
    handlers: handlersOf(kiosk === null ? desk : kiosk.desk(desk)),
    known: feeds.nameOf,
    origin,
    report: (text) => {
      parts.log.warn(text);
    },
  });
  return {
    desk,
    welcome,
    managerGone: () => {
      // What was read there and not taken holds a token.
      artefacts.drop();
      doctor.cancel('all');
    },
  };
}
