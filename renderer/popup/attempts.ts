import type { AgentWord, Destination, EndedAttempt, Role } from '../../electron/contract/transfer';
import { fieldTextOf } from './people';
import type { PopupContext } from './popup-view';
import { failureCode } from './start-failure';
import { t } from '../ui/texts';

export interface Attempts {
  readonly start: (destination: Destination, role: Role) => void;
  /** The same transfer again, on the line of the ended attempt. */
  readonly retry: (attempt: EndedAttempt) => void;
  /** Main says how a started attempt stands: the popup takes keys again. */
  readonly followed: () => void;
  readonly dismiss: (attempt: EndedAttempt) => Promise<void>;
  readonly answer: (attempt: EndedAttempt, word: AgentWord) => Promise<void>;
  readonly copyDetails: (attempt: EndedAttempt) => Promise<void>;
}

/** Starting an attempt, and what is said of one that has ended. `type` puts a text into the field. */
export function createAttempts(context: PopupContext, type: (text: string) => void): Attempts {
  async function begin(destination: Destination, role: Role, lineId: string): Promise<void> {
    if (context.view().starting) return;
    context.change({ starting: true, failure: null });
    const { address } = destination;
    const answer = await context.bridge.call('transfer:start', { address, role, lineId });
    if (answer.ok) return;
    const cause = 'cause' in answer.error ? (answer.error.cause ?? null) : null;
    const failure = { code: failureCode(answer.error), cause, destination, role };
    context.change({ starting: false, failure });
  }

  async function dismiss(attempt: EndedAttempt): Promise<void> {
    await context.bridge.call('transfer:dismiss', { attemptId: attempt.id });
  }

  return {
    start(destination, role) {
      const { state } = context.view();
      if (state !== null) void begin(destination, role, state.line.id);
    },
    retry(attempt) {
      void begin(attempt.destination, attempt.role, attempt.lineId);
    },
    followed() {
      if (context.view().starting) context.change({ starting: false });
    },
    async dismiss(attempt) {
      // What was not transferred stays at hand.
      const isOver = attempt.outcome === 'accepted';
      if (!isOver && context.view().compose.text === '') type(fieldTextOf(attempt.destination));
      await dismiss(attempt);
    },
    async answer(attempt, word) {
      const reply = await context.bridge.call('transfer:answer', { attemptId: attempt.id, word });
      if (!reply.ok) {
        // The question stays: without a record, nothing may be sent after it.
        context.sayAgain(t('startErrors.internal.title'));
        return;
      }
      if (word === 'still-on-call') type(fieldTextOf(attempt.destination));
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
