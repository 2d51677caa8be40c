import { accessSync, constants, mkdirSync } from 'node:fs';

import { app } from 'electron';

import { err, ok, type Result } from '../contract/result';

import { registerScheme } from './scheme';
import { lockEveryContents } from './security';

/**
 * Uses a folder for settings, history and log, made where it is missing. Electron takes one that
 * cannot be written for a sign that another instance runs, and would end without a word.
 */
export function openUserData(folder: string | null): Result<string, { readonly cause: string }> {
  const used = folder ?? app.getPath('userData');
  try {
    mkdirSync(used, { recursive: true, mode: 0o700 });
    accessSync(used, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    return err({ cause: error instanceof Error ? error.message : String(error) });
  }
  app.setPath('userData', used);
  return ok(used);
}

/**
 * What must be said before Electron is ready. Returns false where another Baton runs already:
 * it was handed our arguments, and this one has nothing left to do.
 */
export function prepareApp(): boolean {
  // Chromium would encrypt its cookies, of which there are none, with a key that it stores in the
  // keyring past our queue.
  app.commandLine.appendSwitch('password-store', 'basic');
  // As root the unconditional call undoes `--no-sandbox`, and the network service dies in a loop.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerScheme();
  lockEveryContents();
  // Chromium reorders the arguments that it hands over itself.
  return app.requestSingleInstanceLock({ argv: process.argv.slice(1), folder: process.cwd() });
}
