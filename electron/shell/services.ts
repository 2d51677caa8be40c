import { randomUUID } from 'node:crypto';

import type { Session } from 'electron';

import type { Arguments } from '../cli/arguments';
import { practiceLineId } from '../config/active-line';
import type { PersonSettings } from '../config/person-settings';
import type { SettingsService } from '../config/settings-service';
import { unreachable } from '../contract/result';
import type { EndedAttempt } from '../contract/transfer';
import { createCredentialService, type CredentialService } from '../credentials/credential-service';
import { withTokenFile } from '../credentials/file-credentials';
import { systemKeychain } from '../credentials/keychain';
import { withLateToken } from '../credentials/late-token';
import { readTokenFile } from '../credentials/token-file';
import { displayAddress } from '../directory/address';
import type { DirectoryService } from '../directory/directory-service';
import { createConnection, type Connection } from '../plivo/connection';
import { outcomeOf } from '../plivo/outcome';
import { transferRequest } from '../plivo/request';
import { startPracticeLine, type PracticeLine } from '../practice/server';
import { traceLine } from '../practice/trace';
import type { Journal } from '../transfer/journal';
import { createTransferService, type TransferService } from '../transfer/transfer-service';
import { clock } from './clock';
import { say } from './console';
import { traceOf } from './attempt-trace';
import type { Folders } from './folders';
import { lastingJournal, type JournalNews } from './lasting-journal';
import { LinesInUse, type Authorised } from './lines-in-use';
import type { Log } from './log';
import { Notices } from './notices';
import { openDirectoryOfSettings } from './open-directory';
import { currentReader, openSettings, type ManagedFile } from './open-settings';
import { keepHistoryShort } from './retention';
import { openCredentialsOfFile, tokenFileReport } from './settle-credentials';
import { Signal } from './signal';
import { resolveProxy } from './system-proxy';
import { watchedJournal } from './watched-journal';

export interface Services {
  readonly settings: SettingsService;
  readonly person: PersonSettings;
  /** The administrator's file; what it says of settings is in `settings`. */
  readonly managed: ManagedFile;
  readonly credentials: CredentialService;
  readonly practice: PracticeLine | null;
  readonly journal: Journal;
  readonly connection: Connection;
  readonly directory: DirectoryService;
  readonly lines: LinesInUse;
  readonly transfer: TransferService;
  readonly notices: Notices;
  /** Something that a surface shows has changed. */
  readonly changes: Signal;
  readonly attemptEnded: Signal<EndedAttempt>;
  /** Attempts were added, answered or removed. */
  readonly historyChanged: Signal;
  /** Asks the keychain, and takes the administrator's credentials into it. Slow where it is locked. */
  readonly settleCredentials: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface ServiceParts {
  readonly options: Arguments;
  readonly folders: Folders;
  readonly version: string;
  readonly log: Log;
  /** Knows the system's proxy; no request goes through it. There is none before Electron is ready. */
  readonly session: () => Session;
}

/** Opens everything that has no window. What cannot be opened is replaced by what says so. */
export async function openServices(parts: ServiceParts): Promise<Services> {
  const { options, folders, version, log, session } = parts;
  const changes = new Signal();
  const attemptEnded = new Signal<EndedAttempt>();
  const historyChanged = new Signal();
  const notices = new Notices(() => {
    changes.emit();
  });

  const opened = await openSettings(folders.userData, options.configFile, notices);
  const { settings, person, managed } = opened;
  settings.onChanged(() => {
    changes.emit();
  });
  const network = () => settings.current().settings.network;

  const keychain = createCredentialService(systemKeychain, {
    get: () => person.tokenSavedFor(),
    set: async (authId) => {
      const written = await person.setTokenSavedFor(authId);
      if (!written.ok) {
        notices.raise({ code: 'settings-unwritable', params: { cause: written.error.cause } });
      }
    },
  });

  const fileCredentials = withTokenFile(keychain, {
    read: (file) => readTokenFile(file, currentReader()),
    judged: tokenFileReport(notices),
  });
  const credentialsOfFile = openCredentialsOfFile({
    credentials: fileCredentials,
    notices,
    managed,
    authId: () => settings.current().settings.authId,
    changed: () => {
      changes.emit();
    },
  });
  const credentials = withLateToken(fileCredentials, credentialsOfFile.late);

  const practice = await openPractice(options, notices);
  practice?.onCallChanged(() => {
    changes.emit();
  });
  const lasting = lastingJournal({
    file: folders.journal,
    clock,
    isFree: () => !['held', 'sending'].includes(transfer.phase().kind),
    told: (news) => {
      tellOfJournal(news, folders.journal, notices, log);
      historyChanged.emit();
    },
  });
  const journal = watchedJournal(lasting, () => {
    historyChanged.emit();
  });
  const stopPruning = keepHistoryShort(journal, settings, log);
  const connection = createConnection({
    caFile: () => network().caFile,
    resolveProxy: (address) => resolveProxy(network().proxy, address, session()),
    clock,
  });
  const directory = openDirectoryOfSettings({
    settings,
    folders,
    configFile: managed.path,
    clock,
    log,
    changed: () => {
      changes.emit();
    },
  });
  const chosen = options.practice ? practiceLineId : options.line;
  const lines = new LinesInUse({ settings, credentials, practice, chosen });
  managed.token.listen((token) => {
    if (token !== null) lines.forgetRefusals();
  });

  const transfer = createTransferService<Authorised>({
    journal,
    authorise: async (lineId) => {
      // An attempt in the first moments waits for the token that is being stored.
      if (lineId !== practiceLineId) await credentialsOfFile.settled();
      return await lines.authorise(lineId);
    },
    post: async ({ line, credentials: authorised }, destination) => {
      const request = transferRequest(line.request, authorised, destination, version);
      const evidence = await connection.send(request, network());
      const verdict = outcomeOf(evidence, Date.now());
      lines.noteAnswer(line.id, verdict.reason.code);
      return { ...verdict, trace: traceOf(request, evidence) };
    },
    clock,
    newId: randomUUID,
    changed: (phase) => {
      if (phase.kind === 'ended') {
        const { id, outcome, reason } = phase.attempt;
        log.info(`attempt ${id} ended: ${outcome} (${reason.code})`);
        attemptEnded.emit(phase.attempt);
      }
      changes.emit();
    },
    fault: (what, cause) => {
      log.error(`${what}: ${cause}`);
    },
  });

  let lineInUse = lines.activeId;
  changes.listen(() => {
    if (lines.activeId === lineInUse) return;
    lineInUse = lines.activeId;
    // What is held was meant for the line that the agent saw, whoever has changed it since.
    transfer.cancel('line-switched');
  });

  return {
    settings,
    person,
    managed,
    credentials,
    practice,
    journal,
    connection,
    directory,
    lines,
    transfer,
    notices,
    changes,
    attemptEnded,
    historyChanged,
    settleCredentials: credentialsOfFile.start,
    close: async () => {
      stopPruning();
      await managed.close();
      await credentials.close();
      await directory.close();
      connection.close();
      journal.close();
      await practice?.close();
    },
  };
}

async function openPractice(options: Arguments, notices: Notices): Promise<PracticeLine | null> {
  const started = await startPracticeLine({
    formatAddress: (address) => displayAddress(address, 'US'),
    onExchange: (exchange) => {
      if (options.practiceTrace) say(traceLine(exchange));
    },
  });
  if (started.ok) return started.value;
  notices.raise({ code: 'practice-unavailable', params: { cause: started.error.cause } });
  return null;
}

function tellOfJournal(news: JournalNews, file: string, notices: Notices, log: Log): void {
  switch (news.kind) {
    case 'unavailable':
      log.error(`the journal cannot be opened: ${news.cause}`);
      notices.raise({ code: 'journal-unavailable', params: { file, cause: news.cause } });
      return;
    case 'open':
      notices.settle('journal-unavailable');
      if (news.aside === null) return;
      log.error(`the journal could not be read, and lies now at ${news.aside}`);
      notices.raise({ code: 'journal-set-aside', params: { file, aside: news.aside } });
      return;
    default:
      unreachable(news);
  }
}
