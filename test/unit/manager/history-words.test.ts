import { describe, expect, it } from 'vitest';

import { outcomes, reasonCodes } from '../../../electron/contract/transfer';
import {
  dayWords,
  nameOf,
  reasonWords,
  tookKnown,
  tookWords,
  whenWords,
} from '../../../renderer/manager/history/attempt-words';
import { milliseconds, number, seconds } from '../../../renderer/manager/history/formats';
import { historyFailure } from '../../../renderer/manager/history/history-failures';
import { t } from '../../../renderer/ui/texts';
import { attempt } from '../../support/history-rows';

const at = (...parts: [number, number, number, number, number, number]) => {
  const [year, month, day, ...time] = parts;
  return new Date(year, month - 1, day, ...time).getTime();
};
const now = at(2025, 3, 4, 18, 0, 0);
const startedAt = at(2025, 3, 4, 14, 30, 8);

describe('the words of the history', () => {
  it('say when a transfer was made and how long it took', () => {
    expect(whenWords(attempt(1, { startedAt }), now, 'en')).toBe('Today at 14:30:08, took 0.5 s');
    expect(whenWords(attempt(1, { startedAt: at(2025, 3, 3, 0, 0, 9) }), now, 'en')).toBe(
      'Yesterday at 00:00:09, took 0.5 s',
    );
    expect(whenWords(attempt(1, { startedAt: at(2024, 12, 31, 23, 59, 59) }), now, 'en')).toBe(
      'Dec 31, 2024 at 23:59:59, took 0.5 s',
    );
  });

  it('do not say how long a transfer took that was cut off', () => {
    const cut = attempt(1, { startedAt, outcome: 'unknown', reason: { code: 'interrupted' } });
    expect(tookKnown(cut)).toBe(false);
    expect(whenWords(cut, now, 'en')).toBe('Today at 14:30:08');
  });

  it('name the day, with the year where it is another', () => {
    expect(dayWords(startedAt, now, 'en')).toBe('Today');
    expect(dayWords(at(2025, 3, 3, 1, 0, 0), now, 'en')).toBe('Yesterday');
    expect(dayWords(at(2025, 3, 2, 1, 0, 0), now, 'en')).toBe('Mar 2');
    expect(dayWords(at(2024, 3, 2, 1, 0, 0), now, 'en')).toBe('Mar 2, 2024');
  });

  it('write numbers as the language does', () => {
    expect(number(100_000, 'en')).toBe('100,000');
    expect(number(100_000, 'de')).toBe('100.000');
    expect(seconds(588, 'de')).toBe('0,5');
    expect(milliseconds(1.5, 'de')).toBe('1,5');
    expect(milliseconds(588.4, 'en')).toBe('588');
    expect(milliseconds(0, 'en')).toBe('0');
    expect(tookWords(attempt(1, { tookMs: 3 }), 'en')).toBe('0.1 s');
  });

  it('name who it was, or the number where nobody knows', () => {
    const { destination } = attempt(1);
    expect(nameOf(destination)).toBe('Maria Alvarez');
    expect(nameOf({ ...destination, name: null })).toBe('+1 415 555 0134');
  });

  it.each(reasonCodes.filter((code) => code !== 'accepted'))('are whole for %s', (code) => {
    const words = reasonWords(attempt(1, { reason: { code, status: 418 } }), 'en');
    expect(words).toMatch(/\S/u);
    expect(words).not.toMatch(/\{\{|reasons\.|</u);
  });

  it('quote Plivo where it gave a reason', () => {
    const reason = { code: 'http-400', status: 400, plivoReason: 'bad number' } as const;
    expect(reasonWords(attempt(1, { reason }), 'en')).toContain('(400): bad number. ');
    const silent = { code: 'http-400', status: 400, plivoReason: ' ' } as const;
    expect(reasonWords(attempt(1, { reason: silent }), 'en')).toContain('(400). ');
  });

  it('need no reason for what was accepted', () => {
    expect(reasonWords(attempt(1), 'en')).toBeNull();
  });

  it('claim of no call that it was transferred, connected or answered', () => {
    for (const outcome of outcomes) expect(t(`outcomes.${outcome}`)).toMatch(/\S/u);
    const texts = JSON.stringify(t('manager.history', { returnObjects: true }));
    // The words, without the names that the code has for them.
    const said = texts.replaceAll(/"[\w-]+":/gu, '');
    expect(said).not.toMatch(/transferred|connected\b|answered|!|please/iu);
  });
});

describe('what goes wrong with the history', () => {
  it.each([
    { code: 'history-unavailable', cause: 'disk I/O error' },
    { code: 'export-failed', cause: 'ENOSPC' },
    { code: 'not-recorded', cause: 'SQLITE_FULL' },
    { code: 'attempt-gone' },
    { code: 'no-request' },
    { code: 'export-extension' },
    { code: 'export-no-plain-file' },
    { code: 'ipc-internal' },
  ] as const)('is said in three parts: $code', (error) => {
    const { title, body, todo } = historyFailure(error);
    for (const part of [title, body, todo]) {
      expect(part).toMatch(/\S/u);
      expect(part).not.toMatch(/\{\{|manager\.|!|please/iu);
    }
    expect(body).toContain('cause' in error ? error.cause : '');
  });
});
