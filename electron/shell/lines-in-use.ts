import { activeLine, practiceLineId } from '../config/active-line';
import type { SettingsService } from '../config/settings-service';
import type { CredentialError } from '../contract/credentials';
import type { LineView, StartError } from '../contract/popup';
import { err, ok, unreachable, type Result } from '../contract/result';
import type { Line } from '../contract/settings';
import type { ReasonCode, Role } from '../contract/transfer';
import type { CredentialService } from '../credentials/credential-service';
import { displayAddress, parseAddress } from '../directory/address';
import type { PlivoCredentials, RequestLine } from '../plivo/request';
import type { PracticeLine } from '../practice/server';
import { t } from './texts';

/** A line with all that a request needs but the credentials. */
export interface UsableLine {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly practice: boolean;
  readonly request: RequestLine;
}

/** A line and the credentials of one request. Holds the token: let go of it after the request. */
export interface Authorised {
  readonly line: UsableLine;
  readonly credentials: PlivoCredentials;
}

export interface LinesInUseParts {
  readonly settings: Pick<SettingsService, 'current'>;
  readonly credentials: CredentialService;
  /** Null where the practice line could not be started. */
  readonly practice: PracticeLine | null;
  /** Id of the line that the command line asks for, until the person chooses another. */
  readonly chosen: string | null;
}

/** Answers that Plivo gives only to somebody whose sign-in it has taken. */
const signInWasTaken: ReadonlySet<ReasonCode> = new Set([
  'accepted',
  'error-in-2xx',
  'http-400',
  'http-403',
  'http-404',
  'http-429',
]);

/** The lines there are, the one in use, and the way to its credentials. */
export class LinesInUse {
  readonly #parts: LinesInUseParts;
  /** Lines whose sign-in was refused by Plivo last time. */
  readonly #signInRefused = new Set<string>();

  #chosen: string | null;

  constructor(parts: LinesInUseParts) {
    this.#parts = parts;
    this.#chosen = parts.chosen;
  }

  /** Where the tokens of the lines are. */
  get credentials(): CredentialService {
    return this.#parts.credentials;
  }

  /** Uses a line for this run; null: the one that the settings name. */
  choose(id: string | null): void {
    this.#chosen = id;
  }

  /** Id of the line in use. */
  get activeId(): string {
    const chosen = this.#chosen;
    if (chosen === practiceLineId) return chosen;
    const known = this.#settings.lines.some((line) => line.id === chosen);
    return chosen !== null && known && this.fixedId === null ? chosen : this.#settledId;
  }

  /**
   * Id of the line that the administrator has set: no other is used, but for practising. Null: it is
   * the person's choice.
   */
  get fixedId(): string | null {
    const { sources } = this.#parts.settings.current();
    return sources.activeLine === 'enforced' ? this.#settledId : null;
  }

  /** The line in use; null where that is the practice line and it is not running. */
  active(): UsableLine | null {
    return this.find(this.activeId);
  }

  find(id: string): UsableLine | null {
    if (id === practiceLineId) return this.#practiceLine();
    const line = this.#settings.lines.find((candidate) => candidate.id === id);
    return line === undefined ? null : usable(line, this.#settings.region);
  }

  /** The line in use as the windows show it. */
  activeView(): LineView {
    return this.views().find((view) => view.id === this.activeId) ?? this.#practiceView();
  }

  /** Every line, the practice line last. */
  views(): LineView[] {
    const real = this.#settings.lines.map((line) => this.#view(line));
    return [...real, this.#practiceView()];
  }

  /** Remembers whether Plivo took the sign-in, which the line's dot shows. */
  noteAnswer(lineId: string, reason: ReasonCode): void {
    if (reason === 'http-401') this.#signInRefused.add(lineId);
    else if (signInWasTaken.has(reason)) this.#signInRefused.delete(lineId);
  }

  /** New credentials are innocent until Plivo says otherwise. */
  forgetRefusals(): void {
    this.#signInRefused.clear();
  }

  /** Reads the token for one request, at the moment it is needed. */
  async authorise(lineId: string): Promise<Result<Authorised, StartError>> {
    if (lineId !== this.activeId) return err({ code: 'line-changed' });
    const line = this.find(lineId);
    if (line === null)
      return err({ code: lineId === practiceLineId ? 'practice-unavailable' : 'no-line' });
    const credentials = await this.credentialsFor(line);
    return credentials.ok
      ? ok({ line, credentials: credentials.value })
      : err(startErrorOf(credentials.error));
  }

  async credentialsFor(line: UsableLine): Promise<Result<PlivoCredentials, CredentialError>> {
    const { practice, credentials } = this.#parts;
    if (line.practice && practice !== null) {
      return ok({ authId: practice.authId, authToken: practice.authToken });
    }
    const { authId } = this.#settings;
    if (authId === null) return err({ code: 'no-auth-id' });
    const token = await credentials.read(authId);
    return token.ok ? ok({ authId, authToken: token.value }) : token;
  }

  get #settings() {
    return this.#parts.settings.current().settings;
  }

  /** Id of the line that the settings name. */
  get #settledId(): string {
    const active = activeLine(this.#settings);
    return active.kind === 'practice' ? practiceLineId : active.line.id;
  }

  #practiceLine(): UsableLine | null {
    const { practice } = this.#parts;
    if (practice === null) return null;
    return {
      id: practiceLineId,
      name: t('practice.line'),
      role: 'agent',
      practice: true,
      request: {
        apiBaseUrl: practice.url,
        phloId: practice.phloId,
        nodeId: practice.nodeId,
        triggerSource: practice.triggerSource,
        numberFormat: 'e164',
      },
    };
  }

  #practiceView(): LineView {
    const { practice } = this.#parts;
    return {
      id: practiceLineId,
      name: t('practice.line'),
      from: practice === null ? '' : displayAddress(practice.triggerSource, 'US'),
      role: 'agent',
      practice: true,
      readiness: practice === null ? 'not-ready' : 'practice',
    };
  }

  #view(line: Line): LineView {
    const { region, authId } = this.#settings;
    const state = this.#parts.credentials.state(authId);
    const signedIn = state === 'present' || state === 'session' || state === 'from-file';
    return {
      id: line.id,
      name: line.name,
      from: displayAddress(line.triggerSource, region),
      role: line.role,
      practice: false,
      readiness: signedIn && !this.#signInRefused.has(line.id) ? 'ready' : 'not-ready',
    };
  }
}

/** The agent's own number may be written as people of the region write it. */
function usable(line: Line, region: string): UsableLine {
  const own = parseAddress(line.triggerSource, region);
  const triggerSource = own.ok ? own.value.address : line.triggerSource;
  const { id, name, role } = line;
  return { id, name, role, practice: false, request: { ...line, triggerSource } };
}

/** Nothing was sent: what stands between the agent and the attempt. */
function startErrorOf(error: CredentialError): StartError {
  const cause = error.cause === undefined ? {} : { cause: error.cause };
  switch (error.code) {
    case 'no-auth-id':
    case 'token-empty':
    case 'token-malformed':
      return { code: 'credentials-absent' };
    case 'keychain-locked-or-removed':
    case 'keychain-timeout':
      return { code: 'credentials-locked', ...cause };
    case 'keychain-unavailable':
    case 'keychain-read-back-differs':
      return { code: 'credentials-unavailable', ...cause };
    case 'token-file-unusable':
    case 'token-from-file':
      return { code: 'credentials-file', ...cause };
    default:
      return unreachable(error.code);
  }
}
