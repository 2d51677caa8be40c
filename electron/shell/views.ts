import type { SettingsService } from '../config/settings-service';
import type { DirectorySummary } from '../contract/directory';
import type { KioskView } from '../contract/kiosk';
import type { Language } from '../contract/languages';
import type { ManagerState } from '../contract/manager';
import type { PopupState, Recent } from '../contract/popup';
import type { Destination, Phase } from '../contract/transfer';
import type { CredentialService } from '../credentials/credential-service';
import type { CountryNamer } from '../directory/destinations';
import type { PracticeLine } from '../practice/server';
import { shortcutLabel } from './accelerator';
import { favouritesOf, knownDestinations } from './known-destinations';
import type { LinesInUse } from './lines-in-use';
import type { Notices } from './notices';
import { popupState } from './popup-state';
import type { Shortcut } from './shortcut';
import type { TrayModel, TrayState } from './tray-menu';

export interface ViewParts {
  readonly settings: SettingsService;
  readonly credentials: CredentialService;
  readonly lines: LinesInUse;
  readonly practice: PracticeLine | null;
  readonly notices: Notices;
  readonly shortcut: Shortcut;
  readonly phase: () => Phase;
  readonly recents: (practice: boolean) => Recent[];
  /** True until the popup is next opened: something ended that was not seen. */
  readonly attention: () => boolean;
  readonly countryName: CountryNamer;
  readonly language: () => Language;
  /** The number that the clipboard held when the popup was opened. */
  readonly clipboard: () => Destination | null;
  readonly directory: () => DirectorySummary;
  readonly platform: PopupState['platform'];
  readonly translucent: boolean;
  readonly displayServer: ManagerState['displayServer'];
  readonly launchAtLogin: () => ManagerState['launchAtLogin'];
  readonly updates: () => ManagerState['updates'];
  readonly about: Omit<ManagerState['about'], 'configFile'>;
  /** What a kiosk shows in the place of favourites and recents; null where Baton is none. */
  readonly kiosk: { view(): KioskView; tiles(): Destination[] } | null;
  /** The administrator's file, which may come and go. */
  readonly managed: { inForce(): string | null };
}

function stateOf({ ready, entries }: DirectorySummary): PopupState['directory'] {
  if (!ready) return 'reading';
  return entries === 0 ? 'empty' : 'filled';
}

/** What each surface shows, made of the parts of the moment. */
export class Views {
  readonly #parts: ViewParts;

  constructor(parts: ViewParts) {
    this.#parts = parts;
  }

  popup(): PopupState {
    const { lines, settings, credentials, practice, kiosk } = this.#parts;
    const line = lines.activeView();
    const current = settings.current().settings;
    return popupState({
      settings: current,
      phase: this.#parts.phase(),
      line,
      lines: lines.views(),
      fixedLine: lines.fixedId,
      favourites: kiosk === null ? this.#favourites(line.practice) : kiosk.tiles(),
      // Whom the last person called is none of the next one's business.
      recents: kiosk === null ? this.#parts.recents(line.practice) : [],
      practice: line.practice && practice !== null ? practice.call() : null,
      credentials: credentials.state(current.authId),
      registered: this.#parts.shortcut.registered,
      translucent: this.#parts.translucent,
      platform: this.#parts.platform,
      language: this.#parts.language(),
      clipboard: this.#parts.clipboard(),
      kiosk: kiosk?.view() ?? null,
      directory: stateOf(this.#parts.directory()),
    });
  }

  /** Everybody that a text in the field can mean. */
  known(): Destination[] {
    const { practice } = this.#parts.lines.activeView();
    return knownDestinations(this.#favourites(practice), this.#parts.recents(practice));
  }

  manager(): ManagerState {
    const { settings, credentials, lines, notices, shortcut, practice } = this.#parts;
    const effective = settings.current();
    return {
      settings: effective.settings,
      sources: effective.sources,
      networkSources: effective.networkSources,
      credentials: credentials.state(effective.settings.authId),
      notices: notices.all,
      activeLine: lines.activeId,
      registeredShortcut: shortcut.registered,
      shortcutSeen: shortcut.seen,
      displayServer: this.#parts.displayServer,
      launchAtLogin: this.#parts.launchAtLogin(),
      updates: this.#parts.updates(),
      practice: practice === null ? null : { url: practice.url },
      directory: this.#parts.directory(),
      theme: effective.settings.theme,
      language: this.#parts.language(),
      platform: this.#parts.platform,
      about: { ...this.#parts.about, configFile: this.#parts.managed.inForce() },
    };
  }

  tray(): TrayModel {
    const { lines, shortcut, platform } = this.#parts;
    const line = lines.activeView();
    const updates = this.#parts.updates();
    return {
      state: this.#trayState(line.readiness),
      line,
      lines: lines.views(),
      fixedLine: lines.fixedId,
      recents: this.#parts.recents(line.practice),
      shortcut: shortcut.registered === null ? null : shortcutLabel(shortcut.registered, platform),
      unproven: this.#parts.displayServer === 'wayland' && !shortcut.seen,
      newVersion: updates.kind === 'ready' ? updates.version : null,
    };
  }

  #trayState(readiness: PopupState['line']['readiness']): TrayState {
    if (this.#parts.phase().kind === 'sending') return 'inflight';
    if (this.#parts.attention() || this.#parts.notices.all.length > 0) return 'attention';
    if (readiness === 'practice') return 'practice';
    return readiness === 'ready' ? 'ready' : 'offline';
  }

  #favourites(practice: boolean): Destination[] {
    return favouritesOf(this.#parts.settings.current().settings, practice, this.#parts.countryName);
  }
}
