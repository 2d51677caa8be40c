import { describe, expect, it } from 'vitest';

import type { CheckedConfig } from '../../../electron/cli/check-config';
import {
  checkUpSchema,
  findingCodes,
  findingSchema,
  findingStates,
  hasRemedy,
} from '../../../electron/contract/doctor';
import type { ConnectionTest } from '../../../electron/contract/manager';
import { reasonCodes } from '../../../electron/contract/transfer';
import { displayFinding, trayFinding } from '../../../electron/doctor/checks/desktop';
import { spaceFinding } from '../../../electron/doctor/checks/disk';
import { journalFinding } from '../../../electron/doctor/checks/journal';
import { keychainFinding } from '../../../electron/doctor/checks/keychain';
import { clockFinding, nodeFinding } from '../../../electron/doctor/checks/node';
import { settingsFinding } from '../../../electron/doctor/checks/settings';
import { versionsFinding } from '../../../electron/doctor/checks/versions';
import type { Verification } from '../../../electron/transfer/journal-verify';
import { languages } from '../../../electron/contract/languages';
import { flatTexts } from '../../support/text-files';

describe('every finding', () => {
  it.each(languages)('has its words in %s, and a remedy unless it is good', (language) => {
    const texts = flatTexts(language, 'doctor');
    for (const code of findingCodes) {
      expect(texts.has(`doctor.findings.${code}.found`), code).toBe(true);
      expect(texts.has(`doctor.findings.${code}.todo`), code).toBe(hasRemedy(code));
    }
  });

  it('of a check-up that there is not yet crosses to the window', () => {
    expect(checkUpSchema.safeParse({ startedAt: 0, running: false, checks: [] }).success).toBe(
      true,
    );
    expect(findingSchema.safeParse({ code: 'disk-room', facts: { secret: 'x' } }).success).toBe(
      false,
    );
  });
});

describe('the keychain', () => {
  it.each([
    [true, 'present', false, 'keychain-present'],
    [true, 'absent', false, 'keychain-absent'],
    [true, 'absent', null, 'keychain-absent'],
    [true, 'absent', true, 'keychain-locked'],
    [false, 'absent', false, 'keychain-unused'],
    [false, 'absent', true, 'keychain-locked'],
    [true, 'locked-or-removed', true, 'keychain-locked'],
    [true, 'locked-or-removed', false, 'keychain-removed'],
    [true, 'locked-or-removed', null, 'keychain-out-of-reach'],
    [true, 'unavailable', null, 'keychain-unavailable'],
    [false, 'unavailable', null, 'keychain-unavailable'],
    [true, 'session', false, 'keychain-session'],
    [true, 'from-file', true, 'keychain-file'],
    [true, 'file-unusable', false, 'keychain-file-unusable'],
  ] as const)(
    '(account: %s, %s, locked: %s) is found to be %s',
    (hasAccount, state, locked, code) => {
      expect(keychainFinding({ hasAccount, state, locked })).toEqual({ code, facts: {} });
    },
  );
});

describe('the desktop', () => {
  it('is told apart by what shows windows', () => {
    const codes = [
      displayFinding({ kind: 'system' }),
      displayFinding({ kind: 'wayland', display: 'wayland-0' }),
      displayFinding({ kind: 'x11', display: ':0', compositor: true }),
      displayFinding({ kind: 'x11', display: ':0', compositor: false }),
      displayFinding({ kind: 'none', display: '' }),
    ].map(({ code }) => code);
    expect(codes).toEqual([
      'display-system',
      'display-wayland',
      'display-x11',
      'display-plain',
      'display-none',
    ]);
  });

  it('without a place for the tray icon is no problem: the shortcut opens Baton', () => {
    for (const reading of ['older', 'none', 'no-bus'] as const) {
      expect(findingStates[trayFinding(reading).code]).toBe('warning');
    }
    expect(findingStates[trayFinding('host').code]).toBe('good');
  });
});

describe('the disk', () => {
  it.each([
    [1e12, 'disk-room'],
    [200 * 1024 * 1024, 'disk-room'],
    [200 * 1024 * 1024 - 1, 'disk-low'],
    [10 * 1024 * 1024, 'disk-low'],
    [10 * 1024 * 1024 - 1, 'disk-full'],
    [0, 'disk-full'],
  ])('with %i bytes is %s', (free, code) => {
    expect(spaceFinding('/data', free)).toEqual({ code, facts: { folder: '/data', free } });
  });
});

describe('the history', () => {
  const intact: Verification = { kind: 'good', attempts: 3, entries: 6, head: null, removed: null };
  const broken: Verification = {
    kind: 'broken',
    row: { seq: 5, attemptId: 'id', fault: 'entry-changed' },
    goodAttempts: 2,
  };
  const find = (verification: Verification, setAside: string | null = null) =>
    journalFinding({ file: '/j', verification, setAside });

  it.each([
    [intact, 'journal-good'],
    [{ kind: 'absent' }, 'journal-none'],
    [broken, 'journal-broken'],
    [{ kind: 'no-chain' }, 'journal-old'],
    [{ kind: 'unreadable', cause: 'no database' }, 'journal-unreadable'],
  ] as const)('%j is %s', (verification, code) => {
    expect(find(verification).code).toBe(code);
  });

  it('names the first broken entry, and how much before it is whole', () => {
    expect(find(broken).facts).toEqual({ file: '/j', attempts: 2, entry: 5 });
  });

  it('that was set aside is told of, unless something worse is', () => {
    expect(find(intact, '/j.unreadable-1')).toEqual({
      code: 'journal-set-aside',
      facts: { file: '/j.unreadable-1', attempts: 3 },
    });
    expect(find(broken, '/j.unreadable-1').code).toBe('journal-broken');
  });
});

describe('the settings files', () => {
  const checked: CheckedConfig = {
    asRoot: false,
    managed: { file: '/etc/c.json', found: true },
    person: { file: '/data/settings.json', found: true },
    errors: [],
    values: [],
    token: 'not-in-this-file',
    kiosk: null,
  };

  it('are good where nothing is wrong, with the administrator’s or without', () => {
    expect(settingsFinding(checked).code).toBe('settings-good');
    const none = { ...checked, managed: { file: '/etc/c.json', found: false } };
    expect(settingsFinding(none).code).toBe('settings-none');
  });

  it('give the first mistake its place, and say how many there are', () => {
    const fault = { file: '/c', line: 3, column: 17, key: 'enforced.regoin', expected: '"region"' };
    const whole = { file: '/s', line: null, column: null, key: null, expected: 'a file' };
    expect(settingsFinding({ ...checked, errors: [fault, whole] })).toEqual({
      code: 'settings-faults',
      facts: {
        file: '/c',
        place: '3:17',
        key: 'enforced.regoin',
        expected: '"region"',
        faults: 2,
      },
    });
    expect(settingsFinding({ ...checked, errors: [whole] }).facts).toEqual({
      file: '/s',
      expected: 'a file',
    });
  });
});

describe('the version', () => {
  it('of the runtime for trials is warned of', () => {
    const parts = { baton: '1', electron: '2', chromium: '3', node: '4', system: 'Linux' };
    expect(versionsFinding({ ...parts, trial: true }).code).toBe('versions-trial');
    expect(versionsFinding({ ...parts, trial: false })).toEqual({
      code: 'versions-released',
      facts: { version: '1', electron: '2', chromium: '3', node: '4', system: 'Linux' },
    });
  });
});

describe('the clock', () => {
  const date = 'Tue, 04 Mar 2025 05:06:07 GMT';
  const at = Date.parse(date);
  it.each([
    [0, 'clock-right', 0],
    [900, 'clock-right', 1],
    [30_000, 'clock-right', 30],
    [-30_000, 'clock-right', -30],
    [31_000, 'clock-off', 31],
    [-3_600_000, 'clock-off', -3600],
  ])('that is %i ms ahead is %s', (ms, code, skew) => {
    expect(clockFinding(date, at + ms)).toEqual({ code, facts: { skew } });
  });

  it.each([null, '', 'yesterday'])('cannot be compared with %j', (text) => {
    expect(clockFinding(text, at).code).toBe('clock-unknown');
  });
});

describe('the answer of the node', () => {
  const named = { lineName: 'Support line', at: 0 };
  const codeOf = (test: ConnectionTest) => nodeFinding(test).code;

  it('that works says how long it took, and not whose line it is', () => {
    const found = nodeFinding({ kind: 'works', tookMs: 12.4, ...named });
    expect(found).toEqual({ code: 'plivo-works', facts: { took: 12 } });
  });

  it.each([
    ['http-401', 401, 'plivo-sign-in'],
    ['http-403', 403, 'plivo-disabled'],
    ['http-404', 404, 'plivo-line'],
    ['http-429', 429, 'plivo-busy'],
    ['http-400', 400, 'plivo-refused'],
    ['http-4xx', 418, 'plivo-refused'],
    ['error-in-2xx', 200, 'plivo-refused'],
  ] as const)('that refuses by %s (%i) is %s', (code, status, found) => {
    const reason = { code, status, plivoReason: 'words of Plivo' };
    expect(nodeFinding({ kind: 'refused', reason, ...named })).toEqual({
      code: found,
      facts: { status },
    });
  });

  it.each([
    [{ code: 'http-5xx', status: 503 }, 'plivo-unclear'],
    [{ code: 'answer-timeout' }, 'plivo-unclear'],
    [{ code: 'lost-after-sending' }, 'plivo-unclear'],
    [{ code: 'connection-lost' }, 'plivo-unreachable'],
    [{ code: 'connect-timeout' }, 'plivo-unreachable'],
  ] as const)('for %j is %s', (reason, found) => {
    expect(codeOf({ kind: 'unreachable', reason, ...named })).toBe(found);
  });

  it('is nobody’s without a sign-in', () => {
    const error = { code: 'token-empty' } as const;
    expect(nodeFinding({ kind: 'no-credentials', error })).toEqual({
      code: 'plivo-no-credentials',
      facts: { cause: 'token-empty' },
    });
  });

  it.each(reasonCodes)('for the reason %s is never good', (code) => {
    for (const kind of ['refused', 'unreachable'] as const) {
      expect(findingStates[codeOf({ kind, reason: { code }, ...named })]).not.toBe('good');
    }
  });
});
