import { describe, expect, it } from 'vitest';

import { err, ok } from '../../../electron/contract/result';
import type { EndedAttempt } from '../../../electron/contract/transfer';
import { maria } from './examples';
import { request, service, willingJournal } from './service-fixture';

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
        ...willingJournal,
        answer: () => err({ cause: 'disk I/O error' }),
      },
    });
    await transfers.start(request);
    await transfers.settled();
    expect(transfers.answer('id-1', 'caller-gone')).toEqual(err({ cause: 'disk I/O error' }));
    expect(transfers.phase()).toMatchObject({ attempt: { outcome: 'unknown', agentWord: null } });
    expect(await transfers.start(request)).toEqual(err({ code: 'busy' }));
  });

  it.each([
    [
      'is enough where its attempt was removed from the history meanwhile',
      ok(false),
      'still-on-call',
    ],
    ['is not where its attempt is still in the history', ok(true), null],
    ['is not where nobody can tell', err({ cause: 'disk I/O error' }), null],
  ] as const)('that cannot be recorded %s', async (_name, known, counted) => {
    const { transfers } = service({
      post: () => Promise.reject(new Error('bug')),
      journal: { ...willingJournal, answer: () => err({ cause: 'none' }), knows: () => known },
    });
    await transfers.start(request);
    await transfers.settled();
    const answered = transfers.answer('id-1', 'still-on-call');
    expect(answered).toEqual(counted === null ? err({ cause: 'none' }) : ok(undefined));
    expect(transfers.phase()).toMatchObject({ attempt: { agentWord: counted } });
    const again = await transfers.start(request);
    expect(again.ok).toBe(counted !== null);
  });

  it('on a removed attempt that is not on screen is not taken', async () => {
    const { transfers } = service({
      journal: { ...willingJournal, answer: () => err({ cause: 'none' }), knows: () => ok(false) },
    });
    expect(transfers.answer('id-7', 'caller-gone')).toEqual(err({ cause: 'none' }));
    await transfers.start(request);
    await transfers.settled();
    expect(transfers.answer('id-7', 'caller-gone')).toEqual(err({ cause: 'none' }));
    expect(transfers.phase()).toMatchObject({ attempt: { id: 'id-1', agentWord: null } });
  });

  it('is recorded for an earlier attempt and leaves the screen alone', () => {
    const { transfers, trail } = service();
    transfers.answer('id-7', 'caller-gone');
    expect(trail).toEqual(['answer id-7 caller-gone']);
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
        ...willingJournal,
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
        ...willingJournal,
        openQuestion: () => err({ cause: 'disk I/O error' }),
      },
    });
    await transfers.start(request);
    await transfers.settled();
    expect(posts()).toBe(1);
  });
});
