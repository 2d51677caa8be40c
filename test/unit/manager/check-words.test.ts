import { describe, expect, it } from 'vitest';

import type { CheckId, CheckUp, FindingCode } from '../../../electron/contract/doctor';
import { fakeBridge } from './fake-bridge';

fakeBridge();
const { factsOf, spokenEnd, spokenQuestion, summaryOf } =
  await import('../../../renderer/manager/doctor/check-words');

const reader = { language: 'en', platform: 'linux' } as const;

const checkUp = (
  found: readonly (readonly [CheckId, FindingCode])[],
  running = false,
): CheckUp => ({
  startedAt: 1,
  running,
  checks: found.map(([id, code]) => ({ id, status: 'done', finding: { code, facts: {} } })),
});

describe('a check-up in words', () => {
  it('counts problems first, else what to look at, and leaves out what was not checked', () => {
    const good = ['disk', 'disk-room'] as const;
    const low = ['disk', 'disk-low'] as const;
    const gone = ['tray', 'tray-none'] as const;
    const bad = ['dns', 'dns-not-found'] as const;
    const unknown = ['tls', 'skipped-earlier'] as const;
    expect(summaryOf(checkUp([good, unknown])).text).toBe('Everything that was checked is good.');
    expect(summaryOf(checkUp([low])).text).toBe('No problem found, 1 thing to look at.');
    expect(summaryOf(checkUp([low, gone])).text).toBe('No problem found, 2 things to look at.');
    expect(summaryOf(checkUp([good, low, bad]))).toEqual({
      state: 'bad',
      text: '1 problem found.',
    });
    expect(summaryOf(checkUp([bad], true)).state).toBe('running');
    expect(spokenEnd(checkUp([good, low, bad, unknown]))).toBe(
      "1 problem found. Disk space: There is little room left for Baton's folder. " +
        "Name look-up: The name of the address can't be looked up.",
    );
  });

  it('asks for the shortcut as its keys are printed', () => {
    const asking = { id: 'shortcut', status: 'asking', shortcut: 'Control+Alt+B' } as const;
    expect(spokenQuestion(asking, reader)).toContain('Press Ctrl+Alt+B now.');
    expect(spokenQuestion({ id: 'shortcut', status: 'running' }, reader)).toBeNull();
  });

  it('writes facts as the language writes them, in the order of reading', () => {
    const facts = {
      took: 182,
      skew: -3600,
      free: 5_000_000_000,
      file: '/etc/baton/config.json',
      shortcut: 'Control+Alt+B',
      status: 1407,
      attempts: 1407,
      validUntil: Date.UTC(2031, 4, 14, 12),
    };
    const texts = factsOf({ code: 'disk-room', facts }, reader).map(({ name, text }) => [
      name,
      text,
    ]);
    expect(texts).toEqual([
      ['shortcut', 'Ctrl+Alt+B'],
      ['file', '/etc/baton/config.json'],
      ['attempts', '1,407'],
      ['free', '5,000 MB'],
      ['validUntil', 'May 14, 2031'],
      ['skew', '-3,600 sec'],
      ['status', '1407'],
      ['took', '182 ms'],
    ]);
  });
});
