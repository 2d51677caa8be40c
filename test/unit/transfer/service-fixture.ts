import { ok, type Result } from '../../../electron/contract/result';
import type { Phase } from '../../../electron/contract/transfer';
import type { Posted, TransferPorts } from '../../../electron/transfer/transfer-ports';
import { createTransferService } from '../../../electron/transfer/transfer-service';
import { maria } from './examples';

export const accepted: Posted = {
  outcome: 'accepted',
  reason: { code: 'accepted', status: 201 },
  status: 201,
  apiId: 'a',
};
export const request = {
  destination: maria,
  role: 'agent',
  lineId: 'support',
  lineName: 'Support line',
  holdMs: 0,
} as const;

/** A journal that takes everything and remembers nothing. */
export const willingJournal: TransferPorts<string>['journal'] = {
  begin: () => ok(undefined),
  end: () => ok(undefined),
  record: () => ok(undefined),
  answer: () => ok(undefined),
  knows: () => ok(true),
  openQuestion: () => ok(null),
  lastAccepted: () => ok(null),
};

/** The service with ports that write down what is asked of them, in order. */
export function service(changes: Partial<TransferPorts<string>> = {}) {
  const trail: string[] = [];
  const phases: Phase[] = [];
  let ids = 0;
  let ticks = 0;
  const timers: { ms: number; done: () => void }[] = [];
  const record = (what: string): Result<void, never> => {
    trail.push(what);
    return ok(undefined);
  };
  const transfers = createTransferService<string>({
    journal: {
      ...willingJournal,
      begin: (intent) => record(`intent ${intent.id}`),
      end: (id, ending) => record(`outcome ${id} ${ending.outcome}`),
      record: (intent, ending) => record(`${ending.outcome} ${intent.id} ${ending.reason.code}`),
      answer: (id, word) => record(`answer ${id} ${word}`),
    },
    authorise: (lineId) => {
      trail.push(`authorise ${lineId}`);
      return Promise.resolve(ok('authorised'));
    },
    post: (authorised, { to, role }) => {
      trail.push(`post ${authorised} ${to} ${role}`);
      return Promise.resolve(accepted);
    },
    clock: {
      now: () => 1_000,
      monotonic: () => (ticks += 10),
      after: (ms, done) => {
        timers.push({ ms, done });
        return () => trail.push('timer stopped');
      },
    },
    newId: () => `id-${(ids += 1)}`,
    changed: (phase) => {
      phases.push(phase);
      trail.push(`phase ${phase.kind}`);
    },
    fault: (what, cause) => trail.push(`fault ${what} ${cause}`),
    ...changes,
  });
  const posts = () => trail.filter((step) => step.startsWith('post')).length;
  const wait = (ms: number) => (ticks += ms);
  return { transfers, trail, phases, posts, timers, wait };
}

export const never = <T>() => new Promise<T>(() => undefined);

/** Everything has run that waited for nothing but promises. */
export const promisesRun = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A clock that stands until it is put forward. */
export function standingClock() {
  let time = 5_000;
  const timers: (() => void)[] = [];
  const clock = {
    now: () => 1_000,
    monotonic: () => time,
    after: (_ms: number, done: () => void) => {
      timers.push(done);
      return () => undefined;
    },
  };
  const ring = () => {
    for (const done of timers) done();
  };
  return { clock, pass: (ms: number) => (time += ms), ring };
}
