import { describe, expect, it } from 'vitest';

import type { StartError } from '../../../electron/contract/popup';
import { err, ok, type Result } from '../../../electron/contract/result';
import type { EndedAttempt, Phase } from '../../../electron/contract/transfer';
import {
  createTransferService,
  sendNowGuardMs,
  type Posted,
  type TransferPorts,
} from '../../../electron/transfer/transfer-service';
import { maria } from './examples';

const accepted: Posted = {
  outcome: 'accepted',
  reason: { code: 'accepted', status: 201 },
  status: 201,
  apiId: 'a',
};
const request = {
  destination: maria,
  role: 'agent',
  lineId: 'support',
  lineName: 'Support line',
  holdMs: 0,
} as const;

/** The service with ports that write down what is asked of them, in order. */
function service(changes: Partial<TransferPorts<string>> = {}) {
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
      begin: (intent) => record(`intent ${intent.id}`),
      end: (id, ending) => record(`outcome ${id} ${ending.outcome}`),
      record: (intent, ending) => record(`${ending.outcome} ${intent.id} ${ending.reason.code}`),
      answer: (id, word) => record(`answer ${id} ${word}`),
      openQuestion: () => ok(null),
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

const never = <T>() => new Promise<T>(() => undefined);

/** Everything has run that waited for nothing but promises. */
const promisesRun = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A clock that stands until it is put forward. */
function standingClock() {
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

describe('an attempt', () => {
  it('goes through its steps in order: place, token, intent on disk, POST, outcome on disk', async () => {
    const { transfers, trail, phases } = service();
    expect(await transfers.start(request)).toEqual(ok({ attemptId: 'id-1' }));
    await transfers.settled();
    expect(trail).toEqual([
      'phase sending',
      'authorise support',
      'intent id-1',
      'post authorised +14155550134 agent',
      'outcome id-1 accepted',
      'phase ended',
    ]);
    expect(phases.at(-1)).toEqual({
      kind: 'ended',
      attempt: {
        id: 'id-1',
        lineId: 'support',
        lineName: 'Support line',
        destination: maria,
        role: 'agent',
        startedAt: 1_000,
        tookMs: 10,
        ...accepted,
        agentWord: null,
      },
    });
    expect(transfers.phase()).toEqual(phases.at(-1));
  });

  it('is under way when start resolves, before its outcome', async () => {
    const { transfers } = service({ post: () => never() });
    expect((await transfers.start(request)).ok).toBe(true);
    expect(transfers.phase().kind).toBe('sending');
  });

  it('is made once for fifty starts in the same tick', async () => {
    const { transfers, posts, trail } = service();
    const started = await Promise.all(Array.from({ length: 50 }, () => transfers.start(request)));
    await transfers.settled();
    expect(started.filter((one) => one.ok)).toHaveLength(1);
    expect(started.slice(1)).toEqual(Array.from({ length: 49 }, () => err({ code: 'busy' })));
    expect(posts()).toBe(1);
    expect(trail.filter((step) => step.startsWith('intent'))).toHaveLength(1);
  });

  it('keeps a second one out while the token is read and while the answer is awaited', async () => {
    let authorised: (value: Result<string, StartError>) => void = () => undefined;
    let answer: (posted: Posted) => void = () => undefined;
    let posts = 0;
    const { transfers } = service({
      authorise: () => new Promise((resolve) => (authorised = resolve)),
      post: () => {
        posts += 1;
        return new Promise((resolve) => (answer = resolve));
      },
    });
    const first = transfers.start(request);
    expect(await transfers.start(request)).toEqual(err({ code: 'busy' }));
    authorised(ok('authorised'));
    await first;
    expect(await transfers.start(request)).toEqual(err({ code: 'busy' }));
    answer(accepted);
    await transfers.settled();
    expect(posts).toBe(1);
  });

  it('can be followed by another when it has ended', async () => {
    const { transfers, posts } = service();
    await transfers.start(request);
    await transfers.settled();
    transfers.dismiss('id-1');
    expect(transfers.phase()).toEqual({ kind: 'compose' });
    expect((await transfers.start(request)).ok).toBe(true);
    await transfers.settled();
    expect(posts()).toBe(2);
  });
});

describe('when a step fails', () => {
  it('no credentials: nothing is recorded, nothing is sent, the place is free', async () => {
    const { transfers, trail } = service({
      authorise: () => Promise.resolve(err({ code: 'credentials-locked' })),
    });
    expect(await transfers.start(request)).toEqual(err({ code: 'credentials-locked' }));
    await transfers.settled();
    expect(trail).toEqual(['phase sending', 'phase compose']);
  });

  it('a keychain that breaks: the same', async () => {
    const { transfers, trail } = service({ authorise: () => Promise.reject(new Error('no bus')) });
    const error = { code: 'credentials-unavailable', cause: 'no bus' } as const;
    expect(await transfers.start(request)).toEqual(err(error));
    expect(trail).toEqual(['phase sending', 'phase compose']);
  });

  it('of a very long reason of the keychain, the beginning is told', async () => {
    const { transfers } = service({
      authorise: () => Promise.reject(new Error('x'.repeat(500))),
    });
    const error = { code: 'credentials-unavailable', cause: 'x'.repeat(300) } as const;
    expect(await transfers.start(request)).toEqual(err(error));
  });

  it('an intent that the disk does not take: nothing is sent, and the agent is told', async () => {
    const { transfers, posts, trail } = service({
      journal: {
        begin: () => err({ cause: 'database or disk is full' }),
        end: () => ok(undefined),
        record: () => ok(undefined),
        answer: () => ok(undefined),
        openQuestion: () => ok(null),
      },
    });
    expect(await transfers.start(request)).toEqual(ok({ attemptId: 'id-1' }));
    await transfers.settled();
    expect(posts()).toBe(0);
    expect(transfers.phase()).toMatchObject({
      kind: 'ended',
      attempt: {
        outcome: 'not-sent',
        reason: { code: 'journal', cause: 'database or disk is full' },
      },
    });
    expect(trail).toEqual(['phase sending', 'authorise support', 'phase ended']);
  });

  it('a POST whose end is not known is unknown, and is recorded so', async () => {
    const { transfers, trail } = service({ post: () => Promise.reject(new Error('bug')) });
    await transfers.start(request);
    await transfers.settled();
    expect(trail).toContain('outcome id-1 unknown');
    expect(transfers.phase()).toMatchObject({
      attempt: { outcome: 'unknown', reason: { code: 'lost-after-sending', cause: 'Error' } },
    });
  });

  it('an outcome that the disk does not take is shown all the same, and reported', async () => {
    const { transfers, trail } = service({
      journal: {
        begin: () => ok(undefined),
        end: () => err({ cause: 'disk I/O error' }),
        record: () => ok(undefined),
        answer: () => ok(undefined),
        openQuestion: () => ok(null),
      },
    });
    await transfers.start(request);
    await transfers.settled();
    expect(trail).toContain('fault outcome-not-recorded disk I/O error');
    expect(transfers.phase()).toMatchObject({ attempt: { outcome: 'accepted' } });
  });

  it('a listener that throws does not stop the attempt', async () => {
    const { transfers, posts, trail } = service({
      changed: () => {
        throw new Error('window is gone');
      },
    });
    expect((await transfers.start(request)).ok).toBe(true);
    await transfers.settled();
    expect(posts()).toBe(1);
    expect(trail).toContain('outcome id-1 accepted');
    expect(trail).toContain('fault listener-failed window is gone');
  });
});

describe("the agent's word", () => {
  it('is recorded for the attempt on screen and shown', async () => {
    const { transfers, trail } = service();
    await transfers.start(request);
    await transfers.settled();
    expect(transfers.answer('id-1', 'still-on-call')).toEqual(ok(undefined));
    expect(trail).toContain('answer id-1 still-on-call');
    expect(transfers.phase()).toMatchObject({ attempt: { agentWord: 'still-on-call' } });
  });

  it('that the disk does not take leaves the question open', async () => {
    const { transfers } = service({
      post: () => Promise.reject(new Error('bug')),
      journal: {
        begin: () => ok(undefined),
        end: () => ok(undefined),
        record: () => ok(undefined),
        answer: () => err({ cause: 'disk I/O error' }),
        openQuestion: () => ok(null),
      },
    });
    await transfers.start(request);
    await transfers.settled();
    expect(transfers.answer('id-1', 'caller-gone')).toEqual(err({ cause: 'disk I/O error' }));
    expect(transfers.phase()).toMatchObject({ attempt: { outcome: 'unknown', agentWord: null } });
    expect(await transfers.start(request)).toEqual(err({ code: 'busy' }));
  });

  it('is recorded for an earlier attempt and leaves the screen alone', () => {
    const { transfers, trail } = service();
    transfers.answer('id-7', 'caller-gone');
    expect(trail).toEqual(['answer id-7 caller-gone']);
  });
});

describe('the hold-back', () => {
  const held = { ...request, holdMs: 2000 };

  it('sends nothing before its time is over, then once', async () => {
    const { transfers, trail, timers, posts } = service();
    expect((await transfers.start(held)).ok).toBe(true);
    expect(transfers.phase()).toMatchObject({ kind: 'held', attemptId: 'id-1', holdMs: 2000 });
    expect(timers.map(({ ms }) => ms)).toEqual([2000]);
    expect(posts()).toBe(0);
    timers[0]?.done();
    await transfers.settled();
    expect(trail).toEqual([
      'phase held',
      'authorise support',
      'timer stopped',
      'phase sending',
      'intent id-1',
      'post authorised +14155550134 agent',
      'outcome id-1 accepted',
      'phase ended',
    ]);
  });

  it('is ended early by the agent, and not in its first 300 ms', async () => {
    const { transfers, posts, wait } = service();
    expect(await transfers.start(held)).toEqual(ok({ attemptId: 'id-1' }));
    for (let press = 0; press < 20; press += 1) transfers.sendNow('id-1');
    await promisesRun();
    expect(transfers.phase().kind).toBe('held');
    wait(300);
    transfers.sendNow('id-9');
    await promisesRun();
    expect(transfers.phase().kind).toBe('held');
    transfers.sendNow('id-1');
    transfers.sendNow('id-1');
    await transfers.settled();
    expect(posts()).toBe(1);
  });

  it('takes "send now" from its 300th millisecond on, and not one earlier', async () => {
    for (const [after, phase] of [
      [sendNowGuardMs - 1, 'held'],
      [sendNowGuardMs, 'ended'],
    ] as const) {
      const { clock, pass } = standingClock();
      const { transfers } = service({ clock });
      await transfers.start(held);
      pass(after);
      transfers.sendNow('id-1');
      await promisesRun();
      expect(transfers.phase().kind).toBe(phase);
    }
  });

  it('takes a train of presses for one bouncing key: it must end before one counts', async () => {
    const { clock, pass } = standingClock();
    const { transfers } = service({ clock });
    await transfers.start(held);
    for (let press = 0; press < 50; press += 1) {
      pass(40);
      transfers.sendNow('id-1');
    }
    await promisesRun();
    expect(transfers.phase().kind).toBe('held');
    pass(300);
    transfers.sendNow('id-1');
    await transfers.settled();
    expect(transfers.phase().kind).toBe('ended');
  });

  it('is over once the attempt has ended: "send now" does nothing then', async () => {
    const { transfers, posts } = service();
    await transfers.start(request);
    await transfers.settled();
    transfers.sendNow('id-1');
    await promisesRun();
    expect(posts()).toBe(1);
  });

  it('does not count in how long Plivo took, and the keychain counts only without it', async () => {
    const took = async (holdMs: number) => {
      const { clock, pass, ring } = standingClock();
      const { transfers } = service({
        clock,
        authorise: () => {
          pass(300);
          return Promise.resolve(ok('authorised'));
        },
        post: () => {
          pass(120);
          return Promise.resolve(accepted);
        },
      });
      await transfers.start({ ...request, holdMs });
      pass(holdMs);
      ring();
      await transfers.settled();
      return transfers.phase();
    };
    expect(await took(2000)).toMatchObject({ attempt: { tookMs: 120 } });
    expect(await took(0)).toMatchObject({ attempt: { tookMs: 420 } });
  });

  it('that was taken back took as long as it was held', async () => {
    const took: number[] = [];
    const { clock, pass } = standingClock();
    const { transfers } = service({
      clock,
      journal: {
        begin: () => ok(undefined),
        end: () => ok(undefined),
        record: (_attempt, ending) => {
          took.push(ending.tookMs);
          return ok(undefined);
        },
        answer: () => ok(undefined),
        openQuestion: () => ok(null),
      },
    });
    await transfers.start(held);
    pass(700);
    transfers.cancel('undone');
    await transfers.settled();
    expect(took).toEqual([700]);
  });

  it.each(['undone', 'suspended', 'locked', 'line-switched', 'quit'] as const)(
    'taken back (%s) means no intent and no POST, and is recorded as cancelled',
    async (reason) => {
      const { transfers, trail, timers, posts } = service();
      await transfers.start(held);
      transfers.cancel(reason);
      timers[0]?.done();
      transfers.sendNow('id-1');
      await transfers.settled();
      expect(posts()).toBe(0);
      expect(trail.filter((step) => step.startsWith('intent'))).toEqual([]);
      expect(trail).toContain(`cancelled id-1 ${reason}`);
      expect(transfers.phase()).toEqual({ kind: 'compose' });
    },
  );

  it('can be taken back while the keychain has not answered yet, even past its time', async () => {
    let authorised: (value: Result<string, StartError>) => void = () => undefined;
    const { transfers, timers, posts } = service({
      authorise: () => new Promise((resolve) => (authorised = resolve)),
    });
    const started = transfers.start(held);
    timers[0]?.done();
    transfers.cancel('undone', 'id-1');
    await transfers.settled();
    expect(transfers.phase()).toEqual({ kind: 'compose' });
    authorised(ok('authorised'));
    expect(await started).toEqual(ok({ attemptId: 'id-1' }));
    await transfers.settled();
    expect(posts()).toBe(0);
  });

  it('is not begun without credentials: the agent is told at once', async () => {
    const { transfers, timers, posts } = service({
      authorise: () => Promise.resolve(err({ code: 'credentials-locked' })),
    });
    expect(await transfers.start(held)).toEqual(err({ code: 'credentials-locked' }));
    await transfers.settled();
    timers[0]?.done();
    expect(transfers.phase()).toEqual({ kind: 'compose' });
    expect(posts()).toBe(0);
  });

  it('taking back is of no effect once it is sent, or for another attempt', async () => {
    const { transfers, timers } = service({ post: () => never() });
    await transfers.start(held);
    transfers.cancel('undone', 'id-9');
    expect(transfers.phase().kind).toBe('held');
    timers[0]?.done();
    await expect.poll(() => transfers.phase().kind).toBe('sending');
    transfers.cancel('undone', 'id-1');
    transfers.cancel('quit');
    expect(transfers.phase().kind).toBe('sending');
  });
});

describe('an earlier attempt that is not confirmed', () => {
  const open: EndedAttempt = {
    id: 'id-0',
    lineId: 'support',
    lineName: 'Support line',
    destination: maria,
    role: 'agent',
    startedAt: 500,
    tookMs: 0,
    outcome: 'unknown',
    reason: { code: 'interrupted' },
    status: null,
    apiId: null,
    agentWord: null,
  };

  it('is asked about before the next transfer on its line, which then may start', async () => {
    let question: EndedAttempt | null = open;
    const asked: string[] = [];
    const { transfers, posts } = service({
      journal: {
        begin: () => ok(undefined),
        end: () => ok(undefined),
        record: () => ok(undefined),
        answer: () => {
          question = null;
          return ok(undefined);
        },
        openQuestion: (lineId) => {
          asked.push(lineId);
          return ok(question);
        },
      },
    });
    expect(await transfers.start(request)).toEqual(err({ code: 'open-question' }));
    expect(transfers.phase()).toEqual({ kind: 'ended', attempt: open });
    expect(posts()).toBe(0);
    transfers.answer('id-0', 'still-on-call');
    transfers.dismiss('id-0');
    expect((await transfers.start(request)).ok).toBe(true);
    await transfers.settled();
    expect(posts()).toBe(1);
    expect(asked).toEqual(['support', 'support']);
  });

  it('does not stand in the way where the journal cannot be read', async () => {
    const { transfers, posts } = service({
      journal: {
        begin: () => ok(undefined),
        end: () => ok(undefined),
        record: () => ok(undefined),
        answer: () => ok(undefined),
        openQuestion: () => err({ cause: 'disk I/O error' }),
      },
    });
    await transfers.start(request);
    await transfers.settled();
    expect(posts()).toBe(1);
  });
});

describe('the last acceptance', () => {
  it('is remembered with its moment, and only an acceptance', async () => {
    const { transfers } = service();
    expect(transfers.lastAccepted()).toBeNull();
    await transfers.start(request);
    await transfers.settled();
    expect(transfers.lastAccepted()).toEqual({ address: '+14155550134', at: 1_000 });
    const refused = service({
      post: () =>
        Promise.resolve({ ...accepted, outcome: 'refused', reason: { code: 'http-400' } }),
    });
    await refused.transfers.start(request);
    await refused.transfers.settled();
    expect(refused.transfers.lastAccepted()).toBeNull();
  });
});

describe('quitting', () => {
  it('waits for an attempt from its first moment to its outcome on disk', async () => {
    let answer: (posted: Posted) => void = () => undefined;
    const { transfers, trail } = service({
      post: () => new Promise((resolve) => (answer = resolve)),
    });
    const started = transfers.start(request);
    const settled = transfers.settled().then(() => trail.push('settled'));
    await started;
    answer(accepted);
    await settled;
    expect(trail.slice(-3)).toEqual(['outcome id-1 accepted', 'phase ended', 'settled']);
  });

  it('does not wait where there is none', async () => {
    await service().transfers.settled();
  });
});
