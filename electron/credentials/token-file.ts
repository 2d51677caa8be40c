import { isAbsolute, join, resolve } from 'node:path';

import { tokenFileExpectation, type FileReader } from '../config/file-rights';
import { withOpened } from '../config/open-checked';
import { err, ok, type Result } from '../contract/result';
import { normaliseToken } from './token';

/** A file that holds an account's token and nothing else. It is read, and never written. */
export interface TokenFile {
  readonly authId: string;
  readonly file: string;
  /** Given by systemd to the service that Baton runs as. */
  readonly byService: boolean;
}

/** Why a token file cannot be used; `expected` follows the word "expected". */
export interface TokenFileError {
  readonly file: string;
  readonly expected: string;
}

const systemdPrefix = 'systemd:';

/**
 * Which file the value of `authTokenFile` means: `systemd:NAME` is the credential NAME of the
 * service that Baton runs as, in the folder that systemd names in the environment; everything else
 * is a path, taken from the folder of the configuration file.
 */
export function locateTokenFile(
  { authId, tokenFile }: { readonly authId: string; readonly tokenFile: string },
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Result<TokenFile, TokenFileError> {
  if (!tokenFile.startsWith(systemdPrefix)) {
    return ok({ authId, file: resolve(folder, tokenFile), byService: false });
  }
  const name = tokenFile.slice(systemdPrefix.length);
  if (!/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,254}$/.test(name)) {
    const expected = 'the name of a credential after "systemd:": letters, digits, dots and dashes';
    return err({ file: tokenFile, expected });
  }
  const credentials = environment['CREDENTIALS_DIRECTORY'] ?? '';
  if (!isAbsolute(credentials)) {
    const expected = 'Baton to be a service of systemd with LoadCredential= or SetCredential=';
    return err({ file: tokenFile, expected });
  }
  return ok({ authId, file: join(credentials, name), byService: true });
}

/** Reads the token, for one request. Rights and content come from the same descriptor. */
export function readTokenFile(
  { file, byService }: TokenFile,
  reader: FileReader,
): Result<string, TokenFileError> {
  const unusable = (expected: string) => err<TokenFileError>({ file, expected });
  const read = withOpened(file, reader.platform, ({ stats, content }) => {
    const expectation = tokenFileExpectation(stats, reader, byService);
    if (expectation !== null) return unusable(expectation);
    const bytes = content();
    const token = normaliseToken(bytes === null ? '' : Buffer.from(bytes).toString('utf8'));
    return token.ok ? token : unusable('a file with the Auth token in it and nothing else');
  });
  if (read.ok) return read.value;
  const { cause } = read.error;
  if (cause === 'ENOENT') return unusable('a file, and there is none');
  if (cause === 'ELOOP') return unusable('the file itself, not a symbolic link');
  return unusable(`a file that can be read (${cause})`);
}
