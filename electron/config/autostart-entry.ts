import { isDeepStrictEqual } from 'node:util';

import { desktopEntry, execLine, execWords, readDesktopEntry } from './desktop-entry';

/** How this Baton was started, as far as it counts for starting it again. */
export interface RunningProgram {
  /** The binary that runs. */
  readonly executable: string;
  /** The project, where the binary is an Electron that is given it as an argument. */
  readonly project: string | null;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Without Chromium's sandbox, as where Baton is developed. */
  readonly unsandboxed: boolean;
  readonly userDataDir: string | null;
  readonly configFile: string | null;
}

/**
 * The AppImage that this binary lies in: its own path changes with every start. A program that an
 * AppImage has started has its variables too, and is no part of it.
 */
export function appImageOf({
  executable,
  environment,
}: Pick<RunningProgram, 'executable' | 'environment'>): string | null {
  const { APPIMAGE: image = '', APPDIR: mounted = '' } = environment;
  const isInside = mounted !== '' && executable.startsWith(`${mounted.replace(/\/+$/, '')}/`);
  return image.startsWith('/') && isInside ? image : null;
}

/** What starts this Baton at login: without a window, on the same folder and the same file. */
export function loginCommand(running: RunningProgram): readonly [string, ...string[]] {
  const { project, unsandboxed, userDataDir, configFile } = running;
  return [
    appImageOf(running) ?? running.executable,
    ...(project === null ? [] : [project]),
    ...(unsandboxed ? ['--no-sandbox'] : []),
    '--hidden',
    ...(userDataDir === null ? [] : [`--user-data-dir=${userDataDir}`]),
    ...(configFile === null ? [] : [`--config=${configFile}`]),
  ];
}

/** In an entry that the setting has written; one without it is somebody else's. */
const mark = 'X-Baton-Setting';

/** The entry for everybody, which an administrator copies to /etc/xdg/autostart. */
export function autostartEntry(command: readonly string[]): string {
  return desktopEntry(fieldsOf(command));
}

/** The entry that the setting `launchAtLogin` writes for one person. */
export function personsAutostartEntry(command: readonly string[]): string {
  return desktopEntry({ ...fieldsOf(command), [mark]: 'launchAtLogin' });
}

function fieldsOf(command: readonly string[]) {
  return {
    Type: 'Application',
    Name: 'Baton',
    Exec: execLine(command),
    Icon: 'baton',
    Terminal: 'false',
    'X-GNOME-Autostart-enabled': 'true',
  };
}

/** What stands for Baton among the programs that start at login. */
export interface LoginItem {
  /** False where a desktop's own settings, or the person by hand, have switched it off. */
  readonly on: boolean;
  /** The setting of this Baton has put it there. */
  readonly ours: boolean;
  /** The program that it starts; null where that cannot be read. */
  readonly program: string | null;
}

/** Reads an entry. `command` is what this Baton would write. */
export function readAutostartEntry(text: string, command: readonly string[]): LoginItem {
  const fields = readDesktopEntry(text);
  const words = execWords(fields.get('Exec') ?? '');
  const [program = null, ...options] = words ?? [];
  return {
    on: fields.get('Hidden') !== 'true' && fields.get('X-GNOME-Autostart-enabled') !== 'false',
    // A Baton on another folder has an entry of its own making.
    ours: fields.has(mark) && isDeepStrictEqual(options, command.slice(1)),
    program,
  };
}

/**
 * What is to be done about the entry (docs/behaviour.md, "Start at login"). `insisted`: the person
 * has just said so in Baton, or the administrator enforces it; then it goes before what a desktop's
 * own settings say. `startable`: the program that the entry names is still there.
 */
export function loginItemStep(
  wanted: { readonly on: boolean; readonly insisted: boolean },
  found: (LoginItem & { readonly startable: boolean }) | null,
): 'write' | 'remove' | 'keep' {
  if (found === null) return wanted.on ? 'write' : 'keep';
  if (!wanted.on) return found.on && (found.ours || wanted.insisted) ? 'remove' : 'keep';
  if (!found.on) return wanted.insisted ? 'write' : 'keep';
  return found.ours && !found.startable ? 'write' : 'keep';
}
