import { err, ok, unreachable, type Result } from '../contract/result';
import type {
  AgentWord,
  Destination,
  EndedAttempt,
  Outcome,
  Phase,
  Reason,
  Role,
} from '../contract/transfer';

/** An attempt that has its place and no outcome yet. */
export interface RunningAttempt {
  readonly id: string;
  readonly lineId: string;
  readonly lineName: string;
  readonly destination: Destination;
  readonly role: Role;
  /** Epoch milliseconds. */
  readonly startedAt: number;
}

/** How an attempt ended. */
export interface Ending {
  readonly outcome: Outcome;
  readonly reason: Reason;
  readonly status: number | null;
  readonly apiId: string | null;
  /** Milliseconds from the sending to the outcome; of a cancelled one, from Enter. */
  readonly tookMs: number;
}

export type State =
  | { readonly kind: 'compose' }
  /** The hold-back: the place is taken, nothing is sent, and it can be taken back. */
  | { readonly kind: 'held'; readonly attempt: RunningAttempt; readonly holdMs: number }
  | { readonly kind: 'sending'; readonly attempt: RunningAttempt }
  | { readonly kind: 'ended'; readonly attempt: EndedAttempt };

export type Event =
  /** @param holdMs length of the hold-back in milliseconds; 0: sent at once */
  | { readonly kind: 'start'; readonly attempt: RunningAttempt; readonly holdMs: number }
  /** The hold-back is over, by its time or by the agent. */
  | { readonly kind: 'send'; readonly attemptId: string }
  /** Taken back during the hold-back. */
  | { readonly kind: 'cancel'; readonly attemptId: string; readonly ending: Ending }
  /** An earlier attempt whose question is open comes back on screen. */
  | { readonly kind: 'ask'; readonly attempt: EndedAttempt }
  /** The attempt could not even begin: no credentials, for one. Nothing was sent. */
  | { readonly kind: 'abandon'; readonly attemptId: string }
  | { readonly kind: 'outcome'; readonly attemptId: string; readonly ending: Ending }
  | { readonly kind: 'dismiss'; readonly attemptId: string }
  | { readonly kind: 'answer'; readonly attemptId: string; readonly word: AgentWord };

/** `busy`: an attempt has the place. `not-now`: the event is about another attempt or phase. */
export type Refusal = 'busy' | 'not-now';

export const initialState: State = { kind: 'compose' };

function endedAttempt(attempt: RunningAttempt, ending: Ending): EndedAttempt {
  const { id, lineId, lineName, destination, role, startedAt } = attempt;
  const { outcome, reason, status, apiId, tookMs } = ending;
  return {
    id,
    lineId,
    lineName,
    destination,
    role,
    startedAt,
    tookMs,
    outcome,
    reason,
    status,
    apiId,
    agentWord: null,
  };
}

/** After an unclear outcome nothing is sent before the agent has said where the caller is. */
const awaitsAnswer = (state: State) =>
  state.kind === 'ended' && state.attempt.outcome === 'unknown' && state.attempt.agentWord === null;

/** One attempt at a time, and none before an open question is answered. */
const isTaken = (state: State) =>
  state.kind === 'held' || state.kind === 'sending' || awaitsAnswer(state);

const endedAs = (state: State, attemptId: string): EndedAttempt | null =>
  state.kind === 'ended' && state.attempt.id === attemptId ? state.attempt : null;

const heldAs = (state: State, attemptId: string): RunningAttempt | null =>
  state.kind === 'held' && state.attempt.id === attemptId ? state.attempt : null;

const sendingAs = (state: State, attemptId: string): RunningAttempt | null =>
  state.kind === 'sending' && state.attempt.id === attemptId ? state.attempt : null;

/**
 * The next state after an event, or why the event changes nothing. There is one place for an
 * attempt, so while one has it no second can start (docs/behaviour.md, "An attempt").
 */
export function transition(state: State, event: Event): Result<State, Refusal> {
  switch (event.kind) {
    case 'start':
      if (isTaken(state)) return err('busy');
      return ok(
        event.holdMs > 0
          ? { kind: 'held', attempt: event.attempt, holdMs: event.holdMs }
          : { kind: 'sending', attempt: event.attempt },
      );
    case 'send': {
      const held = heldAs(state, event.attemptId);
      return held ? ok({ kind: 'sending', attempt: held }) : err('not-now');
    }
    case 'cancel': {
      const held = heldAs(state, event.attemptId);
      if (!held) return err('not-now');
      return ok({ kind: 'ended', attempt: endedAttempt(held, event.ending) });
    }
    case 'ask':
      return isTaken(state) ? err('busy') : ok({ kind: 'ended', attempt: event.attempt });
    case 'abandon':
      return heldAs(state, event.attemptId) || sendingAs(state, event.attemptId)
        ? ok(initialState)
        : err('not-now');
    case 'outcome': {
      const running = sendingAs(state, event.attemptId);
      if (!running) return err('not-now');
      return ok({ kind: 'ended', attempt: endedAttempt(running, event.ending) });
    }
    case 'dismiss':
      return endedAs(state, event.attemptId) ? ok(initialState) : err('not-now');
    case 'answer': {
      const ended = endedAs(state, event.attemptId);
      if (!ended) return err('not-now');
      return ok({ kind: 'ended', attempt: { ...ended, agentWord: event.word } });
    }
    default:
      return unreachable(event);
  }
}

/** The state as the popup is told of it. */
export function phaseOf(state: State): Phase {
  switch (state.kind) {
    case 'compose':
      return { kind: 'compose' };
    case 'held': {
      const { id, destination, role, startedAt } = state.attempt;
      return { kind: 'held', attemptId: id, destination, role, startedAt, holdMs: state.holdMs };
    }
    case 'sending': {
      const { id, destination, role, startedAt } = state.attempt;
      return { kind: 'sending', attemptId: id, destination, role, startedAt };
    }
    case 'ended':
      return { kind: 'ended', attempt: state.attempt };
    default:
      return unreachable(state);
  }
}
