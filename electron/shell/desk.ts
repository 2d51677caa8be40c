import { clipboard, shell } from 'electron';

import type { SettingsService } from '../config/settings-service';
import { err, ok } from '../contract/result';
import type { CredentialService } from '../credentials/credential-service';
import type { CountryNamer } from '../directory/destinations';
import type { EmergencyCheck } from '../directory/emergency';
import type { ArtefactsDesk, Desk, DirectoryDesk, DoctorDesk, HistoryDesk } from '../ipc/handlers';
import type { Connection } from '../plivo/connection';
import type { PracticeLine } from '../practice/server';
import { attemptDetails } from '../transfer/details';
import type { Journal } from '../transfer/journal';
import type { TransferService } from '../transfer/transfer-service';
import type { Autostart } from './autostart';
import { changeShortcut } from './change-shortcut';
import { credentialsChanged } from './credentials-changed';
import { externalAddresses } from './external-links';
import type { FieldQuery } from './field-query';
import { noKioskDesk } from './kiosk/kiosk-desk';
import type { LinesInUse } from './lines-in-use';
import type { ManagerWindow } from './manager-window';
import type { Notices } from './notices';
import type { Popup } from './popup-window';
import type { Shortcut } from './shortcut';
import type { Signal } from './signal';
import { startTransfer } from './start-transfer';
import { testConnection } from './test-connection';
import type { Updates } from './updates';
import type { Views } from './views';

export interface DeskParts {
  readonly settings: SettingsService;
  readonly autostart: Pick<Autostart, 'insist'>;
  readonly updates: Pick<Updates, 'check' | 'restart'>;
  readonly credentials: CredentialService;
  readonly connection: Connection;
  readonly lines: LinesInUse;
  readonly transfer: TransferService;
  readonly journal: Journal;
  readonly practice: PracticeLine | null;
  readonly shortcut: Shortcut;
  readonly notices: Notices;
  readonly popup: Popup;
  readonly manager: ManagerWindow;
  readonly views: Views;
  readonly countryName: CountryNamer;
  /** Loaded when they are first asked for; nothing is judged without them. */
  readonly emergencyNumbers: () => Promise<EmergencyCheck>;
  readonly fieldQuery: FieldQuery;
  readonly version: string;
  readonly changes: Signal;
  readonly history: HistoryDesk;
  readonly directory: DirectoryDesk;
  readonly artefacts: ArtefactsDesk;
  readonly exportSettings: Desk['exportSettings'];
  readonly doctor: DoctorDesk;
  readonly welcome: Desk['welcome'];
}

/** Everything that a window can ask for, carried out on the parts. */
export function openDesk(parts: DeskParts): Desk {
  const { settings, credentials, popup, manager, views } = parts;
  const changed = () => {
    parts.changes.emit();
  };
  const current = () => settings.current().settings;
  const shownAttempt = () => {
    const phase = parts.transfer.phase();
    return phase.kind === 'ended' ? phase.attempt : null;
  };
  const afterCredentialChange = credentialsChanged(parts);

  return {
    popup: {
      state: () => views.popup(),
      query: (text) => parts.fieldQuery.answer(text),
      resize: (height) => {
        popup.resize(height);
      },
      close: () => {
        popup.close();
      },
    },
    transfer: {
      start: async (request) => {
        const isEmergency = await parts.emergencyNumbers();
        const ownerOf = (address: string) => parts.fieldQuery.ownerOf(address);
        const started = await startTransfer(
          { ...parts, ownerOf, isEmergency, now: Date.now },
          request,
        );
        // What the keychain answered may be news to the line's dot and to the manager window.
        if (!started.ok) changed();
        return started;
      },
      undo: (attemptId) => {
        parts.transfer.cancel('undone', attemptId);
      },
      sendNow: (attemptId) => {
        parts.transfer.sendNow(attemptId);
      },
      dismiss: (attemptId) => {
        parts.transfer.dismiss(attemptId);
      },
      answer: ({ attemptId, word }, from) => {
        const shown = shownAttempt()?.id === attemptId;
        const recorded = parts.transfer.answer(attemptId, word);
        if (!recorded.ok) {
          return err({ code: 'not-recorded', cause: recorded.error.cause.slice(0, 300) });
        }
        // The popup leaves its screen by itself, and keeps the destination. Answered elsewhere, it
        // has nothing left to stay open for.
        if (shown && from !== 'popup') {
          parts.transfer.dismiss(attemptId);
          popup.close();
        }
        return ok(null);
      },
      copyDetails: async (attemptId) => {
        const shown = shownAttempt();
        const found = parts.journal.detail(attemptId);
        const stored = found.ok ? found.value : null;
        const attempt = shown?.id === attemptId ? shown : (stored?.attempt ?? null);
        if (attempt === null) return;
        const trace = stored?.trace ?? null;
        // A promise from Electron 44 on.
        await clipboard.writeText(attemptDetails({ attempt, trace }, parts.version));
      },
    },
    practice: {
      restartCall: () => {
        parts.practice?.restartCall();
      },
    },
    manager: {
      state: () => views.manager(),
      route: () => manager.route,
      open: (route, from) => {
        // The popup may hold or show an attempt while somebody turns a page in the other window.
        if (from !== 'manager') popup.close();
        manager.open(route);
      },
    },
    settings: {
      change: async (change) => {
        const made = await settings.change(change);
        if (made.ok && change.key === 'launchAtLogin') {
          parts.autostart.insist();
          changed();
        }
        return made;
      },
      selectLine: async (lineId) => {
        // From practising back to the line that the administrator has set: nothing to write.
        const selected =
          lineId === parts.lines.fixedId
            ? ok(null)
            : await settings.change({ key: 'activeLine', value: lineId });
        if (selected.ok) parts.lines.choose(null);
        changed();
        return selected;
      },
      changeShortcut: (accelerator) => changeShortcut(parts, accelerator),
    },
    credentials: {
      save: async (token) => afterCredentialChange(await credentials.save(current().authId, token)),
      useForSession: (token) =>
        Promise.resolve(afterCredentialChange(credentials.useForSession(current().authId, token))),
      remove: async () => afterCredentialChange(await credentials.remove(current().authId)),
      refresh: async () => {
        await credentials.refresh(current().authId);
        changed();
      },
      test: async (lineId) => ok(await testConnection(parts, lineId)),
    },
    updates: parts.updates,
    history: parts.history,
    directory: parts.directory,
    artefacts: parts.artefacts,
    exportSettings: parts.exportSettings,
    doctor: parts.doctor,
    welcome: parts.welcome,
    kiosk: noKioskDesk,
    openLink: async (link) => {
      await shell.openExternal(externalAddresses[link]);
    },
  };
}
