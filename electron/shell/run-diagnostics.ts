import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { app, session } from 'electron';

import type { Arguments } from '../cli/arguments';
import type { CommandResult } from '../cli/history-commands';
import { practiceLineId } from '../config/active-line';
import { askThreadAndWait, commandInThread } from './ask-thread';
import { linesOnce, type DiagnosticsRequest } from './diagnose';
import { readVersions } from './doctor-readings';
import type { Folders } from './folders';
import { readSettingsOnce } from './settings-once';
import { resolveProxy } from './system-proxy';

/** How long a display may take to answer, in milliseconds. */
const displayLimitMs = 5_000;

/** The address whose proxy only the system knows; null where nobody needs to be asked. */
function addressToAsk(userData: string, configFile: string | null, line: string | null) {
  const once = readSettingsOnce(userData, configFile);
  if (once.effective.settings.network.proxy !== 'system') return null;
  const active = linesOnce(once, line).active();
  const address = active?.request.apiBaseUrl ?? null;
  return address?.startsWith('https:') === true ? address : null;
}

/** Chromium's own files, which are no concern of a report, go to a folder that is removed again. */
async function systemProxy(address: string): Promise<DiagnosticsRequest['systemProxy']> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-diagnostics-'));
  app.once('quit', () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  app.setPath('userData', folder);
  app.commandLine.appendSwitch('password-store', 'basic');
  app.disableHardwareAcceleration();
  await app.whenReady();
  return { address: await resolveProxy('system', address, session.defaultSession) };
}

/**
 * Carries out `--diagnostics`. Without a display all of it happens before Electron looks for one;
 * with one the system's proxy is asked for first. Takes no lock: another Baton may be running.
 * @param done called once, before this returns where there is no display
 */
export function runDiagnostics(
  options: Arguments & { readonly diagnostics: string },
  folders: Folders,
  version: string,
  done: (result: CommandResult<0 | 1 | 2>) => void,
): void {
  const { diagnostics: file, configFile, kiosk } = options;
  const line = options.practice ? practiceLineId : options.line;
  const versions = readVersions(version, folders);
  const finish = (proxy: DiagnosticsRequest['systemProxy']) => {
    const request = { file, folders, configFile, line, kiosk, versions, systemProxy: proxy };
    done(commandInThread(folders.workProgram, { role: 'diagnose', request }));
  };
  const address = addressToAsk(folders.userData, configFile, line);
  if (address === null || !hasDisplay(folders)) {
    finish(null);
    return;
  }
  void systemProxy(address)
    .catch(() => null)
    .then(finish);
}

function hasDisplay({ workProgram }: Folders): boolean {
  const { kind } = askThreadAndWait(workProgram, { role: 'read-display' }, displayLimitMs);
  return kind !== 'none';
}
