import { describe, expect, it } from 'vitest';

import type { StartError } from '../../../electron/contract/popup';
import { err, ok, type Result } from '../../../electron/contract/result';
import type { Posted } from '../../../electron/transfer/transfer-ports';
import { maria } from './examples';
import { accepted, never, request, service, willingJournal } from './service-fixture';

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
        ...willingJournal,
        begin: () => err({ cause: 'database or disk is full' }),
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
        ...willingJournal,
        end: () => err({ cause: 'disk I/O error' }),
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

describe('the last acceptance', () => {
  it('of an address is the one that the journal has', () => {
    const { transfers } = service({
      journal: {
        ...willingJournal,
        lastAccepted: (address) => ok(address === maria.address ? 900 : null),
      },
    });
    expect(transfers.lastAccepted(maria.address)).toBe(900);
    expect(transfers.lastAccepted('+14155550199')).toBeNull();
  });

  it('does not stand in the way where the journal cannot be read', () => {
    const { transfers } = service({
      journal: { ...willingJournal, lastAccepted: () => err({ cause: 'disk I/O error' }) },
    });
    expect(transfers.lastAccepted(maria.address)).toBeNull();
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
