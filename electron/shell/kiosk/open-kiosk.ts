import { join } from 'node:path';

import { app, type WebContents } from 'electron';

import type { KioskView } from '../../contract/kiosk';
import type { Language } from '../../contract/languages';
import { err, ok } from '../../contract/result';
import type { Destination } from '../../contract/transfer';
import type { CountryNamer } from '../../directory/destinations';
import type { EmergencyCheck } from '../../directory/emergency';
import type { Desk, KioskDesk } from '../../ipc/handlers';
import { IdleClock } from '../../kiosk/idle-clock';
import { PinGate } from '../../kiosk/pin-gate';
import { pinRecordIn } from '../../kiosk/pin-record';
import { announce } from '../console';
import type { Log } from '../log';
import type { ManagerWindow } from '../manager-window';
import type { Services } from '../services';
import { isDialogOpen } from '../system-dialogs';
import { emptyClipboards } from './empty-clipboards';
import { endForRestart } from './end-for-restart';
import { JournalWord } from './journal-word';
import { kioskDesk } from './kiosk-desk';
import { kioskTiles } from './kiosk-tiles';
import type { KioskWindow } from './kiosk-window';
import { recoverPage } from './recovery';

/** Seconds after which is cleared where the administrator's file says nothing. */
const clearAfterSeconds = 60;

/**
 * Milliseconds in which a dialog of the system closes with the window that it was opened from. One of
 * GTK does not, and nobody but its reader can close it: it would stay, behind the kiosk or above it.
 */
const dialogLimitMs = 500;

/** What makes a kiosk of Baton (docs/kiosk.md). */
export interface Kiosk {
  readonly view: () => KioskView;
  readonly tiles: () => Destination[];
  /** Whether an address may be typed. */
  readonly freeEntry: () => boolean;
  /** What the windows can ask for, with what a kiosk does not do taken out. */
  readonly desk: (desk: Desk) => Desk;
  /** Nobody is there any more: the screen is locked, or the computer goes to sleep. */
  readonly absent: () => void;
  /** Somebody did something, or something was put on the screen for them. */
  readonly touched: () => void;
  /** Input into a window says that somebody is there. */
  readonly heed: (contents: WebContents) => void;
  /** The manager window was closed: the PIN is asked for again. */
  readonly lock: () => void;
  readonly close: () => void;
}

interface KioskParts {
  readonly services: Services;
  readonly window: KioskWindow;
  readonly manager: ManagerWindow;
  readonly userData: string;
  readonly log: Log;
  readonly countryName: CountryNamer;
  readonly isEmergency: EmergencyCheck;
  readonly still: (language: Language | null) => void;
  readonly language: () => Language;
}

const clock = {
  now: Date.now,
  monotonic: () => performance.now(),
  after: (ms: number, done: () => void) => {
    const timer = setTimeout(done, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};

export function openKiosk(parts: KioskParts): Kiosk {
  const { services, window, manager, log, still, language } = parts;
  const { managed, transfer, changes } = services;
  const rules = () => managed.kiosk() ?? {};
  const pinHash = () => rules().pinHash ?? null;
  const freeEntry = () => rules().freeEntry === true;
  const changed = () => {
    changes.emit();
  };
  let open = false;
  /** Counts the lockings: a PIN that was being judged meanwhile opens nothing. */
  let lockings = 0;
  const isOpen = () => open && pinHash() !== null;
  const journal = new JournalWord(services.notices);

  const gate = new PinGate({
    hash: pinHash,
    record: pinRecordIn(join(parts.userData, 'kiosk-pin.json')),
    clock,
    changed,
    fault: (what, cause) => {
      log.error(`${what}: ${cause}`);
    },
  });

  let stopLooking: () => void = () => undefined;
  const lock = () => {
    lockings += 1;
    open = false;
    manager.destroy();
    changed();
    stopLooking();
    stopLooking = clock.after(dialogLimitMs, () => {
      if (isDialogOpen()) endForRestart('dialog-left', services, log);
    });
  };

  const idle = new IdleClock({
    clock,
    clearAfterMs: () => (rules().clearAfterSeconds ?? clearAfterSeconds) * 1000,
    busy: () => ['held', 'sending'].includes(transfer.phase().kind),
    clear: () => {
      const phase = transfer.phase();
      // An open question stays open: the next transfer asks it first.
      if (phase.kind === 'ended') transfer.dismiss(phase.attempt.id);
      lock();
      emptyClipboards();
      window.reload();
      announce.kioskCleared();
    },
  });
  let phase = transfer.phase().kind;
  const stopFollowing = changes.listen(() => {
    const { kind } = transfer.phase();
    if (kind === phase) return;
    phase = kind;
    // What is newly on screen is there to be read.
    if (kind !== 'compose') idle.touch();
    idle.look();
  });
  let lastHash = pinHash();
  managed.changed.listen(() => {
    // What one PIN has opened is not open to whoever knows the next one, or where there is none.
    if (pinHash() !== lastHash) lock();
    lastHash = pinHash();
    idle.look();
  });

  const touched = () => {
    idle.touch();
  };
  const desk: KioskDesk = {
    unlock: async (pin) => {
      touched();
      const before = lockings;
      const unlocked = await gate.unlock(pin);
      if (unlocked.ok && before === lockings) open = true;
      changed();
      return unlocked;
    },
    lock,
    leave: (to) => {
      if (!isOpen()) return err({ code: 'locked' });
      if (to === 'quit') {
        app.quit();
        return ok(null);
      }
      manager.open('account');
      journal.read();
      changed();
      return ok(null);
    },
    touched: () => {
      touched();
      const line = services.lines.active();
      const { network } = services.settings.current().settings;
      if (line !== null) services.connection.warm(line.request.apiBaseUrl, network);
    },
  };
  const heed = (contents: WebContents) => {
    // A key that something lies on is nobody's: held, it would keep what is shown for ever.
    contents.on('input-event', (_event, { modifiers }) => {
      if (modifiers?.includes('isautorepeat') !== true) touched();
    });
  };
  heed(window.contents);
  const stopRecovering = recoverPage({
    kiosk: window,
    clock,
    log,
    still: (on) => {
      still(on ? language() : null);
    },
  });
  const tiles = () => kioskTiles(services, parts.countryName, parts.isEmergency);

  return {
    view: () => ({
      freeEntry: freeEntry(),
      lock: pinHash() === null ? 'no-pin' : isOpen() ? 'open' : 'locked',
      waitUntil: gate.waitUntil,
      journal: journal.word,
    }),
    tiles,
    freeEntry,
    desk: (ofBaton) =>
      kioskDesk(ofBaton, {
        desk,
        freeEntry,
        isTile: (address) => tiles().some((tile) => tile.address === address),
      }),
    absent: () => {
      idle.absent();
    },
    touched,
    heed,
    lock: () => {
      lock();
      window.focus();
    },
    close: () => {
      stopFollowing();
      stopRecovering();
      stopLooking();
      idle.close();
      gate.close();
    },
  };
}
