import { dirname, resolve } from 'node:path';

import { builtInSettings } from '../config/built-in';
import {
  complaintText,
  configErrorNotice,
  configErrorText,
  faultComplaint,
} from '../config/config-error';
import type { FileReader } from '../config/file-rights';
import {
  readManagedFile,
  secretRefusedNotice,
  type Kiosk,
  type ManagedConfig,
} from '../config/managed-file';
import { managedFilePath } from '../config/managed-path';
import { ManagedSource, type ManagedState } from '../config/managed-source';
import { openPersonSettings, type PersonSettings } from '../config/person-settings';
import { createSettingsService, type SettingsService } from '../config/settings-service';
import { fileIdentity, watchFile } from '../config/watch-file';
import type { Notice } from '../contract/notices';
import type { NamedTokenFile } from '../credentials/file-credentials';
import { locateTokenFile } from '../credentials/token-file';
import { complain } from './console';
import type { Notices } from './notices';
import { Signal } from './signal';

/** The administrator's file, watched for as long as Baton runs. */
export interface ManagedFile {
  /** Where it lies, or would lie. */
  readonly path: string;
  /** The account whose token was found at the start, until it is handed on. */
  bringsTokenFor(): string | null;
  /** Its path where it is in force. */
  inForce(): string | null;
  kiosk(): Kiosk | null;
  /** The file that it names for the token. */
  tokenFile(): NamedTokenFile;
  /** It says something else than before. */
  readonly changed: Signal;
  /** A token that may be taken, and null once the file has none: hand it on and let go of it. */
  readonly token: Signal<FileToken | null>;
  /** Hands on what was found before anybody listened, and watches from then on. */
  follow(): void;
  /** Reads it anew, and hands its token on again. */
  look(): void;
  close(): Promise<void>;
}

/** A token of the administrator's file. */
export interface FileToken {
  readonly authId: string;
  readonly authToken: string;
}

export interface OpenSettings {
  readonly settings: SettingsService;
  readonly person: PersonSettings;
  readonly managed: ManagedFile;
}

/** Who runs Baton: rights of files are judged for this user. */
export const currentReader = (): FileReader => ({
  uid: process.getuid?.() ?? null,
  platform: process.platform,
});

/** Reads both files. Whatever is wrong with them, Baton starts, and says it. */
export async function openSettings(
  userData: string,
  configFile: string | null,
  notices: Notices,
): Promise<OpenSettings> {
  const path = configFile ?? managedFilePath(process.platform, process.env);
  const changed = new Signal();
  const token = new Signal<FileToken | null>();
  /** What was read at the start waits for those who listen. */
  let waiting: FileToken | null = null;
  let following = false;
  let apply: (state: ManagedState) => void = () => undefined;
  const source = new ManagedSource({
    read: () => readManagedFile(path, currentReader()),
    named: configFile !== null,
    changed: (state) => {
      report(state, notices);
      apply(state);
      changed.emit();
    },
    token: (authId, authToken) => {
      if (following) token.emit({ authId, authToken });
      else waiting = { authId, authToken };
    },
    noToken: () => {
      waiting = null;
      if (following) token.emit(null);
    },
  });
  const seen = await fileIdentity(path);
  source.look();
  const person = await openPersonSettings(userData, () => new Date());
  if (person.notice !== null) notices.raise(person.notice);
  const settings = createSettingsService(source.state.config, person.settings, builtInSettings);
  apply = ({ config }) => {
    settings.manage(config);
  };
  let stop: () => Promise<void> = () => Promise.resolve();
  return {
    settings,
    person: person.settings,
    managed: {
      path,
      bringsTokenFor: () => waiting?.authId ?? null,
      inForce: () => (source.state.good ? path : null),
      kiosk: () => source.state.config.kiosk,
      tokenFile: () => tokenFileOf(source.state.config, path),
      changed,
      token,
      follow: () => {
        following = true;
        token.emit(waiting);
        waiting = null;
        ({ close: stop } = watchFile(path, seen, () => {
          source.look();
        }));
      },
      look: () => {
        source.look();
      },
      close: () => stop(),
    },
  };
}

/** The token file that an administrator's file names, which lies at `path`. */
export function tokenFileOf({ credentials }: ManagedConfig, path: string): NamedTokenFile {
  const { authId, tokenFile = null } = credentials ?? { authId: '' };
  if (tokenFile === null) return null;
  const folder = dirname(resolve(path));
  const located = locateTokenFile({ authId, tokenFile }, folder, process.env);
  return located.ok ? located : { ok: false, error: { ...located.error, authId } };
}

const problemCodes = ['config-unreadable', 'config-malformed', 'config-unsafe'] as const;

/** Says what is wrong with the file now, and that what was wrong before is mended. */
function report({ config, problem }: ManagedState, notices: Notices): void {
  const raised = problem === null ? null : configErrorNotice(problem.error, problem.kept);
  if (problem !== null) complain(configErrorText(problem.error));
  for (const code of problemCodes) replaceNotice(notices, code, raised);
  const { secretRefused } = config;
  if (secretRefused !== null) {
    complain(complaintText(faultComplaint(secretRefused.file, secretRefused.fault)));
  }
  replaceNotice(
    notices,
    'config-secret-refused',
    secretRefused === null ? null : secretRefusedNotice(secretRefused),
  );
}

function replaceNotice(notices: Notices, code: Notice['code'], notice: Notice | null): void {
  if (notice?.code === code) notices.raise(notice);
  else notices.settle(code);
}
