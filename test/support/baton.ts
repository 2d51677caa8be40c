import { execFileSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test';

import type { startDesktop } from '../../build/desktop.mjs';
import { collectOutputOf } from './printed-output';

export type Desktop = Awaited<ReturnType<typeof startDesktop>>;

const project = resolve(import.meta.dirname, '../..');

/** The launcher that `npm run -s runtime` prints: the same that a person would start. */
let launcher: string | null = null;
export function launcherPath(): string {
  launcher ??= execFileSync(process.execPath, [join(project, 'build/runtime.mjs')], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  }).trim();
  return launcher;
}

export interface BatonOptions {
  /** Content of the file that `--config` names. */
  readonly config?: unknown;
  readonly args?: readonly string[];
  /** A folder of an earlier run, to start again on it. */
  readonly userData?: string;
  /** As on a computer that Baton was never started on: the welcome was not shown yet. */
  readonly firstStart?: boolean;
  /** Another program than the launcher of the project. */
  readonly program?: string;
  /** Take the window that a window manager without compositor gives. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Leaves in the folder what a person has who has seen the welcome, and nothing else. */
function noteWelcomeSeen(userData: string): void {
  const file = join(userData, 'settings.json');
  if (existsSync(file)) return;
  mkdirSync(userData, { recursive: true, mode: 0o700 });
  const content = { version: 1, settings: {}, tokenSavedFor: null, welcomeSeen: true };
  writeFileSync(file, JSON.stringify(content), { mode: 0o600 });
}

/** What a program needs of the environment to run on a desktop. */
export function environmentOf(desktop: Desktop): Record<string, string> {
  return Object.fromEntries(
    Object.entries(desktop.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}

/** A running Baton on a desktop, driven from outside as far as a person could. */
export class Baton {
  readonly app: ElectronApplication;
  readonly desktop: Desktop;
  readonly userData: string;
  readonly #output: string[];
  readonly #folder: string;
  /** Playwright does not give it any more once Baton has ended. */
  readonly #process: ChildProcess;

  private constructor(
    app: ElectronApplication,
    desktop: Desktop,
    userData: string,
    folder: string,
    output: string[],
  ) {
    this.app = app;
    this.desktop = desktop;
    this.userData = userData;
    this.#folder = folder;
    this.#output = output;
    this.#process = app.process();
  }

  /** Starts Baton and waits until tray and shortcut are armed. */
  static async start(desktop: Desktop, options: BatonOptions = {}): Promise<Baton> {
    const folder = mkdtempSync(join(tmpdir(), 'baton-e2e-'));
    const userData = options.userData ?? join(folder, 'user-data');
    if (options.firstStart !== true) noteWelcomeSeen(userData);
    const args = [`--user-data-dir=${userData}`, '--disable-gpu'];
    if (options.config !== undefined) {
      const file = join(folder, 'config.json');
      const text =
        typeof options.config === 'string'
          ? options.config
          : JSON.stringify(options.config, null, 2);
      writeFileSync(file, text, { mode: 0o600 });
      args.push(`--config=${file}`);
    }
    // A link among them is the last thing that is read.
    args.push(...(options.args ?? []));
    const env = Object.fromEntries(
      Object.entries({ ...desktop.env, ...options.env }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    );
    const executablePath = options.program ?? launcherPath();
    const output: string[] = [];
    const stopLooking = collectOutputOf(executablePath, (text) => output.push(text));
    const app = await _electron.launch({ executablePath, args, env }).finally(stopLooking);
    const baton = new Baton(app, desktop, userData, folder, output);
    await baton.printed(/^baton: ready/m);
    return baton;
  }

  get output(): string {
    return this.#output.join('');
  }

  get configFile(): string {
    return join(this.#folder, 'config.json');
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** Resolves as soon as Baton has printed what the pattern matches, at or after `from`. */
  async printed(pattern: RegExp, from = 0): Promise<string> {
    return await new Promise((done, fail) => {
      const streams = [this.#process.stdout, this.#process.stderr];
      const look = () => {
        const match = pattern.exec(this.output.slice(from));
        if (match === null) return;
        stop();
        done(match[0]);
      };
      const ended = () => {
        stop();
        fail(new Error(`Baton ended before it printed ${String(pattern)}:\n${this.output}`));
      };
      const timer = setTimeout(() => {
        stop();
        fail(new Error(`Baton did not print ${String(pattern)}:\n${this.output}`));
      }, 15_000);
      const stop = () => {
        clearTimeout(timer);
        this.#process.off('exit', ended);
        for (const stream of streams) stream?.off('data', look);
      };
      this.#process.on('exit', ended);
      for (const stream of streams) stream?.on('data', look);
      look();
    });
  }

  /** The page of a window, once it is loaded. */
  async page(name: 'popup' | 'manager'): Promise<Page> {
    const isIt = (page: Page) => page.url().startsWith(`app://baton/${name}/`);
    // A window is told of before it has an address.
    await expect.poll(() => this.app.windows().some(isIt), { timeout: 30_000 }).toBe(true);
    const page = this.app.windows().find(isIt);
    if (page === undefined) throw new Error(`The ${name} window was closed`);
    await page.waitForLoadState();
    return page;
  }

  /** Presses the real shortcut and waits until the popup is shown. */
  async pressShortcut(keys = 'ctrl+alt+b'): Promise<void> {
    const from = this.output.length;
    const shown = this.printed(/^baton: popup shown/m, from);
    await this.desktop.run('xdotool', ['key', keys]);
    await shown;
  }

  async keys(...keys: string[]): Promise<void> {
    await this.desktop.run('xdotool', ['key', ...keys]);
  }

  async type(text: string): Promise<void> {
    await this.desktop.run('xdotool', ['type', '--delay', '20', text]);
  }

  /** Name of the X window that has the focus. */
  async focusedWindow(): Promise<string> {
    const { stdout } = await this.desktop.run('xdotool', ['getactivewindow', 'getwindowname']);
    return stdout.trim();
  }

  /** A file below the user-data folder. */
  read(...path: string[]): string {
    return readFileSync(join(this.userData, ...path), 'utf8');
  }

  /** Sends a signal to Baton's own process. */
  signal(name: NodeJS.Signals): void {
    this.#process.kill(name);
  }

  /** Resolves with the exit code once Baton has ended, or with the signal that ended it. */
  async ended(): Promise<number | string | null> {
    const { exitCode, signalCode } = this.#process;
    if (exitCode !== null || signalCode !== null) return exitCode ?? signalCode;
    return await new Promise((done) => {
      this.#process.once('exit', (code, signal) => done(code ?? signal));
    });
  }

  async close(): Promise<void> {
    const { exitCode, signalCode } = this.#process;
    if (exitCode === null && signalCode === null) await this.app.close();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
