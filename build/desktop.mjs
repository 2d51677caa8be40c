import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './run-program.mjs';
import {
  isKeychainLocked,
  lockKeychain,
  startKeychain,
  unlockKeychain,
} from './desktop/keychain.mjs';
import { ownProcesses } from './desktop/owned-processes.mjs';
import { startPanel } from './desktop/panel.mjs';
import { startSessionBus } from './desktop/session-bus.mjs';
import { startCompositor, startDisplay, startWindowManager } from './desktop/window-system.mjs';

/**
 * @typedef {object} DesktopOptions
 * @property {string} [screen] width x height x depth; 1280x800x24 when left out
 * @property {'unlocked' | 'locked' | 'none'} [keychain] `none` means no session bus at all
 * @property {boolean} [compositor] off when left out: transparent windows then have black corners
 * @property {string} [windowManager] `none`, or the file with its settings; its own when left out
 * @property {boolean} [panel] a panel with a tray; on when left out, and never without a bus
 */

/**
 * A private desktop: its own display, home, session bus and keychain.
 * @typedef {object} Desktop
 * @property {NodeJS.ProcessEnv} env what a program needs to run on it, and nothing of this process's session
 * @property {string} display such as ":3"
 * @property {string} home
 * @property {string} keychainPassword
 * @property {() => Promise<boolean>} isKeychainLocked
 * @property {() => Promise<void>} lockKeychain
 * @property {() => Promise<void>} unlockKeychain
 * @property {(command: string, args: readonly string[], options?: { input?: string, limitMs?: number }) => Promise<import('./run-program.mjs').Finished>} run
 *   runs a program on the desktop to its end
 * @property {(name: string, command: string, args: readonly string[], env?: NodeJS.ProcessEnv) => Promise<import('./desktop/owned-processes.mjs').OwnedProcess>} start
 *   starts a program that lives on the desktop and is ended with it
 * @property {() => number[]} pids of the processes started for the desktop
 * @property {() => Promise<void>} dispose ends them all, waits, and removes the desktop's folder
 */

const KEYCHAIN_PASSWORD = 'desktop-keychain-password';

/**
 * Starts a private virtual desktop and waits until each of its parts answers. Any number of them
 * may run side by side. It ends with `dispose`, or with this process.
 * @param {DesktopOptions} [options]
 * @returns {Promise<Desktop>}
 */
export async function startDesktop({
  screen = '1280x800x24',
  keychain = 'unlocked',
  compositor = false,
  windowManager,
  panel = keychain !== 'none',
} = {}) {
  if (panel && keychain === 'none') throw new Error('A panel needs a session bus.');
  const folder = mkdtempSync(join(tmpdir(), 'baton-desktop-'));
  const processes = ownProcesses();
  const release = onExitOfThisProcess(() => {
    processes.endNow();
    rmSync(folder, { recursive: true, force: true });
  });
  const dispose = async () => {
    await processes.end();
    // A program that wrote to its home while it ended can make the first attempt fail.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    release();
  };
  try {
    const env = await privateEnvironment(folder);
    env['DISPLAY'] = await startDisplay(processes, env, screen);
    if (windowManager !== 'none') await startWindowManager(processes, env, windowManager);
    if (compositor) await startCompositor(processes, env);
    if (keychain !== 'none') {
      env['DBUS_SESSION_BUS_ADDRESS'] = await startSessionBus(processes, folder, env);
      await startKeychain(processes, env, KEYCHAIN_PASSWORD);
      if (keychain === 'locked') await lockKeychain(env);
    }
    if (panel) await startPanel(processes, env, join(folder, 'home', '.config'));
    return {
      env,
      display: env['DISPLAY'],
      home: join(folder, 'home'),
      keychainPassword: KEYCHAIN_PASSWORD,
      isKeychainLocked: () => isKeychainLocked(env),
      lockKeychain: () => lockKeychain(env),
      unlockKeychain: () => unlockKeychain(env, KEYCHAIN_PASSWORD),
      run: (command, args, options) => runProgram(command, args, { env, ...options }),
      start: (name, command, args, more) =>
        processes.start(name, command, args, { env: { ...env, ...more } }),
      pids: processes.pids,
      dispose,
    };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/**
 * A fresh home and runtime folder. Of this process's environment only what is no part of a session
 * is handed on, so that nothing reaches the real bus, keychain or display.
 * @param {string} folder
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
async function privateEnvironment(folder) {
  const home = join(folder, 'home');
  const runtime = join(folder, 'runtime');
  await mkdir(join(home, '.config'), { recursive: true });
  await mkdir(runtime, { mode: 0o700 });
  /** @type {NodeJS.ProcessEnv} */
  const kept = {};
  for (const name of ['PATH', 'USER', 'LOGNAME', 'SHELL', 'TZ', 'TMPDIR']) {
    if (process.env[name] !== undefined) kept[name] = process.env[name];
  }
  return {
    ...kept,
    LANG: 'C.UTF-8',
    HOME: home,
    XDG_RUNTIME_DIR: runtime,
    XDG_SESSION_TYPE: 'x11',
    XDG_CURRENT_DESKTOP: 'XFCE',
    // Without an address libraries would launch a bus of their own; nobody listens on this one.
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(runtime, 'no-session-bus')}`,
    // The accessibility bus would start processes that nobody here ends.
    NO_AT_BRIDGE: '1',
    GTK_A11Y: 'none',
  };
}

/**
 * @param {() => void} clean synchronous
 * @returns {() => void} takes the listeners away again
 */
function onExitOfThisProcess(clean) {
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  /** @param {NodeJS.Signals} signal */
  const onSignal = (signal) => {
    release();
    clean();
    // Whoever else listens decides what follows; with nobody left, the signal does what it always does.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const release = () => {
    process.off('exit', clean);
    for (const signal of signals) process.off(signal, onSignal);
  };
  process.on('exit', clean);
  for (const signal of signals) process.on(signal, onSignal);
  return release;
}
