import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

import type { Desktop } from './baton';

/** A program on a desktop, started without anything that looks into it. */
export class StartedProgram {
  readonly #process: ChildProcess;
  readonly #startedAt = performance.now();
  #printed = '';

  constructor(desktop: Desktop, file: string, args: readonly string[]) {
    this.#process = spawn(file, [...args, '--disable-gpu'], {
      env: desktop.env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.#process.stdout?.on('data', (chunk) => {
      this.#printed += String(chunk);
    });
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** Resolves once it has printed this, with the milliseconds from the start. */
  async until(line: RegExp): Promise<number> {
    while (!line.test(this.#printed)) {
      if (this.#process.exitCode !== null) throw new Error(`It ended: ${this.#printed}`);
      if (this.#process.stdout === null) throw new Error('It prints nothing');
      await once(this.#process.stdout, 'data');
    }
    return performance.now() - this.#startedAt;
  }

  /** Ends it, and waits until it has. */
  async end(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await gone;
  }
}
