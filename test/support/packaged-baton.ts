import { spawn, type ChildProcess } from 'node:child_process';

import { chromium, type Browser, type Page } from '@playwright/test';

/** Windows knows no groups of processes; there the children end with their parent. */
const grouped = process.platform !== 'win32';

interface PackagedStart {
  /** What is started: the binary, or the command that an installation brings. */
  readonly program: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** As somebody else, where this is root. */
  readonly uid?: number;
}

/** Resolves with the match as soon as the text that `read` gives holds it. */
async function heard(
  child: ChildProcess,
  read: () => string,
  pattern: RegExp,
): Promise<RegExpExecArray> {
  return await new Promise((done, fail) => {
    const look = () => {
      const match = pattern.exec(read());
      if (match === null) return;
      stop();
      done(match);
    };
    const ended = () => {
      stop();
      fail(new Error(`It ended and never printed ${String(pattern)}:\n${read()}`));
    };
    const stop = () => {
      child.off('exit', ended);
      child.stdout?.off('data', look);
      child.stderr?.off('data', look);
    };
    child.on('exit', ended);
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    look();
  });
}

/** A packaged Baton that runs: its inspector is off, so Chromium's own port drives its pages. */
export class PackagedBaton {
  readonly #child: ChildProcess;
  readonly #browser: Browser;
  #output = '';

  private constructor(child: ChildProcess, browser: Browser) {
    this.#child = child;
    this.#browser = browser;
  }

  static async start({ program, args, env, uid }: PackagedStart): Promise<PackagedBaton> {
    const child = spawn(program, ['--disable-gpu', '--remote-debugging-port=0', ...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: grouped,
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    let early = '';
    const keep = (chunk: Buffer) => {
      early += chunk.toString('utf8');
      if (baton !== null) baton.#output += chunk.toString('utf8');
    };
    let baton: PackagedBaton | null = null;
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    try {
      const [, address = ''] = await heard(child, () => early, /DevTools listening on (ws:\S+)/);
      await heard(child, () => early, /^baton: ready/m);
      baton = new PackagedBaton(
        child,
        await chromium.connectOverCDP(address, { noDefaults: true }),
      );
      baton.#output = early;
      return baton;
    } catch (error) {
      endGroup(child);
      throw error;
    }
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get output(): string {
    return this.#output;
  }

  async printed(pattern: RegExp): Promise<void> {
    await heard(this.#child, () => this.#output, pattern);
  }

  async popup(): Promise<Page> {
    const [context] = this.#browser.contexts();
    if (context === undefined) throw new Error('Chromium has no pages.');
    const isIt = (page: Page) => page.url().startsWith('app://baton/popup/');
    return context.pages().find(isIt) ?? (await context.waitForEvent('page', { predicate: isIt }));
  }

  /** Ends it, and all that it started. */
  async close(): Promise<void> {
    await this.#browser.close();
    const { exitCode, signalCode } = this.#child;
    if (exitCode !== null || signalCode !== null) return;
    const gone = new Promise((done) => {
      this.#child.once('exit', done);
    });
    endGroup(this.#child);
    await gone;
  }
}

function endGroup(child: ChildProcess): void {
  const { pid, exitCode, signalCode } = child;
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  if (grouped) process.kill(-pid, 'SIGKILL');
  else child.kill('SIGKILL');
}
