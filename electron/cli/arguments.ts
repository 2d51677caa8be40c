import { resolve } from 'node:path';

import { nearestName } from '../config/nearest-name';
import { err, ok, unreachable, type Result } from '../contract/result';
import { isLink, readLink, type LinkError, type TransferLink } from './link';
import { isOptionName, optionNames, options, type Option, type OptionName } from './options';

/** What the command line asks for. Files and folders are absolute. */
export interface Arguments {
  readonly userDataDir: string | null;
  readonly configFile: string | null;
  /**
   * Check the settings, print what was found and exit; `file` is the one that was named here, which
   * goes before `configFile`. Null where it is not asked for.
   */
  readonly checkConfig: { readonly file: string | null } | null;
  /** Print JSON, where what is asked for can be printed so. */
  readonly json: boolean;
  /** Open the popup. */
  readonly popup: boolean;
  /** Text for the popup's field; it is never sent without Enter. */
  readonly to: string | null;
  /** Id of the line to use. */
  readonly line: string | null;
  /** Start in the tray, without a window. */
  readonly hidden: boolean;
  /** Run as a kiosk, whatever the administrator's file says. */
  readonly kiosk: boolean;
  /** Read a PIN, print its hash and exit. */
  readonly kioskPin: boolean;
  /** Use the practice line in this run, whatever is configured. */
  readonly practice: boolean;
  /** Print the practice line's requests and answers, the Authorization header masked. */
  readonly practiceTrace: boolean;
  /** Check the history, print what was found and exit. */
  readonly verifyHistory: boolean;
  /** Write the history to this file and exit. */
  readonly exportHistory: string | null;
  /** Make a check-up, write its report to this file and exit. */
  readonly diagnostics: string | null;
  readonly version: boolean;
  readonly help: boolean;
  /** The `baton:` link that Baton was started with, or why it cannot be used. */
  readonly link: Result<TransferLink, LinkError> | null;
}

/** Why a command line was not understood. `option` is as it was written, without its value. */
export type ArgumentError =
  | { readonly code: 'unknown-option'; readonly option: string; readonly nearest: string }
  | { readonly code: 'value-missing'; readonly option: string }
  | { readonly code: 'value-unexpected'; readonly option: string }
  | { readonly code: 'value-too-long'; readonly option: string; readonly most: number };

interface Written {
  /** Dashes and name, as typed. */
  readonly option: string;
  readonly dashes: string;
  readonly name: string;
  /** What follows the equals sign; null where there is none. */
  readonly value: string | null;
}

function readSwitch(argument: string): Written | null {
  const parts = /^(--?)([^=\s][^=]*)(?:=(.*))?$/s.exec(argument);
  if (parts === null) return null;
  const [, dashes = '', name = '', value = null] = parts;
  return { option: `${dashes}${name}`, dashes, name, value };
}

/**
 * What is no option of Baton's: null where it is let pass, because Chromium, Electron and the
 * desktop pass switches of their own. A slip of the pen in one of ours is an error.
 */
function foreign(written: Written): ArgumentError | null {
  const name = written.name.replaceAll('_', '-');
  const nearest = nearestName(name, optionNames);
  if (nearest === null) return null;
  // One dash and one letter is far from every name of ours.
  if (written.dashes === '-' && name.length === 1) return null;
  return {
    code: 'unknown-option',
    option: written.option,
    nearest: `--${nearest}`,
  };
}

type Values = Map<OptionName, string>;

interface Collected {
  readonly values: Values;
  /** The first argument that is a link. */
  readonly link: string | null;
}

/** The value of an option, and whether it was the following argument. */
function valueOf(
  name: OptionName,
  written: Written,
  next: string | undefined,
): Result<{ readonly value: string; readonly tookNext: boolean }, ArgumentError> {
  const { option } = written;
  const known: Option = options[name];
  const { value: takes, longest, optional = false } = known;
  if (takes === null) {
    if (written.value !== null) return err({ code: 'value-unexpected', option });
    return ok({ value: '', tookNext: false });
  }
  if (optional && written.value === null) return ok({ value: '', tookNext: false });
  const tookNext = written.value === null && next !== undefined && !next.startsWith('--');
  const value = tookNext ? next : (written.value ?? '');
  if (value === '') return err({ code: 'value-missing', option });
  if (value.length > longest) return err({ code: 'value-too-long', option, most: longest });
  return ok({ value, tookNext });
}

/**
 * A link is the last thing that is read: it comes from any web page, and what stands behind it may
 * be a part of it that somebody's quoting let go.
 */
function collect(argv: readonly string[]): Result<Collected, ArgumentError> {
  const values: Values = new Map();
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index] ?? '';
    if (isLink(argument)) return ok({ values, link: argument });
    if (argument === '--') return ok({ values, link: argv.slice(index).find(isLink) ?? null });
    const written = readSwitch(argument);
    if (written === null) continue;
    if (written.dashes !== '--' || !isOptionName(written.name)) {
      const error = foreign(written);
      if (error !== null) return err(error);
      continue;
    }
    const taken = valueOf(written.name, written, argv[index + 1]);
    if (!taken.ok) return taken;
    values.set(written.name, taken.value.value);
    if (taken.value.tookNext) index += 1;
  }
  return ok({ values, link: null });
}

/**
 * Reads the command line without the program's own name. Values follow as `--config=FILE` or
 * `--config FILE`; of an option given twice the last counts. Paths are taken from `folder`, the
 * working directory of whoever started Baton. Of the other arguments the first `baton:` link is read,
 * the rest is let pass.
 */
export function parseArguments(
  argv: readonly string[],
  folder: string,
): Result<Arguments, ArgumentError> {
  const collected = collect(argv);
  if (!collected.ok) return collected;
  const { values, link } = collected.value;
  const path = (name: OptionName) => {
    const value = values.get(name);
    return value === undefined ? null : resolve(folder, value);
  };
  return ok({
    userDataDir: path('user-data-dir'),
    configFile: path('config'),
    checkConfig: values.has('check-config')
      ? { file: values.get('check-config') === '' ? null : path('check-config') }
      : null,
    json: values.has('json'),
    popup: values.has('popup'),
    to: values.get('to') ?? null,
    line: values.get('line') ?? null,
    hidden: values.has('hidden'),
    kiosk: values.has('kiosk'),
    kioskPin: values.has('kiosk-pin'),
    practice: values.has('practice'),
    practiceTrace: values.has('practice-trace'),
    verifyHistory: values.has('verify-history'),
    exportHistory: path('export-history'),
    diagnostics: path('diagnostics'),
    version: values.has('version'),
    help: values.has('help'),
    link: link === null ? null : readLink(link),
  });
}

/** The error for a terminal, in one line. */
export function argumentErrorText(error: ArgumentError): string {
  const option = JSON.stringify(error.option);
  switch (error.code) {
    case 'unknown-option':
      return `unknown option ${option}: did you mean ${error.nearest}?`;
    case 'value-missing':
      return `option ${option} needs a value: see --help`;
    case 'value-unexpected':
      return `option ${option} takes no value: see --help`;
    case 'value-too-long':
      return `the value of option ${option} is too long: at most ${error.most} characters`;
    default:
      return unreachable(error);
  }
}
