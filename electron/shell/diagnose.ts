import { checkConfig } from '../cli/check-config';
import { writeDiagnostics } from '../cli/diagnostics';
import type { CommandResult } from '../cli/history-commands';
import { createCredentialService } from '../credentials/credential-service';
import { withTokenFile } from '../credentials/file-credentials';
import { systemKeychain } from '../credentials/keychain';
import { readTokenFile } from '../credentials/token-file';
import { runCheckUp } from '../doctor/check-up';
import type { Versions } from '../doctor/checks/versions';
import { doctorTasks } from '../doctor/tasks';
import { createConnection } from '../plivo/connection';
import { verifyJournalInTurns } from '../transfer/journal-verify';
import { readDisplay, readTray } from './doctor-desktop';
import { networkOf } from './doctor-network';
import { readJournal, readKeychain } from './doctor-readings';
import { doctorReport } from './doctor-report';
import type { Folders } from './folders';
import { LinesInUse } from './lines-in-use';
import { currentReader } from './open-settings';
import { readSettingsOnce, type SettingsOnce } from './settings-once';

/** What `--diagnostics` is about. */
export interface DiagnosticsRequest {
  /** Where the report goes. */
  readonly file: string;
  readonly folders: Folders;
  /** The administrator's file that the command line names, or null for the usual one. */
  readonly configFile: string | null;
  /** Id of the line that the command line asks for, or null for the one of the settings. */
  readonly line: string | null;
  /** The command line says that this is a kiosk, whatever the administrator's file does. */
  readonly kiosk: boolean;
  /** What runs here: a thread does not know all of it. */
  readonly versions: Versions;
  /** The system's proxy for the line's address; null where nobody could be asked for it. */
  readonly systemProxy: { readonly address: string | null } | null;
}

const clock = { now: Date.now, monotonic: () => performance.now() };

/** The lines as a Baton on this folder would have them. The marker is read, and never written. */
export function linesOnce(once: SettingsOnce, line: string | null): LinesInUse {
  const keychain = createCredentialService(systemKeychain, {
    get: () => once.tokenSavedFor,
    set: () => Promise.resolve(),
  });
  const credentials = withTokenFile(keychain, {
    read: (file) => readTokenFile(file, currentReader()),
    judged: () => undefined,
  });
  credentials.readFrom(once.tokenFile);
  const settings = { current: () => once.effective };
  return new LinesInUse({ settings, credentials, practice: null, chosen: line });
}

/** The proxy for the line's address, where that is known without asking the system. */
function proxyWay({ systemProxy }: DiagnosticsRequest, setting: string) {
  if (setting === 'none') return () => Promise.resolve(null);
  if (setting !== 'system') return () => Promise.resolve(setting);
  return systemProxy === null ? null : () => Promise.resolve(systemProxy.address);
}

/**
 * Makes a check-up without a window and writes its report. It changes nothing, and needs neither a
 * display nor to be the only Baton on the folder (docs/behaviour.md, "Check-up").
 */
export async function diagnose(request: DiagnosticsRequest): Promise<CommandResult<0 | 1 | 2>> {
  const { folders, configFile, versions, file } = request;
  const once = readSettingsOnce(folders.userData, configFile);
  const { settings } = once.effective;
  const lines = linesOnce(once, request.line);
  const resolveProxy = proxyWay(request, settings.network.proxy);
  const connection = createConnection({
    caFile: () => settings.network.caFile,
    resolveProxy: resolveProxy ?? (() => Promise.resolve(null)),
    clock,
  });
  const tasks = doctorTasks({
    versions,
    settings: () =>
      checkConfig({
        configFile,
        userData: folders.userData,
        reader: currentReader(),
        environment: process.env,
        forThisUser: true,
      }),
    journal: () => readJournal(folders.journal, verifyJournalInTurns),
    folder: folders.userData,
    keychain: () => readKeychain(lines.credentials, settings.authId),
    display: readDisplay,
    tray: readTray,
    shortcut: null,
    kiosk: request.kiosk || once.kiosk,
    network: networkOf({
      settings: { current: () => once.effective },
      lines,
      connection,
      version: versions.baton,
      resolveProxy,
    }),
  });
  const checkUp = await runCheckUp(tasks, {
    startedAt: Date.now(),
    cancelled: new AbortController().signal,
    changed: () => undefined,
  });
  connection.close();
  return await writeDiagnostics(file, checkUp, doctorReport(checkUp, settings));
}
