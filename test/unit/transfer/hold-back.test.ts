import { describe, expect, it } from 'vitest';

import type { StartError } from '../../../electron/contract/popup';
import { err, ok, type Result } from '../../../electron/contract/result';
import { sendNowGuardMs } from '../../../electron/transfer/hold-back';
import {
  accepted,
  never,
  promisesRun,
  request,
  service,
  standingClock,
  willingJournal,
} from './service-fixture';

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
        ...willingJournal,
        record: (_attempt, ending) => {
          took.push(ending.tookMs);
          return ok(undefined);
        },
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

  it('tells of an attempt that was taken back once, with its reason, and has its place free then', async () => {
    const { transfers, phases } = service();
    await transfers.start(held);
    transfers.cancel('locked');
    await transfers.settled();
    expect(phases.slice(1)).toEqual([
      {
        kind: 'ended',
        attempt: expect.objectContaining({
          id: 'id-1',
          outcome: 'cancelled',
          reason: { code: 'locked' },
        }),
      },
      { kind: 'compose' },
    ]);
    expect((await transfers.start(held)).ok).toBe(true);
  });

  it('lets its timer go when it is taken back', async () => {
    const { transfers, trail } = service();
    await transfers.start(held);
    transfers.cancel('undone');
    await transfers.settled();
    expect(trail).toContain('timer stopped');
  });

  it('is not ended by the token of the attempt before, nor by its timer', async () => {
    const answers: ((value: Result<string, StartError>) => void)[] = [];
    const { transfers, timers, posts } = service({
      authorise: () => new Promise((resolve) => answers.push(resolve)),
    });
    const first = transfers.start(held);
    timers[0]?.done();
    transfers.cancel('undone');
    await first;
    const second = transfers.start(held);
    answers[1]?.(ok('authorised'));
    await second;
    answers[0]?.(ok('authorised'));
    timers[0]?.done();
    await promisesRun();
    expect(transfers.phase()).toMatchObject({ kind: 'held', attemptId: 'id-2' });
    transfers.cancel('undone', 'id-2');
    await transfers.settled();
    expect(transfers.phase()).toEqual({ kind: 'compose' });
    expect(posts()).toBe(0);
  });

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
