import { describe, expect, it } from 'vitest';

import { english as en } from '../../../electron/contract/texts/english';
import { startErrorCodes } from '../../../electron/contract/popup';
import { reasonCodes } from '../../../electron/contract/transfer';
import { shortAge, spokenAge } from '../../../renderer/popup/ages';
import { minutesAndSeconds, seconds, took } from '../../../renderer/popup/durations';
import { segmentsOf } from '../../../renderer/popup/highlight';
import { fieldTextOf, initialsOf, shortTitleOf, tileColour } from '../../../renderer/popup/people';
import { endedBody, reasonAdvice, reasonBody } from '../../../renderer/popup/reason-copy';
import { addressRowNote, rowName } from '../../../renderer/popup/row-copy';
import { failureActions, failureCopy } from '../../../renderer/popup/start-failure';
import { fieldAdvice, fieldState } from '../../../renderer/popup/verdict-copy';
import { ended, harbour, idle, maria } from './samples';

const bodyOf = (...args: Parameters<typeof ended>) => reasonBody(ended(...args).attempt, 'en');

describe('the words for an outcome', () => {
  it.each(reasonCodes)('are whole for %s', (code) => {
    const body = bodyOf({ reason: { code, status: 418 } });
    const advice = reasonAdvice({ code }).map(({ text }) => text);
    for (const text of [body, advice.join('')]) {
      expect(text).not.toBe('');
      expect(text).not.toMatch(/\{\{|<\/|reasons\./u);
    }
  });

  it('say where to mend a sign-in, as a link', () => {
    expect(reasonAdvice({ code: 'http-401' })).toContainEqual({
      text: 'Settings, Account',
      page: 'account',
    });
  });

  it('quote Plivo where Plivo gave a reason', () => {
    const reason = { code: 'http-400', status: 400, plivoReason: 'bad number' } as const;
    expect(bodyOf({ reason })).toContain('(400): bad number. ');
    expect(bodyOf({ reason: { code: 'http-400', status: 400 } })).toContain('(400). ');
  });

  it('show Plivo’s words as they are, also where they look like a placeholder', () => {
    const plivoReason = '{{status}} $t(app.name) <b>';
    expect(bodyOf({ reason: { code: 'http-4xx', status: 409, plivoReason } })).toContain(
      plivoReason,
    );
  });

  it('say how long to wait', () => {
    expect(reasonAdvice({ code: 'http-429', retryAfterSeconds: 12 })[0]?.text).toContain('12 s');
    expect(reasonAdvice({ code: 'http-429' })[0]?.text).toContain('5 s');
  });

  it('cut a very long name and keep what follows', () => {
    const name = 'N'.repeat(200);
    const body = bodyOf({
      reason: { code: 'lost-after-sending' },
      destination: { ...maria, name },
    });
    expect(body).toContain('It may have happened.');
    expect(body.length).toBeLessThan(220);
    expect(shortTitleOf({ ...maria, name }).endsWith('…')).toBe(true);
  });

  it('never claim more than is known, nor lose their temper', () => {
    const own = [en.popup, en.reasons, en.startErrors, en.outcomes];
    expect(JSON.stringify(own)).not.toMatch(
      /transferred|\bconnected|\banswered the\b|\bfailed(?! \()|oops|please|!/iu,
    );
  });

  it('claim that the caller is still there only where nothing was sent', () => {
    const claims = Object.entries(en.reasons).filter(([, texts]) =>
      /still with you/iu.test(JSON.stringify(texts)),
    );
    expect(claims).toEqual([]);
    expect(en.popup.states.notSent.title).toContain('still with you');
  });
});

describe('the words for a question that was left open', () => {
  const startedAt = new Date(2024, 4, 15, 14, 6).getTime();
  const { attempt } = ended({
    outcome: 'unknown',
    reason: { code: 'lost-after-sending' },
    startedAt,
  });
  const after = (ms: number) => endedBody(attempt, 'en-GB', startedAt + ms);

  it('are those of the reason for a minute', () => {
    expect(after(60_000)).toBe(reasonBody(attempt, 'en-GB'));
  });

  it('then tell which transfer it is about', () => {
    expect(after(60_001)).toBe(
      'About the transfer to Maria Alvarez at 14:06. It may have happened. Listen before you answer.',
    );
  });

  it('tell the day where it is not today', () => {
    expect(after(24 * 3_600_000)).toBe(
      'About the transfer to Maria Alvarez on 15 May at 14:06. It may have happened. Listen before you answer.',
    );
  });

  it('leave every other outcome its own words', () => {
    const refused = ended({ startedAt }).attempt;
    expect(endedBody(refused, 'en-GB', startedAt + 3_600_000)).toBe(reasonBody(refused, 'en-GB'));
  });
});

describe('the words for an attempt that was cancelled', () => {
  const cancelled = ['undone', 'suspended', 'locked', 'line-switched', 'quit'] as const;

  it('differ by why, and say that nothing was sent', () => {
    const bodies = cancelled.map((code) => bodyOf({ outcome: 'cancelled', reason: { code } }));
    expect(new Set(bodies).size).toBe(cancelled.length);
    for (const body of bodies) expect(body).toContain('Nothing was sent.');
  });
});

describe('the words before anything is sent', () => {
  const failure = {
    code: 'repeat',
    cause: null,
    secondsAgo: 6,
    destination: maria,
    role: 'agent',
    lineId: 'support',
  } as const;

  it.each([
    ['own-address', 'It is your own number.'],
    ['emergency', 'It is an emergency number: dial it from your phone.'],
    ['denied', 'Your administrator does not allow it.'],
    ['not-allowed', 'Your administrator does not allow it.'],
    ['not-in-directory', 'Your administrator allows only people in your directory and favourites.'],
  ] as const)('say why Baton does not transfer to a number: %s', (code, body) => {
    expect(failureCopy({ ...failure, code }, 'Support line', 'en')).toEqual({
      title: 'Baton does not transfer to this number',
      body,
    });
    expect(failureActions(code)).toEqual(['back']);
  });

  it('say how long ago Plivo accepted the same', () => {
    expect(failureCopy(failure, 'Support line', 'en')).toEqual({
      title: 'Transfer to Maria Alvarez again?',
      body: 'Plivo accepted this transfer 6 s ago.',
    });
    for (const secondsAgo of [0, null]) {
      expect(failureCopy({ ...failure, secondsAgo }, 'Support line', 'en').body).toBe(
        'Plivo accepted this transfer a moment ago.',
      );
    }
  });

  it('say of an emergency number while it is typed that it is dialled from the phone', () => {
    const verdict = { kind: 'not-callable', why: 'emergency' } as const;
    expect(fieldState(verdict)).toEqual({ word: 'Not a number we can call', good: false });
    expect(fieldAdvice(verdict)).toBe('An emergency number: dial it from your phone.');
  });

  it.each([...startErrorCodes, 'internal' as const])('are whole for %s, with a way on', (code) => {
    const { title, body } = failureCopy({ ...failure, code }, 'Support line', 'en');
    expect(title).not.toMatch(/startErrors|\{\{/u);
    expect(body).not.toMatch(/startErrors|\{\{/u);
    expect(failureActions(code).length).toBeGreaterThan(0);
  });
});

describe('ages', () => {
  const now = new Date(2024, 4, 15, 14, 0).getTime();
  const ago = (ms: number) => shortAge(now - ms, now, 'en');
  const minute = 60_000;
  const hour = 60 * minute;

  it('are short on a row', () => {
    expect(ago(20_000)).toBe('Now');
    expect(ago(2 * minute)).toBe('2 min');
    expect(ago(59 * minute)).toBe('59 min');
    expect(ago(hour)).toBe('1 h');
    expect(ago(13.5 * hour)).toBe('13 h');
    expect(ago(20 * hour)).toBe('Yesterday');
    expect(ago(72 * hour)).toBe('May 12');
    expect(shortAge(new Date(2023, 11, 31).getTime(), now, 'en')).toBe('Dec 31, 2023');
  });

  it('count hours across midnight', () => {
    const night = new Date(2024, 4, 15, 1, 0).getTime();
    expect(shortAge(night - 3 * hour, night, 'en')).toBe('3 h');
  });

  it('do not run backwards when the clock was set back', () => {
    expect(ago(-5 * minute)).toBe('Now');
  });

  it('are whole words when spoken', () => {
    expect(spokenAge(now - 2 * minute, now, 'en')).toBe('2 minutes ago');
    expect(spokenAge(now - 20 * hour, now, 'en')).toBe('yesterday');
  });
});

describe('durations', () => {
  it('have one decimal in seconds, never rounded up', () => {
    expect(seconds(640, 'en')).toBe('0.6 s');
    expect(seconds(1990, 'en')).toBe('1.9 s');
    expect(seconds(-5, 'en')).toBe('0.0 s');
  });

  it('of something that has ended are never nothing', () => {
    expect(took(3, 'en')).toBe('0.1 s');
    expect(took(640, 'en')).toBe('0.6 s');
  });

  it('are minutes and seconds on a leg', () => {
    expect(minutesAndSeconds(42_900)).toBe('0:42');
    expect(minutesAndSeconds(3_725_000)).toBe('62:05');
  });
});

describe('people', () => {
  it('have the initials of their first and last word', () => {
    expect(initialsOf('Maria Alvarez')).toBe('MA');
    expect(initialsOf('Maria Luisa Alvarez')).toBe('MA');
    expect(initialsOf('Harbour & Lowe')).toBe('HL');
    expect(initialsOf('reception')).toBe('R');
    expect(initialsOf('—')).toBeNull();
  });

  it('have the same tile colour everywhere', () => {
    expect(tileColour('Maria Alvarez')).toBe(tileColour('Maria Alvarez'));
    expect([1, 2, 3, 4, 5]).toContain(tileColour(''));
  });

  it('come back into the field as something that main reads again', () => {
    expect(fieldTextOf(harbour)).toBe('+44 20 7946 0958');
    const sip = { ...harbour, address: 'sip:maria@example.com', display: 'maria@example.com' };
    expect(fieldTextOf(sip)).toBe('sip:maria@example.com');
  });
});

describe('rows', () => {
  const favourite = { kind: 'favourite', key: 'f', destination: maria, digit: 1 } as const;

  it('have a full name with their key', () => {
    expect(rowName(favourite, idle, 0)).toBe('Maria Alvarez, Billing, +1 415 555 0134. Alt 1');
    expect(rowName(favourite, { ...idle, platform: 'darwin' }, 0)).toContain('⌘ 1');
  });

  it('tell the outcome and age of a recent', () => {
    const row = {
      kind: 'recent',
      key: 'r',
      destination: harbour,
      outcome: 'unknown',
      at: 0,
    } as const;
    expect(rowName(row, idle, 120_000)).toBe('+44 20 7946 0958, Not confirmed, 2 minutes ago');
  });

  it('say of a typed number what is known of it', () => {
    const row = {
      kind: 'address',
      key: 'address',
      destination: harbour,
      knownRange: true,
      withinText: false,
      inField: true,
      nearly: null,
    } as const;
    expect(addressRowNote(row)).toBe('United Kingdom, not in your directory');
    expect(rowName({ ...row, knownRange: false }, idle, 0)).toContain('Not a known number range');
    expect(addressRowNote({ ...row, destination: maria })).toBe(
      'United States, Maria Alvarez, Billing',
    );
  });

  it('mark what matched', () => {
    expect(segmentsOf('Maria', [[0, 2]])).toEqual([
      { text: 'Ma', matched: true },
      { text: 'ria', matched: false },
    ]);
    expect(segmentsOf('Maria', [[3, 99]])).toEqual([{ text: 'Maria', matched: false }]);
  });
});
