import { randomUUID } from 'node:crypto';

import type { Session } from 'electron';

import type { Arguments } from '../cli/arguments';
import { practiceLineId } from '../config/active-line';
import type { SettingsService } from '../config/settings-service';
import type { EndedAttempt } from '../contract/transfer';
import { createCredentialService, type CredentialService } from '../credentials/credential-service';
import { takeFromFile } from '../credentials/from-file';
import { systemKeychain } from '../credentials/keychain';
import { displayAddress } from '../directory/address';
import { createConnection, type Connection } from '../plivo/connection';
import { outcomeOf } from '../plivo/outcome';
import { transferRequest } from '../plivo/request';
import { startPracticeLine, type PracticeLine } from '../practice/server';
import { traceLine } from '../practice/trace';
import { openJournal, unavailableJournal, type Journal } from '../transfer/journal';
import { createTransferService, type TransferService } from '../transfer/transfer-service';
import { say } from './console';
import type { Folders } from './folders';
import { LinesInUse, type Authorised } from './lines-in-use';
import type { Log } from './log';
import { Notices } from './notices';
import { openSettings } from './open-settings';
import { Signal } from './signal';
import { resolveProxy } from './system-proxy';

export interface Services {
  readonly settings: SettingsService;
  readonly credentials: CredentialService;
  readonly practice: PracticeLine | null;
  readonly journal: Journal;
  readonly connection: Connection;
  readonly lines: LinesInUse;
  readonly transfer: TransferService;
  readonly notices: Notices;
  /** Something that a surface shows has changed. */
  readonly changes: Signal;
  readonly attemptEnded: Signal<EndedAttempt>;
  /** Asks the keychain, and takes the administrator's credentials into it. Slow where it is locked. */
  readonly settleCredentials: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface ServiceParts {
  readonly options: Arguments;
  readonly folders: Folders;
  readonly version: string;
  readonly log: Log;
  /** Knows the system's proxy; no request goes through it. */
  readonly session: Session;
}

const clock = { now: Date.now, monotonic: () => performance.now() };

/** Opens everything that has no window. What cannot be opened is replaced by what says so. */
export async function openServices(parts: ServiceParts): Promise<Services> {
  const { options, folders, version, log, session } = parts;
  const changes = new Signal();
  const attemptEnded = new Signal<EndedAttempt>();
  const notices = new Notices(() => {
    changes.emit();
  });

  const opened = await openSettings(folders.userData, options.configFile);
  const { settings, person } = opened;
  for (const notice of opened.notices) notices.raise(notice);
  settings.onChanged(() => {
    changes.emit();
  });
  const network = () => settings.current().settings.network;

  const credentials = createCredentialService(systemKeychain, {
    get: () => person.tokenSavedFor(),
    set: async (authId) => {
      const written = await person.setTokenSavedFor(authId);
      if (!written.ok) {
        notices.raise({ code: 'settings-unwritable', params: { cause: written.error.cause } });
      }
    },
  });

  const practice = await openPractice(options, notices);
  practice?.onCallChanged(() => {
    changes.emit();
  });
  const journal = openJournalOrRefuse(folders.journal, notices);
  const connection = createConnection({
    caFile: () => network().caFile,
    resolveProxy: (address) => resolveProxy(network().proxy, address, session),
    clock,
  });
  const chosen = options.practice ? practiceLineId : options.line;
  const lines = new LinesInUse({ settings, credentials, practice, chosen });

  const transfer = createTransferService<Authorised>({
    journal,
    authorise: (lineId) => lines.authorise(lineId),
    post: async ({ line, credentials: authorised }, destination) => {
      const request = transferRequest(line.request, authorised, destination, version);
      const verdict = outcomeOf(await connection.send(request, network()), Date.now());
      lines.noteAnswer(line.id, verdict.reason.code);
      return verdict;
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

  return {
    settings,
    credentials,
    practice,
    journal,
    connection,
    lines,
    transfer,
    notices,
    changes,
    attemptEnded,
    settleCredentials: async () => {
      const { authId } = settings.current().settings;
      // The file's token belongs to the account it names, which need not be the one in use.
      const fromFile = opened.fromFile?.authId === authId ? opened.fromFile : null;
      const taken = fromFile === null ? null : await takeFromFile(fromFile, credentials);
      if (taken?.ok === false) {
        const { code, cause = '' } = taken.error;
        notices.raise({ code: 'credentials-import-failed', params: { error: code, cause } });
      }
      await credentials.refresh(authId);
      changes.emit();
    },
    close: async () => {
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

function openJournalOrRefuse(file: string, notices: Notices): Journal {
  const opened = openJournal(file, { now: Date.now });
  if (!opened.ok) {
    notices.raise({ code: 'journal-unavailable', params: { file, cause: opened.error.cause } });
    return unavailableJournal(opened.error.cause);
  }
  const { journal, setAside } = opened.value;
  if (setAside !== null)
    notices.raise({ code: 'journal-set-aside', params: { file, aside: setAside } });
  return journal;
}
