import { maxFieldLength } from '../contract/popup';

export interface Option {
  /** What stands for the value in the help; null where the option takes none. */
  readonly value: 'DIR' | 'FILE' | 'ADDRESS' | 'ID' | null;
  /** The value may be left out; then it must follow an equals sign. */
  readonly optional?: true;
  /** Longest value, in characters. */
  readonly longest: number;
  readonly help: string;
}

const longestPath = 4096;

/** Every option of the command line (docs/behaviour.md, "Command line and links"), in the order of the help. */
export const options = {
  'user-data-dir': {
    value: 'DIR',
    longest: longestPath,
    help: 'keep settings and history in this folder',
  },
  config: {
    value: 'FILE',
    longest: longestPath,
    help: "read the administrator's settings from this file",
  },
  'check-config': {
    value: 'FILE',
    optional: true,
    longest: longestPath,
    help: "check the administrator's settings, print every value or every error, and exit",
  },
  json: { value: null, longest: 0, help: 'with --check-config: print JSON' },
  popup: { value: null, longest: 0, help: 'open the popup' },
  to: {
    value: 'ADDRESS',
    longest: maxFieldLength,
    help: "put this number or SIP address into the popup's field; nothing is sent",
  },
  line: { value: 'ID', longest: 64, help: 'use the line with this id' },
  hidden: { value: null, longest: 0, help: 'start in the tray, without a window' },
  kiosk: { value: null, longest: 0, help: 'run as a kiosk, on the whole screen' },
  'kiosk-pin': {
    value: null,
    longest: 0,
    help: "read a kiosk's PIN, print the hash for the administrator's settings, and exit",
  },
  practice: { value: null, longest: 0, help: 'use the practice line, whatever is configured' },
  'practice-trace': {
    value: null,
    longest: 0,
    help: "print the practice line's requests and answers",
  },
  'verify-history': {
    value: null,
    longest: 0,
    help: 'check that nobody changed the history, and exit',
  },
  'export-history': {
    value: 'FILE',
    longest: longestPath,
    help: 'write the history to this .csv or .json file, and exit',
  },
  diagnostics: {
    value: 'FILE',
    longest: longestPath,
    help: 'make a check-up, write a report without secrets or names to this new file, and exit',
  },
  version: { value: null, longest: 0, help: 'print the version and exit' },
  help: { value: null, longest: 0, help: 'print this help and exit' },
} as const satisfies Record<string, Option>;

export type OptionName = keyof typeof options;

export const optionNames = Object.keys(options);

export function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(options, name);
}

/** The text that `--help` prints. */
export function helpText(): string {
  const entries: readonly [string, Option][] = Object.entries(options);
  const rows = entries.map(([name, { value, optional, help }]) => {
    const given = value === null ? '' : optional === true ? `[=${value}]` : `=${value}`;
    return { usage: `--${name}${given}`, help };
  });
  const width = Math.max(...rows.map((row) => row.usage.length)) + 2;
  const lines = rows.map((row) => `  ${row.usage.padEnd(width)}${row.help}`);
  return [
    'Baton hands a live call to somebody else: one shortcut, a number, Enter.',
    '',
    'Usage: baton [options] [LINK]',
    '',
    ...lines,
    '',
    "LINK is baton:transfer?to=ADDRESS&line=ID; it fills the popup's field, and nothing is sent.",
    'A second start hands its options to the Baton that is running.',
  ].join('\n');
}
