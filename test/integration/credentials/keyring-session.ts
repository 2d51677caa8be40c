import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

import { probeReplySchema, type ProbeReply, type ProbeRequest } from './probe-request';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const probeSource = fileURLToPath(new URL('./probe.ts', import.meta.url));

/** Bundles a program as main is bundled: CommonJS, keytar left outside. Gives the file. */
export async function buildProgram(source: string, folder: string): Promise<string> {
  const name = `${basename(source, '.ts')}.cjs`;
  await build({
    root: project,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['keytar'] },
    build: {
      ssr: source,
      outDir: folder,
      emptyOutDir: false,
      target: 'node18',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: name } },
    },
  });
  return join(folder, name);
}

export const buildProbe = (folder: string) => buildProgram(probeSource, folder);

interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

async function finish(child: ChildProcessWithoutNullStreams, input: string): Promise<Run> {
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.end(input);
  await once(child, 'close');
  return { stdout, stderr, code: child.exitCode };
}

/** Runs the probe in an environment; what it answers is checked against its schema. */
async function runProbe(
  probe: string,
  environment: NodeJS.ProcessEnv,
  request: ProbeRequest,
): Promise<ProbeReply> {
  const child = spawn(process.execPath, [probe], { env: environment });
  const { stdout, stderr } = await finish(child, JSON.stringify(request));
  if (stdout === '') throw new Error(`the probe answered nothing: ${stderr}`);
  return probeReplySchema.parse(JSON.parse(stdout));
}

/** The environment without any session of whoever runs the tests. */
function bareEnvironment(home: string): NodeJS.ProcessEnv {
  const { PATH } = process.env;
  return {
    PATH,
    HOME: home,
    XDG_RUNTIME_DIR: join(home, 'run'),
    NODE_PATH: join(project, 'node_modules'),
    LC_ALL: 'C.UTF-8',
  };
}

async function freshHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'baton-keyring-'));
  await mkdir(join(home, 'run'), { mode: 0o700 });
  return home;
}

/** Runs the probe where there is no bus: with no address of one, or with one that leads nowhere. */
export async function probeWithoutBus(
  probe: string,
  address: string | null,
  request: ProbeRequest,
): Promise<ProbeReply> {
  const home = await freshHome();
  try {
    const bus = address === null ? {} : { DBUS_SESSION_BUS_ADDRESS: address };
    return await runProbe(probe, { ...bareEnvironment(home), ...bus }, request);
  } finally {
    await rm(home, { recursive: true });
  }
}

/**
 * A private session bus with an unlocked gnome-keyring and nobody to ask for a password. The shell
 * in it prints the bus address once the keyring answers, and ends with its standard input.
 */
const session = `
set -eu
printf pw | gnome-keyring-daemon --unlock --components=secrets --foreground >/dev/null 2>&1 &
keyring=$!
trap 'kill $keyring 2>/dev/null || true' EXIT
gdbus wait --session --timeout 20 org.freedesktop.secrets
echo "$DBUS_SESSION_BUS_ADDRESS"
cat >/dev/null
`;

export class KeyringSession {
  readonly #home: string;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #environment: NodeJS.ProcessEnv;

  private constructor(home: string, child: ChildProcessWithoutNullStreams, address: string) {
    this.#home = home;
    this.#child = child;
    this.#environment = { ...bareEnvironment(home), DBUS_SESSION_BUS_ADDRESS: address };
  }

  static async start(): Promise<KeyringSession> {
    const home = await freshHome();
    const child = spawn('dbus-run-session', ['--', 'sh', '-c', session], {
      env: bareEnvironment(home),
    });
    child.stderr.resume();
    for await (const address of createInterface({ input: child.stdout })) {
      return new KeyringSession(home, child, address);
    }
    throw new Error('the private session with a keyring did not start');
  }

  probe(probe: string, request: ProbeRequest): Promise<ProbeReply> {
    return runProbe(probe, this.#environment, request);
  }

  /** Runs a program in the session until it ends. */
  run(program: string, args: readonly string[]): Promise<Run> {
    return finish(spawn(program, args, { env: this.#environment }), '');
  }

  /** Locks the default collection, as a screen lock or `seahorse` does. */
  async lock(): Promise<void> {
    const { stdout } = await this.#gdbus(
      '/org/freedesktop/secrets',
      'org.freedesktop.Secret.Service.Lock',
      "['/org/freedesktop/secrets/aliases/default']",
    );
    const locked = await this.#gdbus(
      '/org/freedesktop/secrets/aliases/default',
      'org.freedesktop.DBus.Properties.Get',
      'org.freedesktop.Secret.Collection',
      'Locked',
    );
    if (!locked.stdout.includes('<true>')) throw new Error(`not locked: ${stdout}`);
  }

  /**
   * Puts somebody on the bus whom the keyring asks for the password and who never answers: what a
   * person does who leaves the dialog open.
   */
  async leaveUnlockDialogOpen(): Promise<() => void> {
    const script = [
      'import dbus, signal',
      'bus = dbus.SessionBus()',
      "bus.request_name('org.gnome.keyring.SystemPrompter')",
      "print('ready', flush=True)",
      'signal.pause()',
    ].join('\n');
    const child = spawn('/usr/bin/python3', ['-c', script], { env: this.#environment });
    for await (const _ of createInterface({ input: child.stdout })) return () => child.kill();
    throw new Error('the prompter did not start');
  }

  async stop(): Promise<void> {
    const closed = once(this.#child, 'close');
    this.#child.stdin.end();
    await closed;
    await rm(this.#home, { recursive: true });
  }

  #gdbus(path: string, method: string, ...args: readonly string[]): Promise<Run> {
    const call = ['call', '--session', '--dest', 'org.freedesktop.secrets'];
    return this.run('gdbus', [...call, '--object-path', path, '--method', method, ...args]);
  }
}
