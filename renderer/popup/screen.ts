import type { PopupState } from '../../electron/contract/popup';
import { unreachable } from '../../electron/contract/result';
import type { EndedAttempt, Phase } from '../../electron/contract/transfer';
import type { StartFailure } from './start-failure';

/** What the popup shows. `list` covers idle, search and typed number. */
export type PopupScreen =
  | { readonly kind: 'list' }
  | { readonly kind: 'connect' }
  | { readonly kind: 'notice'; readonly failure: StartFailure }
  | { readonly kind: 'held'; readonly phase: Extract<Phase, { kind: 'held' }> }
  | { readonly kind: 'sending'; readonly phase: Extract<Phase, { kind: 'sending' }> }
  | { readonly kind: ResultKind; readonly attempt: EndedAttempt };

/** What only a kiosk shows: the pad for the PIN, and where the right one leads. */
type LockScreen = { readonly kind: 'pin' } | { readonly kind: 'unlocked' };

export type Screen = PopupScreen | LockScreen;
export type ResultKind = 'accepted' | 'refused' | 'not-sent' | 'unknown';
export type ScreenKind = Screen['kind'];

/** What the person did that main knows nothing of. */
interface Local {
  readonly failure: StartFailure | null;
  readonly pinOpen: boolean;
}

export function isLockScreen(screen: Screen): screen is LockScreen {
  return screen.kind === 'pin' || screen.kind === 'unlocked';
}

function composeScreen(state: PopupState, { failure, pinOpen }: Local): Screen {
  const lock = state.kiosk?.lock;
  if (lock === 'open') return { kind: 'unlocked' };
  if (lock === 'locked' && pinOpen) return { kind: 'pin' };
  if (failure !== null) return { kind: 'notice', failure };
  const withoutSignIn = !state.line.practice && state.credentials === 'absent';
  return withoutSignIn ? { kind: 'connect' } : { kind: 'list' };
}

/**
 * An attempt that runs, or of which it is not known how it ended, goes before everything: it is
 * about the caller. A notice is newer than an ended attempt on screen: it answers its "Retry".
 */
export function screenOf(state: PopupState, failure: StartFailure | null, pinOpen = false): Screen {
  const local = { failure, pinOpen };
  const { phase } = state;
  switch (phase.kind) {
    case 'compose':
      return composeScreen(state, local);
    case 'held':
      return { kind: 'held', phase };
    case 'sending':
      return { kind: 'sending', phase };
    case 'ended': {
      const { outcome } = phase.attempt;
      if (outcome === 'cancelled') return composeScreen(state, local);
      if (failure !== null && outcome !== 'unknown') return { kind: 'notice', failure };
      return { kind: outcome, attempt: phase.attempt };
    }
    default:
      return unreachable(phase);
  }
}

/** Differs whenever the person looks at something else than before. */
export function screenKey(screen: Screen): string {
  switch (screen.kind) {
    case 'list':
    case 'connect':
    case 'pin':
    case 'unlocked':
      return screen.kind;
    case 'notice':
      return `notice ${screen.failure.code}`;
    case 'held':
    case 'sending':
      return `${screen.kind} ${screen.phase.attemptId}`;
    case 'accepted':
    case 'refused':
    case 'not-sent':
    case 'unknown':
      return `${screen.kind} ${screen.attempt.id}`;
    default:
      return unreachable(screen);
  }
}

/** Differs whenever main goes on to another step or another attempt. */
export function phaseKey(phase: Phase): string {
  switch (phase.kind) {
    case 'compose':
      return phase.kind;
    case 'held':
    case 'sending':
      return `${phase.kind} ${phase.attemptId}`;
    case 'ended':
      return `${phase.kind} ${phase.attempt.id}`;
    default:
      return unreachable(phase);
  }
}

/** What is said of it may not wait until something else has been read out: it is about the caller. */
export function isUrgent({ kind }: Screen): boolean {
  return (
    kind === 'held' ||
    kind === 'notice' ||
    kind === 'refused' ||
    kind === 'not-sent' ||
    kind === 'unknown'
  );
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
