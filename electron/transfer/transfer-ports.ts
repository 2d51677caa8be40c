import type { AttemptTrace } from '../contract/history';
import type { StartError } from '../contract/popup';
import type { Result } from '../contract/result';
import type { Phase, Role } from '../contract/transfer';
import type { Journal } from './journal';
import type { Ending } from './machine';

/** What came of the POST, with what support will want to see. */
export type Posted = Omit<Ending, 'tookMs'> & { readonly trace?: AttemptTrace | null };

export interface TransferClock {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Milliseconds that never run backwards. */
  readonly monotonic: () => number;
  /** Calls back after so many milliseconds; returns the function that prevents it. */
  readonly after: (ms: number, done: () => void) => () => void;
}

/** Everything outside itself that the transfer service needs. */
export interface TransferPorts<Authorised> {
  readonly journal: Pick<
    Journal,
    'begin' | 'end' | 'record' | 'answer' | 'knows' | 'openQuestion' | 'lastAccepted'
  >;
  /** Reads what the line needs to be used, the token among it: after Enter, once an attempt. */
  readonly authorise: (lineId: string) => Promise<Result<Authorised, StartError>>;
  /** Sends the one POST. */
  readonly post: (
    authorised: Authorised,
    destination: { readonly to: string; readonly role: Role },
  ) => Promise<Posted>;
  readonly clock: TransferClock;
  readonly newId: () => string;
  readonly changed: (phase: Phase) => void;
  /** Told of what must not stop an attempt: an outcome that the disk did not take, a bad listener. */
  readonly fault: (what: 'outcome-not-recorded' | 'listener-failed', cause: string) => void;
}
