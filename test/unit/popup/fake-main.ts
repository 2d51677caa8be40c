import type { CallChannel, PushChannel } from '../../../electron/contract/channels';
import type { PopupState, QueryReply } from '../../../electron/contract/popup';
import { ok } from '../../../electron/contract/result';
import type {
  BatonBridge,
  CallReply,
  CallRequest,
  PushPayload,
} from '../../../electron/contract/schemas';
import type { Clock } from '../../../renderer/popup/clock';

type Answers = {
  [C in CallChannel]?: (request: CallRequest<C>) => CallReply<C> | Promise<CallReply<C>>;
};
type Listeners = { [C in PushChannel]: Set<(payload: PushPayload<C>) => void> };

/** What stands at the other end of the bridge: records the calls and answers as it is told. */
export class FakeMain implements BatonBridge {
  readonly calls: { readonly channel: CallChannel; readonly request: unknown }[] = [];
  readonly answers: Answers;
  readonly #listeners: Listeners = {
    'popup:state': new Set(),
    'popup:shown': new Set(),
    'manager:state': new Set(),
    'manager:route': new Set(),
    'history:changed': new Set(),
    'doctor:progress': new Set(),
  };

  constructor(state: PopupState, answers: Answers = {}) {
    const done = () => ok(null);
    this.answers = {
      'popup:load': () => ok(state),
      'popup:close': done,
      'popup:resize': done,
      'transfer:start': () => ok({ attemptId: 'attempt-1' }),
      'transfer:undo': done,
      'transfer:send-now': done,
      'transfer:dismiss': done,
      'transfer:answer': done,
      'transfer:copy-details': done,
      'line:select': done,
      'manager:open': done,
      'credentials:refresh': done,
      'practice:restart-call': done,
      'kiosk:unlock': done,
      'kiosk:lock': done,
      'kiosk:leave': done,
      'kiosk:touched': done,
      ...answers,
    };
  }

  async call<C extends CallChannel>(channel: C, request: CallRequest<C>): Promise<CallReply<C>> {
    this.calls.push({ channel, request });
    const answer: Answers[C] = this.answers[channel];
    if (answer === undefined) throw new Error(`Nobody answers ${channel}`);
    return await answer(request);
  }

  on<C extends PushChannel>(channel: C, listener: (payload: PushPayload<C>) => void): () => void {
    const listeners: Listeners[C] = this.#listeners[channel];
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  push<C extends PushChannel>(channel: C, payload: PushPayload<C>): void {
    const listeners: Listeners[C] = this.#listeners[channel];
    for (const listener of listeners) listener(payload);
  }

  /** Requests of all calls on a channel so far. */
  requests(channel: CallChannel): readonly unknown[] {
    return this.calls.filter((call) => call.channel === channel).map(({ request }) => request);
  }
}

/** Answers to `popup:query` that come when, and in the order that, the test says. */
export class SlowAnswers {
  readonly #open = new Map<string, (reply: CallReply<'popup:query'>) => void>();

  readonly answer = ({ text }: { readonly text: string }): Promise<CallReply<'popup:query'>> =>
    new Promise((resolve) => this.#open.set(text, resolve));

  /** Lets the answer to a text come, and waits until the popup has taken it in. */
  async arrive(reply: QueryReply): Promise<void> {
    const resolve = this.#open.get(reply.text);
    if (resolve === undefined) throw new Error(`Nobody asked about "${reply.text}"`);
    resolve(ok(reply));
    await settled();
  }
}

/** Resolves when everything that was due in this turn has run. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A clock that stands until the test moves it. Times are epoch milliseconds. */
export class HandClock implements Clock {
  #now = 1_700_000_000_000;
  #timers: { readonly at: number; readonly run: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  advance(ms: number): void {
    this.#now += ms;
    const due = this.#timers.filter((timer) => timer.at <= this.#now);
    this.#timers = this.#timers.filter((timer) => timer.at > this.#now);
    for (const timer of due) timer.run();
  }
}
