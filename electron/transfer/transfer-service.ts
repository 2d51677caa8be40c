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
import type { Journal, JournalError } from './journal';
import type { AttemptTrace } from './journal-trace';
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
  /** Milliseconds for which it can be taken back before anything is sent. */
  readonly holdMs: number;
}

/** What came of the POST, with what support will want to see. */
export type Posted = Omit<Ending, 'tookMs'> & { readonly trace?: AttemptTrace | null };

/** Why a held attempt was taken back. */
export type CancelReason = 'undone' | 'suspended' | 'locked' | 'line-switched' | 'quit';

/**
 * For so long after the hold-back began, "send now" is not taken: a key that bounces or is held
 * must not skip it. Milliseconds.
 */
export const sendNowGuardMs = 300;

export interface TransferPorts<Authorised> {
  readonly journal: Pick<Journal, 'begin' | 'end' | 'record' | 'answer' | 'openQuestion'>;
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
    /** Calls back after so many milliseconds; returns the function that prevents it. */
    readonly after: (ms: number, done: () => void) => () => void;
  };
  readonly newId: () => string;
  readonly changed: (phase: Phase) => void;
  /** Told of what must not stop an attempt: an outcome that the disk did not take, a bad listener. */
  readonly fault: (what: 'outcome-not-recorded' | 'listener-failed', cause: string) => void;
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
  /** Records the agent's word on an attempt, on screen or earlier. */
  answer(attemptId: string, word: AgentWord): Result<void, JournalError>;
  phase(): Phase;
  /** The last acceptance in this run, in epoch milliseconds; null: there was none. */
  lastAccepted(): { readonly address: string; readonly at: number } | null;
  /** Resolves when no attempt is under way: what quitting waits for. */
  settled(): Promise<void>;
}

/** An attempt that can still be taken back. */
interface Hold {
  readonly attemptId: string;
  /** When it began, or when a press last came too soon. */
  readonly since: number;
  /** Does not wait for the end of the time. */
  readonly release: () => void;
  readonly takeBack: (reason: CancelReason) => void;
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
  let hold: Hold | null = null;
  let lastAccepted: { readonly address: string; readonly at: number } | null = null;

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
    const endedAt = ports.clock.now();
    report(ports.journal.end(attempt.id, { ...ending, endedAt }, trace));
    if (ending.outcome === 'accepted') {
      lastAccepted = { address: attempt.destination.address, at: endedAt };
    }
    apply({ kind: 'outcome', attemptId: attempt.id, ending });
  };

  /** Nothing was sent, by the agent's or the system's will: the history has it, the recents not. */
  const cancelled = (attempt: RunningAttempt, code: CancelReason, tookMs: number) => {
    const reason: Reason = { code };
    const ending = { outcome: 'cancelled', reason, status: null, apiId: null, tookMs } as const;
    report(ports.journal.record(attempt, { ...ending, endedAt: ports.clock.now() }));
    apply({ kind: 'cancel', attemptId: attempt.id });
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

  /**
   * Holds an attempt from now on. It can be taken back until its time is over, or the agent has
   * said "now", *and* its token is there: until then nothing is sent.
   */
  const holdBack = (
    attempt: RunningAttempt,
    holdMs: number,
    authorised: Promise<unknown>,
  ): Promise<'send' | CancelReason> => {
    const since = ports.clock.monotonic();
    let stopTimer = () => {};
    const released = new Promise<void>((resolve) => {
      stopTimer = ports.clock.after(holdMs, resolve);
      hold = { attemptId: attempt.id, since, release: resolve, takeBack: () => undefined };
    });
    const takenBack = new Promise<CancelReason>((resolve) => {
      if (hold !== null) hold = { ...hold, takeBack: resolve };
    });
    const free = Promise.all([released, authorised]).then(() => 'send' as const);
    return Promise.race([takenBack, free]).finally(() => {
      stopTimer();
      hold = null;
    });
  };

  /** The attempt from its place to its outcome. `begun` is told once it is held or under way, or why not. */
  const carry = async (
    attempt: RunningAttempt,
    holdMs: number,
    begun: (result: Result<{ readonly attemptId: string }, StartError>) => void,
  ): Promise<void> => {
    const started = ports.clock.monotonic();
    const authorising = authorise(attempt.lineId);
    const held = holdMs > 0 ? holdBack(attempt, holdMs, authorising) : null;
    if (held !== null) {
      void authorising.then((result) => {
        if (result.ok) begun(ok({ attemptId: attempt.id }));
      });
    }
    const refused = new Promise<'refused'>((resolve) => {
      void authorising.then((result) => {
        if (!result.ok) resolve('refused');
      });
    });
    // Taken back at once, however long the keychain takes to answer.
    const how = await Promise.race([refused, held ?? authorising.then(() => 'send' as const)]);
    if (how !== 'send' && how !== 'refused') {
      cancelled(attempt, how, ports.clock.monotonic() - started);
      begun(ok({ attemptId: attempt.id }));
      return;
    }
    const authorised = await authorising;
    if (!authorised.ok) {
      hold?.takeBack('undone');
      apply({ kind: 'abandon', attemptId: attempt.id });
      begun(authorised);
      return;
    }
    if (held !== null) apply({ kind: 'send', attemptId: attempt.id });
    // The agent reads how long Plivo took, not how long Baton waited.
    const sentFrom = held === null ? started : ports.clock.monotonic();
    const elapsed = () => Math.max(0, ports.clock.monotonic() - sentFrom);
    await send(attempt, authorised.value, elapsed, () => {
      begun(ok({ attemptId: attempt.id }));
    });
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

    sendNow(attemptId) {
      if (hold?.attemptId !== attemptId) return;
      const now = ports.clock.monotonic();
      if (now - hold.since >= sendNowGuardMs) hold.release();
      // A train of presses is one bouncing key, however long it is: it must end before one counts.
      else hold = { ...hold, since: now };
    },

    cancel(reason, attemptId) {
      if (attemptId === undefined || hold?.attemptId === attemptId) hold?.takeBack(reason);
    },

    dismiss(attemptId) {
      apply({ kind: 'dismiss', attemptId });
    },

    answer(attemptId, word) {
      const recorded = ports.journal.answer(attemptId, word);
      // A word that is not on disk would be asked for again after a restart: the question stays.
      if (recorded.ok) apply({ kind: 'answer', attemptId, word });
      return recorded;
    },

    phase: () => phaseOf(state),

    lastAccepted: () => lastAccepted,

    settled: () => underWay,
  };
}
