import type { PopupState } from '../../electron/contract/popup';
import { unreachable } from '../../electron/contract/result';
import type { EndedAttempt, Phase } from '../../electron/contract/transfer';
import type { StartFailure } from './start-failure';

/** What the popup shows. `list` covers idle, search and typed number. */
export type Screen =
  | { readonly kind: 'list' }
  | { readonly kind: 'connect' }
  | { readonly kind: 'notice'; readonly failure: StartFailure }
  | { readonly kind: 'sending'; readonly phase: Extract<Phase, { kind: 'sending' }> }
  | { readonly kind: ResultKind; readonly attempt: EndedAttempt };

export type ResultKind = 'accepted' | 'refused' | 'not-sent' | 'unknown';
export type ScreenKind = Screen['kind'];

function composeScreen(state: PopupState, failure: StartFailure | null): Screen {
  if (failure !== null) return { kind: 'notice', failure };
  const withoutSignIn = !state.line.practice && state.credentials === 'absent';
  return withoutSignIn ? { kind: 'connect' } : { kind: 'list' };
}

/** An attempt that runs or has ended goes before everything: it is about the caller. */
export function screenOf(state: PopupState, failure: StartFailure | null): Screen {
  const { phase } = state;
  switch (phase.kind) {
    case 'compose':
      return composeScreen(state, failure);
    case 'sending':
      return { kind: 'sending', phase };
    case 'ended':
      return phase.attempt.outcome === 'cancelled'
        ? composeScreen(state, failure)
        : { kind: phase.attempt.outcome, attempt: phase.attempt };
    default:
      return unreachable(phase);
  }
}

/** Differs whenever the person looks at something else than before. */
export function screenKey(screen: Screen): string {
  switch (screen.kind) {
    case 'list':
    case 'connect':
      return screen.kind;
    case 'notice':
      return `notice ${screen.failure.code}`;
    case 'sending':
      return `sending ${screen.phase.attemptId}`;
    case 'accepted':
    case 'refused':
    case 'not-sent':
    case 'unknown':
      return `${screen.kind} ${screen.attempt.id}`;
    default:
      return unreachable(screen);
  }
}

/** Screens with the field, where typing goes on. */
export function takesText(kind: ScreenKind): boolean {
  return kind === 'list' || kind === 'connect';
}

/** The line whose look the popup takes: of the attempt while one is shown, else the line in use. */
export function isPractice(state: PopupState, screen: Screen): boolean {
  if (!('attempt' in screen)) return state.line.practice;
  const { lineId } = screen.attempt;
  return state.lines.some((line) => line.id === lineId && line.practice);
}
