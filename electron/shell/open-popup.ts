import type { OpeningRemark } from '../contract/popup';
import type { ClipboardOffer } from './clipboard-offer';
import { announce } from './console';
import { endForRestart } from './kiosk/end-for-restart';
import { runsAsKiosk } from './kiosk/kiosk-mode';
import { KioskWindow } from './kiosk/kiosk-window';
import { PopupWindow, type Popup } from './popup-window';
import type { ProgramParts } from './program-parts';
import type { WindowFeeds } from './window-feeds';

/**
 * Milliseconds in which a window that is shown has been painted, by this very thread: what can wait,
 * waits for it. Nothing else hangs on it (measured by `npm run bench -- opening`).
 */
const paintingMs = 60;

interface PopupParts extends Pick<ProgramParts, 'services' | 'options' | 'folders' | 'log'> {
  readonly feeds: WindowFeeds;
  readonly offer: ClipboardOffer;
  readonly translucent: boolean;
  /** Somebody has come to it. */
  readonly touched: () => void;
  /** It stands on the screen: what the next keys need can be made ready. */
  readonly painted: () => void;
}

export interface OpenedPopup {
  readonly popup: Popup;
  /** The same where it fills the screen of a kiosk; null where it is the popup of the tray. */
  readonly screen: KioskWindow | null;
  /** Whether an attempt has ended badly while nobody looked, until it is next opened. */
  attention(): boolean;
}

/** Opens the window of the popup's page, and tells page, tray and terminal when it is shown. */
export function openPopup(parts: PopupParts): OpenedPopup {
  const { services, folders, log, feeds, offer, translucent } = parts;
  const { settings, lines, transfer, connection, changes } = services;
  let attention = false;

  const painted = () => {
    if (!popup.visible) return;
    const line = lines.active();
    if (line !== null) {
      connection.warm(line.request.apiBaseUrl, settings.current().settings.network);
    }
    changes.emit();
    // On X11 it waits for whoever has put something there, for tens of milliseconds.
    if (screen === null) {
      void offer.look().then((isNews) => {
        if (isNews) changes.emit();
      });
    }
    parts.painted();
  };
  const shown = (prefill: string | null, remark: OpeningRemark | null) => {
    attention = false;
    parts.touched();
    feeds.push('popup:shown', () => ({ prefill, ...(remark !== null && { remark }) }));
    announce.popupShown();
    setTimeout(painted, paintingMs);
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
      made: (contents) => {
        feeds.add('popup', contents);
      },
      shown,
      crashed: (reason) => {
        log.error(`the popup's page is gone (${reason}): it is made anew`);
      },
      hidden: () => {
        offer.forget();
        changes.emit();
      },
    });
  if (screen !== null) feeds.add('popup', screen.contents);
  services.attemptEnded.listen(({ outcome }) => {
    if (!popup.visible && outcome !== 'accepted') attention = true;
    announce.attemptEnded(outcome);
  });
  return { popup, screen, attention: () => attention };
}
