import type { HistoryFilter, HistoryPage, HistoryRow } from '../../electron/contract/history';
import { ok } from '../../electron/contract/result';
import type { CallReply, CallRequest } from '../../electron/contract/schemas';
import type { EndedAttempt } from '../../electron/contract/transfer';
import type { HistoryClock, HistorySource } from '../../renderer/manager/history/history-source';

/** Epoch milliseconds, at noon of a day in the computer's own time zone. */
export const noon = new Date(2025, 2, 4, 12, 0, 0).getTime();

export function attempt(seq: number, changes: Partial<EndedAttempt> = {}): EndedAttempt {
  return {
    id: `attempt-${seq}`,
    lineId: 'support',
    lineName: 'Support line',
    destination: {
      address: '+14155550134',
      display: '+1 415 555 0134',
      name: 'Maria Alvarez',
      note: null,
      country: null,
      role: null,
    },
    role: 'agent',
    startedAt: noon - 1_000_000 + seq,
    tookMs: 588,
    outcome: 'accepted',
    reason: { code: 'accepted', status: 201 },
    status: 201,
    apiId: '8d41f0c2-6b1e-11ef-9c0a-0242ac110004',
    agentWord: null,
    ...changes,
  };
}

/** Rows with the given numbers, newest first. */
export const rows = (from: number, to: number): HistoryRow[] =>
  Array.from({ length: from - to + 1 }, (_, n) => ({ seq: from - n, attempt: attempt(from - n) }));

/** Main's side of the history: a list in memory, with answers that can be held back. */
export class FakeHistory implements HistorySource {
  /** Newest first. */
  rows: HistoryRow[];
  failure: string | null = null;
  readonly asked: CallRequest<'history:page'>[] = [];
  #listener: () => void = () => undefined;
  #held: (() => void)[] | null = null;

  constructor(list: HistoryRow[]) {
    this.rows = list;
  }

  /** From now on answers wait for `release`. What they say is settled when they are asked. */
  hold(): void {
    this.#held = [];
  }

  /** Lets the oldest answer that waits go. */
  async release(): Promise<void> {
    this.#held?.shift()?.();
    await settled();
  }

  /** Tells of a change, as main does. */
  async change(list: HistoryRow[]): Promise<void> {
    this.rows = list;
    this.#listener();
    await settled();
  }

  async page(request: CallRequest<'history:page'>): Promise<CallReply<'history:page'>> {
    this.asked.push(request);
    const reply = this.#answer(request);
    const held = this.#held;
    if (held !== null) await new Promise<void>((resolve) => held.push(resolve));
    return reply;
  }

  lines(): Promise<CallReply<'history:lines'>> {
    const names = new Map(this.rows.map(({ attempt: { lineId, lineName } }) => [lineId, lineName]));
    return Promise.resolve(ok([...names].map(([id, name]) => ({ id, name }))));
  }

  changed(listener: () => void): () => void {
    this.#listener = listener;
    return () => {
      this.#listener = () => undefined;
    };
  }

  #answer({ filter, cursor, limit }: CallRequest<'history:page'>): CallReply<'history:page'> {
    if (this.failure !== null) {
      return { ok: false, error: { code: 'history-unavailable', cause: this.failure } };
    }
    const { page, found } = this.#find(filter);
    const skip = cursor !== null && 'skip' in cursor ? cursor.skip : 0;
    return ok({ ...page, rows: found.slice(skip, skip + limit) });
  }

  #find(filter: HistoryFilter): { page: HistoryPage; found: HistoryRow[] } {
    const counts = { cancelled: 0, 'not-sent': 0, refused: 0, accepted: 0, unknown: 0 };
    const any = this.rows.filter(
      ({ attempt: { destination, lineId, startedAt } }) =>
        (destination.name ?? '').includes(filter.text) &&
        (filter.lineId === null || lineId === filter.lineId) &&
        (filter.from === null || startedAt >= filter.from) &&
        (filter.to === null || startedAt < filter.to),
    );
    for (const {
      attempt: { outcome },
    } of any)
      counts[outcome] += 1;
    const found = any.filter(
      ({ attempt: { outcome } }) => filter.outcome === null || outcome === filter.outcome,
    );
    return { page: { rows: [], counts, total: found.length }, found };
  }
}

/** Resolves when everything that was due in this turn has run. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A clock that stands until the test moves it. */
export class StandingClock implements HistoryClock {
  #now = noon;
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

  async advance(ms: number): Promise<void> {
    this.#now += ms;
    const due = this.#timers.filter(({ at }) => at <= this.#now);
    this.#timers = this.#timers.filter(({ at }) => at > this.#now);
    for (const { run } of due) run();
    await settled();
  }
}
