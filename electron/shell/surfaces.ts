import { app, globalShortcut, nativeTheme, session } from 'electron';

import type { Arguments } from '../cli/arguments';
import type { Language } from '../contract/languages';
import type { OpeningRemark } from '../contract/popup';
import { loadEmergencyNumbers } from '../directory/emergency';
import { namedRecents } from '../directory/recents';
import { handlersOf } from '../ipc/handlers';
import { listen } from '../ipc/listen';
import { about } from './about';
import { replaceApplicationMenu } from './application-menu';
import { origin } from './asset-path';
import type { Autostart } from './autostart';
import { hasCompositor } from './compositor';
import { announce } from './console';
import { openDesk } from './desk';
import { openDirectoryDesk } from './directory-desk';
import { chooseSettingsFile } from './export-dialog';
import { chooseDirectoryFile } from './import-dialog';
import { displayServerOf, platformOf } from './environment';
import type { Folders } from './folders';
import { openInterfaceLanguage } from './interface-language';
import { FieldQuery } from './field-query';
import { favouritesOf } from './known-destinations';
import type { Log } from './log';
import { endForRestart } from './kiosk/end-for-restart';
import { runsAsKiosk, tellOfOtherMode } from './kiosk/kiosk-mode';
import { KioskWindow } from './kiosk/kiosk-window';
import { forgetfulJournal, noShortcuts } from './kiosk/left-out';
import { openKiosk, type Kiosk } from './kiosk/open-kiosk';
import { ManagerWindow } from './manager-window';
import { openArtefacts } from './open-artefacts';
import { openClipboardOffer } from './open-clipboard-offer';
import { openHistory } from './open-history';
import { directoryFolder } from './open-directory';
import { openDoctor } from './open-doctor';
import { PeopleInUse } from './people-in-use';
import { PopupWindow, type Popup } from './popup-window';
import type { Services } from './services';
import { openSettingsExport } from './settings-export';
import { Shortcut } from './shortcut';
import { TrayIcon } from './tray';
import { runTrayCommand } from './tray-commands';
import type { Updates } from './updates';
import { Views } from './views';
import { openWelcome, type Welcome } from './welcome';
import { WindowFeeds } from './window-feeds';

const mostRecents = 5;

export interface Surfaces {
  readonly popup: Popup;
  /** Null where Baton runs as a program of the tray. */
  readonly kiosk: Kiosk | null;
  readonly shortcut: Shortcut;
  readonly welcome: Welcome;
  readonly close: () => void;
}

export interface SurfaceParts {
  readonly services: Services;
  readonly autostart: Autostart;
  readonly updates: Updates;
  readonly options: Arguments;
  readonly folders: Folders;
  readonly version: string;
  readonly log: Log;
  /** Shows a still page in the place of the popup's, in a language; null: the popup's again. */
  readonly still: (language: Language | null) => void;
}

/** Opens what the person sees: popup, manager window, tray and shortcut, and the way to them. */
export async function openSurfaces(parts: SurfaceParts): Promise<Surfaces> {
  const { services, autostart, updates, folders, version, log } = parts;
  const { settings, lines, journal, transfer, connection, changes } = services;
  const current = () => settings.current().settings;
  const displayServer = displayServerOf(process.platform, process.env);
  const translucent = await hasCompositor(displayServer);
  const language = openInterfaceLanguage(
    () => current().language,
    app.getPreferredSystemLanguages(),
    () => {
      replaceApplicationMenu(process.platform);
    },
  );
  const { countryName } = language;
  const folderOfDirectory = () =>
    directoryFolder(settings.current(), { ...folders, configFile: services.managed.path });
  const feeds = new WindowFeeds();
  const emergencyNumbers = loadEmergencyNumbers();
  const offer = openClipboardOffer({
    settings: current,
    lines,
    emergencyNumbers,
    countryName,
    known: () => views.known(),
  });
  /** Until the popup is next opened: an attempt ended badly while nobody looked. */
  let attention = false;

  const shown = (prefill: string | null, remark: OpeningRemark | null) => {
    attention = false;
    kiosk?.touched();
    feeds.push('popup:shown', () => ({ prefill, ...(remark !== null && { remark }) }));
    const line = lines.active();
    if (line !== null) connection.warm(line.request.apiBaseUrl, current().network);
    changes.emit();
    announce.popupShown();
  };
  const screen = runsAsKiosk(parts.options, services)
    ? new KioskWindow({
        preload: folders.preload,
        shown,
        lost: () => {
          endForRestart('window-lost', services, log);
        },
      })
    : null;
  const popup: Popup =
    screen ??
    new PopupWindow({
      preload: folders.preload,
      translucent,
      platform: process.platform,
      closesOnBlur: () => transfer.phase().kind === 'compose',
      shown: (prefill, remark) => {
        shown(prefill, remark);
        void offer.look().then((isNews) => {
          if (isNews) changes.emit();
        });
      },
      hidden: () => {
        offer.forget();
        changes.emit();
      },
    });
  feeds.add('popup', popup.contents);
  const manager = new ManagerWindow({
    preload: folders.preload,
    icon: `${folders.icons}/app-256.png`,
    opened: (contents) => {
      feeds.add('manager', contents);
      kiosk?.heed(contents);
      // What was read there and not taken holds a token.
      contents.once('destroyed', () => {
        artefacts.drop();
        doctor.cancel('all');
      });
    },
    closed: () => kiosk?.lock(),
    over: screen?.window ?? null,
    routed: (route) => {
      feeds.push('manager:route', () => ({ route }));
    },
  });
  const kiosk =
    screen === null
      ? null
      : openKiosk({
          services,
          window: screen,
          manager,
          userData: folders.userData,
          log,
          countryName,
          isEmergency: await emergencyNumbers,
          still: parts.still,
          language: language.current,
        });
  tellOfOtherMode(parts.options, services, kiosk !== null);
  const shortcut = new Shortcut(kiosk === null ? globalShortcut : noShortcuts, () => {
    popup.toggle();
  });
  const views = new Views({
    ...services,
    shortcut,
    phase: () => transfer.phase(),
    recents: (onPractice) => {
      const stored = journal.recents({ practice: onPractice, limit: mostRecents });
      const favourites = favouritesOf(current(), onPractice, countryName);
      return stored.ok ? namedRecents(stored.value, favourites, current().region, countryName) : [];
    },
    attention: () => attention,
    countryName,
    language: language.current,
    clipboard: () => offer.current(),
    directory: () => services.directory.summary(),
    platform: platformOf(process.platform),
    translucent,
    displayServer,
    kiosk,
    launchAtLogin: autostart.state,
    updates: updates.state,
    about: about(process.versions, version, folders),
  });
  const artefacts = openArtefacts({ ...services, manager });
  const doctor = openDoctor({
    ...parts,
    shortcut,
    manager,
    feeds,
    session: session.defaultSession,
    kiosk: kiosk !== null,
  });
  const people = new PeopleInUse(
    kiosk === null ? services : { ...services, journal: forgetfulJournal },
  );
  const welcome = openWelcome({ ...services, popup, manager });
  const desk = openDesk({
    ...services,
    autostart,
    updates,
    shortcut,
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
      settings: current,
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
      log.warn(text);
    },
  });
  nativeTheme.themeSource = current().theme;
  const tray =
    kiosk !== null
      ? null
      : new TrayIcon(views.tray(), {
          icons: folders.icons,
          platform: process.platform,
          run: (command) => {
            const quit = () => {
              app.quit();
            };
            runTrayCommand(command, { desk, popup, quit });
          },
        });
  services.attemptEnded.listen(({ outcome }) => {
    if (!popup.visible && outcome !== 'accepted') attention = true;
    announce.attemptEnded(outcome);
  });
  // Every surface is given the whole of what it shows: there is one way to be told.
  const stopShowing = changes.listen(() => {
    language.follow();
    manager.retitle();
    nativeTheme.themeSource = current().theme;
    tray?.update(views.tray());
    feeds.push('popup:state', () => views.popup());
    feeds.push('manager:state', () => views.manager());
  });
  await popup.load();
  return {
    popup,
    kiosk,
    shortcut,
    welcome,
    close: () => {
      // A keychain that answers late has nobody left to tell.
      stopShowing();
      globalShortcut.unregisterAll();
      kiosk?.close();
      manager.destroy();
      popup.destroy();
      tray?.destroy();
    },
  };
}
