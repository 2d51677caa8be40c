import type { PracticeCall } from '../contract/popup';
import { ok, type Result } from '../contract/result';
import { afterEvent, newCall, type CallEvent, type CallRefusal, type LiveCall } from './call';
import { practiceAgent, practiceCaller, practiceDestinations } from './destinations';

interface LiveCallOptions {
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** Milliseconds for which somebody who was called rings before picking up. */
  readonly ringMs: number;
  readonly formatAddress: (address: string) => string;
}

/** The one call of a practice line, with the people in it who pick up when they are rung. */
interface LiveCallHolder {
  view(): PracticeCall;
  apply(event: CallEvent): Result<null, CallRefusal>;
  onChanged(listener: (call: PracticeCall) => void): () => void;
  /** Ends this call and begins another: the caller talks to the agent again. */
  restart(): void;
  /** Nobody picks up any more. */
  close(): void;
}

export function holdLiveCall(options: LiveCallOptions): LiveCallHolder {
  const { clock, ringMs, formatAddress } = options;
  const listeners = new Set<(call: PracticeCall) => void>();
  const ringing = new Map<string, NodeJS.Timeout>();
  let call = newCall(practiceCaller, practiceAgent, clock());

  const view = (): PracticeCall => ({
    members: call.legs.map(({ part, address, state, since }) => ({
      part,
      address,
      display: formatAddress(address),
      name: practiceDestinations.find((known) => known.address === address)?.name ?? null,
      state,
      since,
    })),
  });

  const stopRinging = (stillRings: (address: string) => boolean): void => {
    for (const [address, timer] of ringing) {
      if (stillRings(address)) continue;
      clearTimeout(timer);
      ringing.delete(address);
    }
  };

  const become = (next: LiveCall): void => {
    call = next;
    const rung = new Set(
      call.legs.filter((leg) => leg.state === 'ringing').map((leg) => leg.address),
    );
    stopRinging((address) => rung.has(address));
    for (const address of rung) {
      if (ringing.has(address)) continue;
      ringing.set(
        address,
        setTimeout(() => apply({ kind: 'picked-up', address }), ringMs),
      );
    }
    const seen = view();
    for (const listener of listeners) listener(seen);
  };

  const apply = (event: CallEvent): Result<null, CallRefusal> => {
    const next = afterEvent(call, event, clock());
    if (!next.ok) return next;
    become(next.value);
    return ok(null);
  };

  return {
    view,
    apply,
    onChanged(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    restart() {
      stopRinging(() => false);
      become(newCall(practiceCaller, practiceAgent, clock()));
    },
    close: () => stopRinging(() => false),
  };
}
