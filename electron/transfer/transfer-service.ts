import type { StartError } from '../contract/popup';
import { err, ok, type Result } from '../contract/result';
import type { AgentWord, Destination, Phase, Role } from '../contract/transfer';
import type { Journal, JournalError } from './journal';
import {
  initialState,
  phaseOf,
  transition,
  type Ending,
  type Event,
  type RunningAttempt,
  type State,
} from './machine';

export interface TransferRequest {
  readonly destination: Destination;
  readonly role: Role;
  readonly lineId: string;
  readonly lineName: string;
}

/** What came of the POST. */
export type Posted = Omit<Ending, 'tookMs'>;

export interface TransferPorts<Authorised> {
  readonly journal: Pick<Journal, 'begin' | 'end' | 'answer'>;
  /** Reads what the line needs to be used, the token among it: after Enter, once an attempt. */
  readonly authorise: (lineId: string) => Promise<Result<Authorised, StartError>>;
  /** Sends the one POST. */
  readonly post: (
    authorised: Authorised,
    destination: { readonly to: string; readonly role: Role },
  ) => Promise<Posted>;
  readonly clock: {
    /** Epoch milliseconds. */
    readonly now: () => number;
    /** Milliseconds that never run backwards. */
    readonly monotonic: () => number;
  };
  readonly newId: () => string;
  readonly changed: (phase: Phase) => void;
  /** Told of what must not stop an attempt: an outcome that the disk did not take, a bad listener. */
  readonly fault: (what: 'outcome-not-recorded' | 'listener-failed', cause: string) => void;
}

export interface TransferService {
  /**
   * Starts an attempt. Resolves once it is under way, which is before its outcome; the outcome
   * comes by `changed`. An error means that nothing was sent and nothing was recorded.
   */
  start(request: TransferRequest): Promise<Result<{ readonly attemptId: string }, StartError>>;
  /** Leaves the screen of an ended attempt; anything else is ignored. */
  dismiss(attemptId: string): void;
  /** Records the agent's word on an attempt, on screen or earlier. */
  answer(attemptId: string, word: AgentWord): Result<void, JournalError>;
  phase(): Phase;
  /** Resolves when no attempt is under way: what quitting waits for. */
  settled(): Promise<void>;
}

const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/**
 * Carries an attempt through its steps: the place is taken before anything is awaited, the intent
 * is on disk before the POST, the outcome after it (docs/behaviour.md, "An attempt").
 */
export function createTransferService<Authorised>(
  ports: TransferPorts<Authorised>,
): TransferService {
  let state: State = initialState;
  let underWay: Promise<void> = Promise.resolve();

  const apply = (event: Event) => {
    const next = transition(state, event);
    if (!next.ok) return next;
    state = next.value;
    try {
      ports.changed(phaseOf(state));
    } catch (error) {
      ports.fault('listener-failed', textOf(error));
    }
    return next;
  };

  const authorise = async (lineId: string): Promise<Result<Authorised, StartError>> => {
    try {
      return await ports.authorise(lineId);
    } catch (error) {
      return err({ code: 'credentials-unavailable', cause: textOf(error).slice(0, 300) });
    }
  };

  const post = async (authorised: Authorised, attempt: RunningAttempt): Promise<Posted> => {
    try {
      const { destination, role } = attempt;
      return await ports.post(authorised, { to: destination.address, role });
    } catch (error) {
      // Nobody can say how far it got.
      const reason = { code: 'lost-after-sending', cause: textOf(error).slice(0, 100) } as const;
      return { outcome: 'unknown', reason, status: null, apiId: null };
    }
  };

  const conclude = (attempt: RunningAttempt, ending: Ending, journalled: boolean) => {
    if (journalled) {
      const recorded = ports.journal.end(attempt.id, { ...ending, endedAt: ports.clock.now() });
      if (!recorded.ok) ports.fault('outcome-not-recorded', recorded.error.cause);
    }
    apply({ kind: 'outcome', attemptId: attempt.id, ending });
  };

  /** From the taken place to the POST under way; the outcome follows by itself. */
  const begin = async (
    attempt: RunningAttempt,
    elapsed: () => number,
    outcomeFollows: (outcome: Promise<void>) => void,
  ): Promise<Result<{ readonly attemptId: string }, StartError>> => {
    const authorised = await authorise(attempt.lineId);
    if (!authorised.ok) {
      apply({ kind: 'abandon', attemptId: attempt.id });
      return authorised;
    }
    const intent = ports.journal.begin(attempt);
    if (!intent.ok) {
      const reason = { code: 'journal', cause: intent.error.cause.slice(0, 100) } as const;
      const unsent = { outcome: 'not-sent', reason, status: null, apiId: null } as const;
      conclude(attempt, { ...unsent, tookMs: elapsed() }, false);
      return ok({ attemptId: attempt.id });
    }
    outcomeFollows(
      post(authorised.value, attempt).then((posted) =>
        conclude(attempt, { ...posted, tookMs: elapsed() }, true),
      ),
    );
    return ok({ attemptId: attempt.id });
  };

  return {
    async start(request) {
      const started = ports.clock.monotonic();
      const attempt: RunningAttempt = {
        id: ports.newId(),
        lineId: request.lineId,
        lineName: request.lineName,
        destination: request.destination,
        role: request.role,
        startedAt: ports.clock.now(),
      };
      // Before any await: of fifty presses in one tick, one finds the place free.
      if (!apply({ kind: 'start', attempt }).ok) return err({ code: 'busy' });
      const elapsed = () => Math.max(0, ports.clock.monotonic() - started);
      let outcome: Promise<void> = Promise.resolve();
      const begun = begin(attempt, elapsed, (promise) => {
        outcome = promise;
      });
      underWay = begun.then(() => outcome);
      return begun;
    },

    dismiss(attemptId) {
      apply({ kind: 'dismiss', attemptId });
    },

    answer(attemptId, word) {
      const recorded = ports.journal.answer(attemptId, word);
      apply({ kind: 'answer', attemptId, word });
      return recorded;
    },

    phase: () => phaseOf(state),

    settled: () => underWay,
  };
}
