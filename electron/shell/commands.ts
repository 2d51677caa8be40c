import { join } from 'node:path';

import { app } from 'electron';

import type { Arguments } from '../cli/arguments';
import { checkConfig } from '../cli/check-config';
import { checkConfigResult } from '../cli/check-config-text';
import { asksForHistory, type CommandResult } from '../cli/history-commands';
import { kioskPin } from '../cli/kiosk-pin';
import { pinInput } from '../cli/pin-input';
import { hashPin } from '../kiosk/pin-hash';
import { commandInThread } from './ask-thread';
import { complain, say, sayBeforeEnd } from './console';
import { foldersOf, type Folders } from './folders';
import { currentReader } from './open-settings';
import { runDiagnostics } from './run-diagnostics';

/** Says what a command came to, and ends; 2: it was carried out, and found problems. */
function end({ exitCode, text }: CommandResult<0 | 1 | 2>): void {
  if (exitCode === 1) complain(text);
  else say(text);
  app.exit(exitCode);
}

/** Electron makes the folder as soon as it is asked for it by this name. */
const userDataOf = ({ userDataDir }: Arguments) =>
  userDataDir ?? join(app.getPath('appData'), app.getName());

function checkedConfig(options: Arguments): boolean {
  if (options.checkConfig === null) return false;
  const checked = checkConfig({
    configFile: options.checkConfig.file ?? options.configFile,
    userData: userDataOf(options),
    reader: currentReader(),
    environment: process.env,
  });
  const { exitCode, text } = checkConfigResult(checked, options.json);
  sayBeforeEnd(exitCode === 0 || options.json ? 'stdout' : 'stderr', text);
  app.exit(exitCode);
  return true;
}

function madePinHash({ kioskPin: asked }: Arguments): boolean {
  if (asked) end(kioskPin(pinInput(), hashPin));
  return asked;
}

function diagnosed(options: Arguments, program: string, version: string): boolean {
  const { diagnostics } = options;
  if (diagnostics === null) return false;
  runDiagnostics(
    { ...options, diagnostics },
    foldersOf(program, userDataOf(options)),
    version,
    end,
  );
  return true;
}

/**
 * Carries out `--check-config`, `--kiosk-pin` or `--diagnostics`, which need no display, no other
 * Baton to hand them to, and not even a user-data folder; false where none of them is asked for.
 * @param program the folder of the built main program
 */
export function answeredAlone(options: Arguments, program: string, version: string): boolean {
  return checkedConfig(options) || madePinHash(options) || diagnosed(options, program, version);
}

/** Carries out `--verify-history` or `--export-history`; false where neither is asked for. */
export function answeredFromHistory(
  options: Arguments,
  { workProgram, journal }: Folders,
): boolean {
  if (!asksForHistory(options)) return false;
  end(commandInThread(workProgram, { role: 'history-commands', options, journal }));
  return true;
}
