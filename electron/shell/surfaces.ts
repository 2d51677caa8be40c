import { app, globalShortcut, nativeTheme } from 'electron';

import type { Language } from '../contract/languages';
import type { ManagerState } from '../contract/manager';
import { loadEmergencyNumbers } from '../directory/emergency';
import { namedRecents } from '../directory/recents';
import { about } from './about';
import { answerWindows } from './answer-windows';
import { replaceApplicationMenu } from './application-menu';
import { platformOf } from './environment';
import { openInterfaceLanguage } from './interface-language';
import { favouritesOf } from './known-destinations';
import { tellOfOtherMode } from './kiosk/kiosk-mode';
import { noShortcuts } from './kiosk/left-out';
import { openKiosk, type Kiosk } from './kiosk/open-kiosk';
import { ManagerWindow } from './manager-window';
import { openClipboardOffer } from './open-clipboard-offer';
import { openPopup } from './open-popup';
import type { Popup } from './popup-window';
import type { ProgramParts } from './program-parts';
import { Shortcut } from './shortcut';
import { TrayIcon } from './tray';
import { runTrayCommand } from './tray-commands';
import { Views } from './views';
import type { Welcome } from './welcome';
import { WindowFeeds } from './window-feeds';

const mostRecents = 5;

export interface Surfaces {
  readonly popup: Popup;
  /** Null where Baton runs as a program of the tray. */
  readonly kiosk: Kiosk | null;
  readonly shortcut: Shortcut;
  readonly welcome: Welcome;
  /** Resolves when the popup's page has something to show; with false where Baton ends already. */
  readonly loaded: Promise<boolean>;
  readonly close: () => void;
}

export interface SurfaceParts extends ProgramParts {
  readonly displayServer: ManagerState['displayServer'];
  /** Whether windows may be translucent. */
  readonly translucent: boolean;
  /** Shows a still page in the place of the popup's, in a language; null: the popup's again. */
  readonly still: (language: Language | null) => void;
}

/** Opens what the person sees: popup, manager window, tray and shortcut, and the way to them. */
export async function openSurfaces(parts: SurfaceParts): Promise<Surfaces> {
  const { services, autostart, updates, folders, version, log } = parts;
  const { displayServer, translucent } = parts;
  const { settings, lines, journal, transfer, changes } = services;
  const current = () => settings.current().settings;
  const language = openInterfaceLanguage(
    () => current().language,
    app.getPreferredSystemLanguages(),
    () => {
      replaceApplicationMenu(process.platform);
    },
  );
  const { countryName } = language;
  const feeds = new WindowFeeds();
  const offer = openClipboardOffer({
    settings: current,
    lines,
    emergencyNumbers: loadEmergencyNumbers,
    countryName,
    known: () => views.known(),
  });
  const { popup, screen, attention } = openPopup({
    ...parts,
    feeds,
    offer,
    touched: () => kiosk?.touched(),
    painted: () => void loadEmergencyNumbers(),
  });
  const manager = new ManagerWindow({
    preload: folders.preload,
    icon: `${folders.icons}/app-256.png`,
    opened: (contents) => {
      feeds.add('manager', contents);
      kiosk?.heed(contents);
      contents.once('destroyed', () => {
        answers.managerGone();
      });
    },
    closed: () => kiosk?.lock(),
    crashed: (reason) => {
      log.error(`the manager window's process is gone (${reason})`);
    },
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
          isEmergency: await loadEmergencyNumbers(),
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
    attention,
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
  const answers = answerWindows({
    ...parts,
    popup,
    manager,
    kiosk,
    shortcut,
    views,
    feeds,
    countryName,
    emergencyNumbers: loadEmergencyNumbers,
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
            runTrayCommand(command, { desk: answers.desk, popup, quit });
          },
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
  return {
    popup,
    kiosk,
    shortcut,
    welcome: answers.welcome,
    loaded: popup.load(),
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
