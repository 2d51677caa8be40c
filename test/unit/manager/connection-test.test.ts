import { describe, expect, it } from 'vitest';

import type { ConnectionTest } from '../../../electron/contract/manager';
import { reasonCodes } from '../../../electron/contract/transfer';
import { testOutcome } from '../../../renderer/manager/account/test-outcome';
import { outdatesTest, testTarget } from '../../../renderer/manager/account/test-target';
import { managerState, line } from './manager-state';

const now = new Date(2031, 2, 1, 14, 31).getTime();
const problemOf = (result: ConnectionTest | null) => {
  const outcome = testOutcome(result, now, 'en');
  if (outcome.kind !== 'problem') throw new Error('expected a problem');
  return outcome.text;
};

describe('the line that a connection test asks about', () => {
  it('is the one in use', () => {
    const other = { ...line, id: 'sales' };
    const state = managerState({ lines: [line, other], activeLine: 'sales' });
    expect(testTarget(state)).toEqual({ kind: 'line', line: other });
  });

  it('is none on the practice line, or where there is no line', () => {
    const practice = managerState({ lines: [line], activeLine: 'practice' });
    expect(testTarget(practice)).toEqual({ kind: 'practice' });
    const none = managerState({ lines: [], activeLine: 'practice' });
    expect(testTarget(none)).toEqual({ kind: 'no-line' });
  });
});

describe('a result', () => {
  const before = managerState({});

  it('stays while nothing that it depends on changes', () => {
    expect(outdatesTest(before, managerState({ shortcut: 'Control+Alt+N' }))).toBe(false);
  });

  it('is outdated by another line, Auth ID, token state or network', () => {
    expect(outdatesTest(before, { ...before, credentials: 'absent' })).toBe(true);
    expect(outdatesTest(before, managerState({ authId: 'MAFAKE0EXAMPLE0BATO2' }))).toBe(true);
    expect(outdatesTest(before, managerState({ lines: [{ ...line, nodeId: 'node-2' }] }))).toBe(
      true,
    );
    const network = { ...before.settings.network, proxy: 'none' as const };
    expect(outdatesTest(before, managerState({ network }))).toBe(true);
  });

  it('says how long it took and when it was checked', () => {
    const works: ConnectionTest = { kind: 'works', lineName: 'Support', tookMs: 181.6, at: now };
    expect(testOutcome(works, now, 'en')).toEqual({
      kind: 'works',
      title: 'Sign-in works. Plivo knows this line.',
      detail: 'Took 182 ms, checked today at 14:31',
    });
  });

  it('has words for every reason, and none of them speaks of a caller', () => {
    for (const code of reasonCodes) {
      for (const kind of ['refused', 'unreachable'] as const) {
        const reason = { code, status: 418, retryAfterSeconds: 7, plivoReason: 'its own words' };
        const text = problemOf({ kind, reason, lineName: 'Support', at: now });
        const whole = Object.values(text).join(' ');
        expect(whole, code).not.toMatch(/[{}]|manager\.|undefined|caller|the call|phone/u);
        expect(text.cause, code).toBe('Plivo says: “its own words”.');
      }
    }
  });

  it('names the seconds to wait where Plivo gave them, and none where it did not', () => {
    const limited = (retryAfterSeconds?: number) =>
      problemOf({
        kind: 'refused',
        reason: {
          code: 'http-429',
          status: 429,
          ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
        },
        lineName: 'Support',
        at: now,
      }).todo;
    expect(limited(7)).toBe('Wait 7 s, then test again.');
    expect(limited()).toBe('Wait a little, then test again.');
  });

  it('is a problem in words when there is no token, or main refuses the call', () => {
    const none = problemOf({ kind: 'no-credentials', error: { code: 'no-auth-id' } });
    expect(none.title).toBe('The Auth ID is missing');
    expect(problemOf(null).title).toBe('Baton could not do this');
  });
});
