import { clipboard, shell } from 'electron';

import type { SettingsService } from '../config/settings-service';
import type { CredentialError } from '../contract/credentials';
import type { ConnectionTest, SettingError, ShortcutError } from '../contract/manager';
import { err, ok, type Result } from '../contract/result';
import type { CredentialService } from '../credentials/credential-service';
import type { CountryNamer } from '../directory/destinations';
import type { EmergencyCheck } from '../directory/emergency';
import { answerQuery } from '../directory/query';
import type { Desk } from '../ipc/handlers';
import type { Connection } from '../plivo/connection';
import { connectionTestOf } from '../plivo/connection-test';
import { nodeRequest } from '../plivo/request';
import type { PracticeLine } from '../practice/server';
import { attemptDetails } from '../transfer/details';
import type { Journal } from '../transfer/journal';
import type { TransferService } from '../transfer/transfer-service';
import { externalAddresses } from './external-links';
import type { LinesInUse } from './lines-in-use';
import type { ManagerWindow } from './manager-window';
import type { Notices } from './notices';
import type { PopupWindow } from './popup-window';
import type { Shortcut } from './shortcut';
import type { Signal } from './signal';
import { startTransfer } from './start-transfer';
import type { Views } from './views';

export interface DeskParts {
  readonly settings: SettingsService;
  readonly credentials: CredentialService;
  readonly connection: Connection;
  readonly lines: LinesInUse;
  readonly transfer: TransferService;
  readonly journal: Journal;
  readonly practice: PracticeLine | null;
  readonly shortcut: Shortcut;
  readonly notices: Notices;
  readonly popup: PopupWindow;
  readonly manager: ManagerWindow;
  readonly views: Views;
  readonly countryName: CountryNamer;
  /** Still loading in the first moments; nothing is judged without them. */
  readonly emergencyNumbers: Promise<EmergencyCheck>;
  readonly version: string;
  readonly changes: Signal;
}

/** Everything that a window can ask for, carried out on the parts. */
export function openDesk(parts: DeskParts): Desk {
  const { settings, credentials, popup, manager, views } = parts;
  const changed = () => {
    parts.changes.emit();
  };
  const current = () => settings.current().settings;
  const afterCredentialChange = <T>(result: Result<T, CredentialError>) => {
    parts.lines.forgetRefusals();
    if (result.ok) parts.notices.settle('credentials-import-failed');
    changed();
    return result;
  };

  return {
    popup: {
      state: () => views.popup(),
      query: async (text) => {
        const isEmergency = await parts.emergencyNumbers;
        const { region } = current();
        const { countryName } = parts;
        return answerQuery(text, { region, countryName, known: views.known(), isEmergency });
      },
      resize: (height) => {
        popup.resize(height);
      },
      close: () => {
        popup.close();
      },
    },
    transfer: {
      start: async (request) => {
        const isEmergency = await parts.emergencyNumbers;
        const known = () => views.known();
        const started = await startTransfer(
          { ...parts, known, isEmergency, now: Date.now },
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
      answer: ({ attemptId, word }) => {
        const recorded = parts.transfer.answer(attemptId, word);
        if (recorded.ok) return ok(null);
        return err({ code: 'not-recorded', cause: recorded.error.cause.slice(0, 300) });
      },
      copyDetails: async (attemptId) => {
        const phase = parts.transfer.phase();
        const stored = parts.journal.attempt(attemptId);
        const shown =
          phase.kind === 'ended' && phase.attempt.id === attemptId ? phase.attempt : null;
        const attempt = shown ?? (stored.ok ? stored.value : null);
        // A promise from Electron 44 on.
        if (attempt !== null) await clipboard.writeText(attemptDetails(attempt, parts.version));
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
      open: (route) => {
        popup.close();
        manager.open(route);
      },
    },
    settings: {
      change: (change) => settings.change(change),
      selectLine: async (lineId) => {
        const selected = await settings.change({ key: 'activeLine', value: lineId });
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
    openLink: async (link) => {
      await shell.openExternal(externalAddresses[link]);
    },
  };
}

async function testConnection(parts: DeskParts, lineId: string): Promise<ConnectionTest> {
  const { lines, connection, settings, version } = parts;
  const line = lines.find(lineId);
  if (line === null) {
    return {
      kind: 'unreachable',
      reason: { code: 'connection-refused' },
      lineName: lineId,
      at: Date.now(),
    };
  }
  const credentials = await lines.credentialsFor(line);
  if (!credentials.ok) {
    parts.changes.emit();
    return { kind: 'no-credentials', error: credentials.error };
  }
  const request = nodeRequest(line.request, credentials.value, version);
  const evidence = await connection.send(request, settings.current().settings.network);
  const at = Date.now();
  const result = connectionTestOf(evidence, at);
  if (result.kind === 'works') lines.noteAnswer(lineId, 'accepted');
  else lines.noteAnswer(lineId, result.reason.code);
  parts.changes.emit();
  return { ...result, lineName: line.name, at };
}

/** The system is asked first: a shortcut is stored only once it has been granted. */
async function changeShortcut(
  { settings, shortcut, changes }: DeskParts,
  accelerator: string,
): Promise<Result<null, ShortcutError>> {
  const effective = settings.current();
  if (effective.sources.shortcut === 'enforced')
    return err({ code: 'setting-enforced', key: 'shortcut' });
  const before = shortcut.registered;
  const taken = shortcut.change(accelerator);
  if (!taken.ok) return err({ code: taken.error, shortcut: accelerator });
  const stored: Result<null, SettingError> = await settings.change({
    key: 'shortcut',
    value: accelerator,
  });
  if (!stored.ok && before !== null) shortcut.change(before);
  changes.emit();
  return stored;
}
