import type { AttemptTrace } from '../contract/history';
import type { StartError } from '../contract/popup';
import { err, ok, type Result } from '../contract/result';
import type {
  AgentWord,
  Destination,
  EndedAttempt,
  Phase,
  Reason,
  Role,
} from '../contract/transfer';
import { createHoldBack, type CancelReason } from './hold-back';
import type { JournalError } from './journal';
import {
  initialState,
  phaseOf,
  transition,
  type Ending,
  type Event,
  type RunningAttempt,
  type State,
} from './machine';
import type { Posted, TransferPorts } from './transfer-ports';

export interface TransferRequest {
  readonly destination: Destination;
  readonly role: Role;
  readonly lineId: string;
  readonly lineName: string;
  /** Milliseconds for which it can be taken back before anything is sent. */
  readonly holdMs: number;
}

export interface TransferService {
  /**
   * Starts an attempt. Resolves once it is held or under way, which is before its outcome; the
   * outcome comes by `changed`. An error means that nothing was sent and nothing was recorded.
   */
  start(request: TransferRequest): Promise<Result<{ readonly attemptId: string }, StartError>>;
  /** Ends the hold-back early; ignored in its first moments and outside it. */
  sendNow(attemptId: string): void;
  /** Takes the held attempt back: nothing is sent. Without an id, whichever is held. */
  cancel(reason: CancelReason, attemptId?: string): void;
  /** Leaves the screen of an ended attempt; anything else is ignored. */
  dismiss(attemptId: string): void;
  /**
   * Records the agent's word on an attempt, on screen or earlier. The question on screen takes it
   * also where its attempt was cleared from the history meanwhile.
   */
  answer(attemptId: string, word: AgentWord): Result<void, JournalError>;
  phase(): Phase;
  /**
   * When Plivo last accepted a transfer to the address, in epoch milliseconds; null: never, or the
   * journal cannot be read, which then takes no intent either.
   */
  lastAccepted(address: string): number | null;
  /** Resolves when no attempt is under way: what quitting waits for. */
  settled(): Promise<void>;
}

const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/**
 * Carries an attempt through its steps: the place is taken before anything is awaited, the hold-back
 * runs before the intent is on disk, the intent is on disk before the POST, the outcome after it
 * (docs/behaviour.md, "An attempt").
 */
export function createTransferService<Authorised>(
  ports: TransferPorts<Authorised>,
): TransferService {
  let state: State = initialState;
  let underWay: Promise<void> = Promise.resolve();
  const holdBack = createHoldBack(ports.clock);

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
      // Nobody can say how far it got. Its text might hold anything, the token too; its name cannot.
      const cause = error instanceof Error ? error.name : typeof error;
      const reason = { code: 'lost-after-sending', cause } as const;
      return { outcome: 'unknown', reason, status: null, apiId: null };
    }
  };

  const report = (recorded: Result<void, JournalError>) => {
    if (!recorded.ok) ports.fault('outcome-not-recorded', recorded.error.cause);
  };

  const conclude = (attempt: RunningAttempt, ending: Ending, trace: AttemptTrace | null) => {
    report(ports.journal.end(attempt.id, { ...ending, endedAt: ports.clock.now() }, trace));
    apply({ kind: 'outcome', attemptId: attempt.id, ending });
  };

  /** Nothing was sent, by the agent's or the system's will: the history has it, the recents not. */
  const cancelled = (attempt: RunningAttempt, code: CancelReason, tookMs: number) => {
    const reason: Reason = { code };
    const ending = { outcome: 'cancelled', reason, status: null, apiId: null, tookMs } as const;
    report(ports.journal.record(attempt, { ...ending, endedAt: ports.clock.now() }));
    // It has no screen that stays: it is told of once, and the place is free.
    apply({ kind: 'cancel', attemptId: attempt.id, ending });
    apply({ kind: 'dismiss', attemptId: attempt.id });
  };

  /** From the end of the hold-back to the outcome. `isUnderWay` is called once the intent is on disk. */
  const send = async (
    attempt: RunningAttempt,
    authorised: Authorised,
    elapsed: () => number,
    isUnderWay: () => void,
  ): Promise<void> => {
    const intent = ports.journal.begin(attempt);
    if (!intent.ok) {
      // An attempt that cannot be recorded is not made.
      const reason = { code: 'journal', cause: intent.error.cause.slice(0, 100) } as const;
      const ending = { outcome: 'not-sent', reason, status: null, apiId: null } as const;
      apply({ kind: 'outcome', attemptId: attempt.id, ending: { ...ending, tookMs: elapsed() } });
      isUnderWay();
      return;
    }
    const posting = post(authorised, attempt);
    isUnderWay();
    const { trace = null, ...posted } = await posting;
    conclude(attempt, { ...posted, tookMs: elapsed() }, trace);
  };

  /** The attempt from its place to its outcome. `begun` is told once it is held or under way, or why not. */
  const carry = async (
    attempt: RunningAttempt,
    holdMs: number,
    begun: (result: Result<{ readonly attemptId: string }, StartError>) => void,
  ): Promise<void> => {
    const started = ports.clock.monotonic();
    const authorising = authorise(attempt.lineId);
    if (holdMs > 0) {
      void authorising.then((result) => {
        if (result.ok) begun(ok({ attemptId: attempt.id }));
      });
      const how = await holdBack.hold(attempt.id, holdMs, authorising);
      if (how !== 'over') {
        cancelled(attempt, how, ports.clock.monotonic() - started);
        // Taken back at once, however long the keychain takes to answer.
        begun(ok({ attemptId: attempt.id }));
        return;
      }
    }
    const authorised = await authorising;
    if (!authorised.ok) {
      apply({ kind: 'abandon', attemptId: attempt.id });
      begun(authorised);
      return;
    }
    // One that was not held is sending already, and stays where it is.
    apply({ kind: 'send', attemptId: attempt.id });
    // The agent reads how long Plivo took, not how long Baton waited.
    const sentFrom = holdMs > 0 ? ports.clock.monotonic() : started;
    const elapsed = () => Math.max(0, ports.clock.monotonic() - sentFrom);
    await send(attempt, authorised.value, elapsed, () => {
      begun(ok({ attemptId: attempt.id }));
    });
  };

  /** Whether an attempt is on screen whose record was taken out of the history since. */
  const isOnlyOnScreen = (attemptId: string): boolean => {
    if (state.kind !== 'ended' || state.attempt.id !== attemptId) return false;
    const known = ports.journal.knows(attemptId);
    return known.ok && !known.value;
  };

  const question = (lineId: string): EndedAttempt | null => {
    const open = ports.journal.openQuestion(lineId);
    return open.ok ? open.value : null;
  };

  return {
    async start({ destination, role, lineId, lineName, holdMs }) {
      const asked = question(lineId);
      if (asked !== null && apply({ kind: 'ask', attempt: asked }).ok) {
        return err({ code: 'open-question' });
      }
      const attempt: RunningAttempt = {
        id: ports.newId(),
        lineId,
        lineName,
        destination,
        role,
        startedAt: ports.clock.now(),
      };
      // Before any await: of fifty presses in one tick, one finds the place free.
      if (!apply({ kind: 'start', attempt, holdMs }).ok) return err({ code: 'busy' });
      return await new Promise((begun) => {
        underWay = carry(attempt, holdMs, begun);
      });
    },

    sendNow: (attemptId) => holdBack.sendNow(attemptId),

    cancel: (reason, attemptId) => holdBack.takeBack(reason, attemptId),

    dismiss(attemptId) {
      apply({ kind: 'dismiss', attemptId });
    },

    answer(attemptId, word) {
      const recorded = ports.journal.answer(attemptId, word);
      // A word that is not on disk would be asked for again after a restart: the question stays. One
      // about an attempt that the history has no more is nowhere to be written, and asked for never.
      const counts = recorded.ok || isOnlyOnScreen(attemptId);
      if (counts) apply({ kind: 'answer', attemptId, word });
      return counts ? ok(undefined) : recorded;
    },

    phase: () => phaseOf(state),

    lastAccepted(address) {
      const at = ports.journal.lastAccepted(address);
      return at.ok ? at.value : null;
    },

    settled: () => underWay,
  };
}
