import type { CallReply, CallRequest } from '../../../electron/contract/schemas';
import { bridge } from '../../ui/bridge';

/** Where the rows of the history come from. */
export interface HistorySource {
  page(request: CallRequest<'history:page'>): Promise<CallReply<'history:page'>>;
  lines(): Promise<CallReply<'history:lines'>>;
  /** Calls back at every change; returns the function that stops it. */
  changed(listener: () => void): () => void;
}

export const historySource: HistorySource = {
  page: (request) => bridge.call('history:page', request),
  lines: () => bridge.call('history:lines', null),
  changed: (listener) => bridge.on('history:changed', listener),
};

/** Time as the history uses it, so that tests can set it. */
export interface HistoryClock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls `then` after `ms` milliseconds; the returned function takes it back. */
  after(ms: number, then: () => void): () => void;
}

export const historyClock: HistoryClock = {
  now: () => Date.now(),
  after(ms, then) {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
};
