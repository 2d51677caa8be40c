import { complaintText } from '../config/config-error';
import { scrubAuthToken } from '../config/scrub-file';
import type { FileCredentials } from '../credentials/file-credentials';
import { takeFromFile } from '../credentials/from-file';
import type { LateToken } from '../credentials/late-token';
import type { TokenFileError } from '../credentials/token-file';
import { complain } from './console';
import type { Notices } from './notices';
import { currentReader, type FileToken, type ManagedFile } from './open-settings';

interface Parts {
  readonly credentials: FileCredentials;
  readonly notices: Notices;
  readonly managed: ManagedFile;
  /** The account in use; the file's token belongs to the one that the file names. */
  readonly authId: () => string | null;
  /** Something is known of the credentials that was not before. */
  readonly changed: () => void;
}

/** The credentials of the administrator's file, one thing after the other. */
export interface CredentialsOfFile {
  /** Begins, and resolves when what was there at the start is done. Slow where the keychain is locked. */
  readonly start: () => Promise<void>;
  /** Resolves when nothing is under way. */
  readonly settled: () => Promise<unknown>;
  /** A token that could not be stored, and waits in the file. */
  readonly late: LateToken;
}

/**
 * Follows what the administrator's file says of the credentials: its token goes into the keychain,
 * is read back and then scrubbed from the file; a file that it names for the token is read from.
 */
export function openCredentialsOfFile(parts: Parts): CredentialsOfFile {
  const { credentials, managed, authId } = parts;
  let last: Promise<unknown> = Promise.resolve();
  let waitsFor: string | null = null;
  const next = (work: () => Promise<void>) => {
    last = last.then(work).then(parts.changed);
  };
  const followTokenFile = () => {
    credentials.readFrom(managed.tokenFile());
  };
  managed.token.listen((token) => {
    if (token === null) {
      waitsFor = null;
      // There is none left to be named, and none that could fail to be stored.
      parts.notices.settle('config-secret-left');
      parts.notices.settle('credentials-import-failed');
      return;
    }
    const arrived = token.authId === authId() ? credentials.expect(token.authId) : null;
    next(async () => {
      waitsFor = (await take(token, parts)) ? null : token.authId;
      await credentials.refresh(authId());
      arrived?.();
    });
  });
  managed.changed.listen(() => {
    followTokenFile();
    parts.changed();
  });
  followTokenFile();
  // The account counts as signed in from the start: the popup must not ask for a sign-in that is
  // on its way.
  const brought = managed.bringsTokenFor();
  if (brought !== null && brought === authId()) credentials.expect(brought);
  return {
    start: async () => {
      managed.follow();
      next(async () => {
        await credentials.refresh(authId());
      });
      await last;
    },
    settled: () => last,
    late: {
      waitsFor: () => waitsFor,
      take: async () => {
        managed.look();
        await last;
      },
    },
  };
}

/** False where the token could not be stored: it waits in the file. */
async function take(token: FileToken, { credentials, notices, managed }: Parts): Promise<boolean> {
  const taken = await takeFromFile(token, credentials);
  if (!taken.ok) {
    const { code, cause = '' } = taken.error;
    notices.raise({ code: 'credentials-import-failed', params: { error: code, cause } });
    return false;
  }
  notices.settle('credentials-import-failed');
  const scrubbed = await scrubAuthToken(managed.path, token.authToken, currentReader());
  if (scrubbed.ok) {
    notices.settle('config-secret-left');
    return true;
  }
  const { cause } = scrubbed.error;
  complain(`${managed.path}: credentials.authToken could not be taken out (${cause})`);
  notices.raise({ code: 'config-secret-left', params: { file: managed.path, cause } });
  return true;
}

/** Says what is wrong with the file that the token is read from, once; or that it is mended. */
export function tokenFileReport(notices: Notices): (problem: TokenFileError | null) => void {
  let said = '';
  return (problem) => {
    if (problem === null) {
      said = '';
      notices.settle('token-file-unusable');
      return;
    }
    const { file, expected } = problem;
    const text = complaintText({ file, expected, line: null, column: null, key: null });
    if (text !== said) complain(text);
    said = text;
    notices.raise({ code: 'token-file-unusable', params: { file, expected } });
  };
}
