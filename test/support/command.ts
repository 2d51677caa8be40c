import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export const project = resolve(import.meta.dirname, '../..');

/** What a session hands to its programs; without them nothing reaches a screen or a bus. */
const session = new Set([
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
  'DBUS_SESSION_BUS_ADDRESS',
  'XDG_RUNTIME_DIR',
  'XDG_SESSION_TYPE',
]);

/** The environment of a shell without a desktop. */
export function withoutSession(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !session.has(name)));
}

/** A command of the project that runs, with a process group of its own. */
export interface RunningCommand {
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves with the match as soon as its stdout holds one; rejects when it ends without. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves with the exit code, or with the signal that ended it. */
  ended(): Promise<number | string | null>;
  /** Sends a signal to the command itself, as a supervisor does. */
  signal(name: NodeJS.Signals): void;
  /** Sends a signal to the command and to all that it started, as the keys of a terminal do. */
  signalAll(name: NodeJS.Signals): void;
}

/** Starts a command in the project's folder, as a person would type it. */
export function startCommand(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): RunningCommand {
  const child = spawn(program, args, {
    cwd: project,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<number | string | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', (code, name) => done(code ?? name));
  });
  return {
    stdout: () => stdout,
    stderr: () => stderr,
    printed: async (pattern) =>
      await new Promise((done, fail) => {
        const look = () => {
          const match = pattern.exec(stdout);
          if (match === null) return;
          child.stdout.off('data', look);
          done(match);
        };
        child.stdout.on('data', look);
        look();
        const notPrinted = () =>
          fail(new Error(`It ended and never printed ${String(pattern)}:\n${stdout}\n${stderr}`));
        ended.then(notPrinted, fail);
      }),
    ended: async () => await ended,
    signal: (name) => {
      child.kill(name);
    },
    signalAll: (name) => {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        process.kill(-child.pid, name);
    },
  };
}

/** Runs a command and ends all of it afterwards, whatever became of the test. */
export async function withCommand<T>(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  use: (command: RunningCommand) => Promise<T>,
): Promise<T> {
  const command = startCommand(program, args, env);
  try {
    return await use(command);
  } finally {
    command.signalAll('SIGTERM');
    await command.ended();
  }
}
