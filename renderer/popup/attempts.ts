import type { StartError } from '../../electron/contract/popup';
import type { CallFailure } from '../../electron/contract/schemas';
import type {
  AgentWord,
  Destination,
  EndedAttempt,
  Phase,
  Role,
} from '../../electron/contract/transfer';
import { screenSentence } from './announcements';
import { fieldTextOf } from './people';
import type { PopupContext } from './popup-view';
import { isUrgent, screenKey } from './screen';
import { failureCode, type StartFailure } from './start-failure';
import { t } from '../ui/texts';

export interface Attempts {
  readonly start: (destination: Destination, role: Role) => void;
  /** The same transfer again, on the line of the ended attempt. */
  readonly retry: (attempt: EndedAttempt) => void;
  /** The agent was asked about the repeat, and wants it. */
  readonly again: (failure: StartFailure) => void;
  /** Main says how a started attempt stands: the popup takes keys again. */
  readonly followed: (phase: Phase) => void;
  /** Takes the attempt back that is in its hold-back, or about to enter it. */
  readonly undo: () => void;
  /** Does not wait for the end of the hold-back. */
  readonly sendNow: () => void;
  readonly dismiss: (attempt: EndedAttempt) => Promise<void>;
  /** @param recorded Told once the word is on disk; not where it could not be written. */
  readonly answer: (attempt: EndedAttempt, word: AgentWord, recorded: () => void) => Promise<void>;
  readonly copyDetails: (attempt: EndedAttempt) => Promise<void>;
}

interface Wanted {
  readonly destination: Destination;
  readonly role: Role;
  readonly lineId: string;
}

function failureOf(error: StartError | CallFailure, wanted: Wanted): StartFailure {
  const { destination, role, lineId } = wanted;
  const cause = 'cause' in error ? (error.cause ?? null) : null;
  const secondsAgo = 'secondsAgo' in error ? (error.secondsAgo ?? null) : null;
  return { code: failureCode(error), cause, secondsAgo, destination, role, lineId };
}

/** Starting an attempt, and what is said of one that has ended. `type` puts a text into the field. */
export function createAttempts(context: PopupContext, type: (text: string) => void): Attempts {
  /** Esc came before main said that the attempt stands. */
  let undoWanted = false;

  async function begin(wanted: Wanted, again: boolean): Promise<void> {
    if (context.view().starting) return;
    undoWanted = false;
    // A notice stays until main has said what comes of it.
    const { destination, role, lineId } = wanted;
    context.change({ starting: true, newerText: false, chosen: destination.address });
    const request = { address: destination.address, role, lineId };
    const answer = await context.bridge.call(
      'transfer:start',
      again ? { ...request, again } : request,
    );
    if (answer.ok) return;
    if (answer.error.code === 'open-question') {
      // Main shows the earlier attempt; what was wanted is for after the answer.
      context.change({ starting: false, failure: null, newerText: true });
      return;
    }
    refuse(failureOf(answer.error, wanted));
  }

  function refuse(failure: StartFailure): void {
    const before = context.screen();
    context.change({ starting: false, failure });
    const { state, compose } = context.view();
    const screen = context.screen();
    if (state === null || screen === null || before === null) return;
    // The same notice once more would otherwise look and sound like nothing.
    if (screenKey(screen) === screenKey(before)) {
      context.sayAgain(
        screenSentence(state, compose, screen, context.clock.now()),
        isUrgent(screen),
      );
    }
  }

  async function undo(attemptId: string): Promise<void> {
    const reply = await context.bridge.call('transfer:undo', { attemptId });
    if (!reply.ok) context.sayAgain(t('startErrors.internal.title'));
  }

  /** What was not transferred stays at hand: in the field, or as a kiosk's tile. */
  function keepAtHand({ destination }: EndedAttempt): void {
    const { state } = context.view();
    if (state !== null && state.kiosk !== null) {
      const { kiosk, favourites } = state;
      context.change({ chosen: destination.address });
      const hasTile = favourites.some(({ address }) => address === destination.address);
      if (hasTile || !kiosk.freeEntry) return;
    }
    type(fieldTextOf(destination));
  }

  async function dismiss(attempt: EndedAttempt): Promise<void> {
    await context.bridge.call('transfer:dismiss', { attemptId: attempt.id });
  }

  return {
    start(destination, role) {
      const { state } = context.view();
      if (state !== null) void begin({ destination, role, lineId: state.line.id }, false);
    },
    retry(attempt) {
      void begin(attempt, false);
    },
    again(failure) {
      void begin(failure, true);
    },
    followed(phase) {
      if (context.view().starting) context.change({ starting: false });
      if (undoWanted && phase.kind === 'held') void undo(phase.attemptId);
      undoWanted = false;
    },
    undo() {
      const screen = context.screen();
      if (screen?.kind === 'held') void undo(screen.phase.attemptId);
      else undoWanted = context.view().starting;
    },
    sendNow() {
      const screen = context.screen();
      if (screen?.kind !== 'held') return;
      void context.bridge.call('transfer:send-now', { attemptId: screen.phase.attemptId });
    },
    async dismiss(attempt) {
      const isOver = attempt.outcome === 'accepted';
      if (!isOver && context.view().compose.text === '') keepAtHand(attempt);
      await dismiss(attempt);
    },
    async answer(attempt, word, recorded) {
      const { newerText } = context.view();
      const reply = await context.bridge.call('transfer:answer', { attemptId: attempt.id, word });
      if (!reply.ok) {
        // The question stays: without a record, nothing may be sent after it.
        context.change({ unrecorded: attempt.id });
        context.sayAgain(t('popup.states.notRecorded.title'));
        return;
      }
      context.change({ unrecorded: null });
      recorded();
      // A text for the next transfer goes before the destination of this one.
      if (word === 'still-on-call' && !newerText) keepAtHand(attempt);
      if (word === 'caller-gone' && !newerText) context.change({ chosen: null });
      await dismiss(attempt);
    },
    async copyDetails(attempt) {
      const reply = await context.bridge.call('transfer:copy-details', { attemptId: attempt.id });
      if (!reply.ok) return;
      context.change({ copied: attempt.id });
      context.sayAgain(t('popup.states.copied'));
    },
  };
}
