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
  /** Milliseconds from Enter to the outcome. */
  readonly tookMs: number;
}

export type State =
  | { readonly kind: 'compose' }
  | { readonly kind: 'sending'; readonly attempt: RunningAttempt }
  | { readonly kind: 'ended'; readonly attempt: EndedAttempt };

export type Event =
  | { readonly kind: 'start'; readonly attempt: RunningAttempt }
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

const endedAs = (state: State, attemptId: string): EndedAttempt | null =>
  state.kind === 'ended' && state.attempt.id === attemptId ? state.attempt : null;

const sendingAs = (state: State, attemptId: string): RunningAttempt | null =>
  state.kind === 'sending' && state.attempt.id === attemptId ? state.attempt : null;

/**
 * The next state after an event, or why the event changes nothing. There is one place for an
 * attempt, so while one has it no second can start (docs/behaviour.md, "An attempt").
 */
export function transition(state: State, event: Event): Result<State, Refusal> {
  switch (event.kind) {
    case 'start':
      if (state.kind === 'sending' || awaitsAnswer(state)) return err('busy');
      return ok({ kind: 'sending', attempt: event.attempt });
    case 'abandon':
      return sendingAs(state, event.attemptId) ? ok(initialState) : err('not-now');
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
