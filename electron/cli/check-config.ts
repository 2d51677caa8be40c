import { lstatSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { builtInSettings } from '../config/built-in';
import { configComplaints, faultComplaint, type ConfigComplaint } from '../config/config-error';
import { effectiveValues, type EffectiveValue } from '../config/effective-values';
import { rootsAloneExpectation, type FileReader } from '../config/file-rights';
import {
  noManagedConfig,
  readManagedFile,
  type Kiosk,
  type ManagedConfig,
} from '../config/managed-file';
import { managedFilePath } from '../config/managed-path';
import { noPersonFile, readPersonFile } from '../config/person-file';
import { parseUrl } from '../contract/url';
import { locateTokenFile, readTokenFile, type TokenFileError } from '../credentials/token-file';

/** What is checked, and for whom. */
export interface CheckConfigRequest {
  /** The administrator's file that the command line names, or null for the usual one. */
  readonly configFile: string | null;
  readonly userData: string;
  readonly reader: FileReader;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The question is what this very user's Baton makes of the files, even where that is root. */
  readonly forThisUser?: boolean;
}

/** A file that was looked at; absent means as if it were empty. */
interface CheckedFile {
  readonly file: string;
  readonly found: boolean;
}

/** Where the Auth token comes from, never the token. */
export type TokenWay = 'taken-into-keychain' | 'read-from-file' | 'not-in-this-file';

/** What is in force, or everything that is wrong. Holds no secret. */
export interface CheckedConfig {
  /** True where it was root who asked, whose rights say little about those of an agent. */
  readonly asRoot: boolean;
  readonly managed: CheckedFile;
  readonly person: CheckedFile;
  readonly errors: readonly ConfigComplaint[];
  readonly values: readonly EffectiveValue[];
  readonly token: TokenWay;
  readonly kiosk: (Omit<Kiosk, 'pinHash'> & { readonly pin: 'set' | 'not-set' }) | null;
}

/** A proxy address may carry a password, which may be written without the usual slashes. */
function withoutPassword(value: EffectiveValue): EffectiveValue {
  if (value.key !== 'network.proxy' || typeof value.value !== 'string') return value;
  const url = parseUrl(value.value);
  if (url === null || `${url.username}${url.password}${url.search}${url.hash}` === '') return value;
  const person = url.username === '' && url.password === '' ? '' : '…@';
  return { ...value, value: `${url.protocol}//${person}${url.host}` };
}

/** No user has it: the largest number, which stands for none. */
const nobodyYet = 0xffff_ffff;

/**
 * Root checks for others, as it runs no Baton itself: a file is judged for the user whose it is,
 * and one of root's own for somebody else.
 */
function readerOf(file: string, reader: FileReader): FileReader {
  if (reader.uid !== 0) return reader;
  try {
    const { uid } = lstatSync(file);
    return { ...reader, uid: uid === 0 ? nobodyYet : uid };
  } catch {
    return reader;
  }
}

/** Root can read what those who run Baton cannot. */
function rootsAlone(file: string): readonly ConfigComplaint[] {
  const expected = rootsAloneExpectation(lstatSync(file));
  return expected === null ? [] : [{ file, line: null, column: null, key: null, expected }];
}

function tokenComplaints(
  { credentials }: ManagedConfig,
  file: string,
  { reader, environment }: CheckConfigRequest,
): readonly ConfigComplaint[] {
  const { authId = '', tokenFile = null } = credentials ?? {};
  if (tokenFile === null) return [];
  const complaint = ({ file: named, expected }: TokenFileError): ConfigComplaint => ({
    file: named,
    line: null,
    column: null,
    key: null,
    expected,
  });
  // Only the service itself is given its credentials by systemd.
  if (tokenFile.startsWith('systemd:') && environment['CREDENTIALS_DIRECTORY'] === undefined) {
    return [];
  }
  const located = locateTokenFile({ authId, tokenFile }, dirname(resolve(file)), environment);
  if (!located.ok) return [complaint(located.error)];
  const read = readTokenFile(located.value, readerOf(located.value.file, reader));
  return read.ok ? [] : [complaint(read.error)];
}

/**
 * Reads the administrator's file and the person's own settings as Baton would, and changes nothing
 * on disk (docs/managed-settings.md). A file that the command line names must be there.
 */
export function checkConfig(request: CheckConfigRequest): CheckedConfig {
  const { configFile, userData, reader, environment } = request;
  const file = configFile ?? managedFilePath(reader.platform, environment);
  const forWhom = request.forThisUser === true ? reader : readerOf(file, reader);
  const managed = readManagedFile(file, forWhom);
  const personFile = join(userData, 'settings.json');
  const person = readPersonFile(personFile);
  const config = managed.ok ? managed.value.config : noManagedConfig;
  const errors: ConfigComplaint[] = [];
  if (!managed.ok && (managed.error.code !== 'config-absent' || configFile !== null)) {
    errors.push(...configComplaints(managed.error));
  }
  if (managed.ok && forWhom.uid === nobodyYet) errors.push(...rootsAlone(file));
  if (config.secretRefused !== null) errors.push(faultComplaint(file, config.secretRefused.fault));
  errors.push(...tokenComplaints(config, file, request));
  if (!person.ok && person.error.code !== 'config-absent') {
    errors.push(...configComplaints(person.error));
  }
  const layers = { ...config, person: (person.ok ? person.value : noPersonFile).settings };
  const { pinHash, ...kiosk } = config.kiosk ?? {};
  return {
    asRoot: reader.uid === 0,
    managed: { file, found: managed.ok || managed.error.code !== 'config-absent' },
    person: { file: personFile, found: person.ok || person.error.code !== 'config-absent' },
    errors,
    values: effectiveValues(layers, builtInSettings).map(withoutPassword),
    token: tokenWay(managed.ok && managed.value.token !== null, config),
    kiosk:
      config.kiosk === null ? null : { ...kiosk, pin: pinHash === undefined ? 'not-set' : 'set' },
  };
}

function tokenWay(inFile: boolean, { credentials }: ManagedConfig): TokenWay {
  if (inFile) return 'taken-into-keychain';
  return (credentials?.tokenFile ?? null) === null ? 'not-in-this-file' : 'read-from-file';
}
