import { describe, expect, it } from 'vitest';

import { builtInSettings } from '../../../electron/config/built-in';
import { checkIds, factNames, type CheckUp, type Facts } from '../../../electron/contract/doctor';
import type { Settings } from '../../../electron/contract/settings';
import { finding } from '../../../electron/doctor/check-up';
import { knownKey } from '../../../electron/doctor/known-keys';
import { privacyOf } from '../../../electron/doctor/private-values';
import { reportText, summaryText } from '../../../electron/doctor/report';
import { redact } from '../../../electron/shell/redact';

const canaries = {
  authId: 'MAFAKE0CANARY0000001',
  phloId: '0c0ffee0-canary-phlo',
  nodeId: 'canary node/1',
  line: 'Canary line',
  lineId: 'canary-id',
  trigger: '+14155550147',
  person: 'Canary Alvarez',
  team: 'Canary team',
  address: 'sip:canary123456789012@phone.plivo.com',
  otherNumber: '+1 (628) 555-0119',
  home: '/srv/homes/canaryhome',
  user: 'canaryuser',
};

const settings: Settings = {
  ...builtInSettings,
  authId: canaries.authId,
  lines: [
    {
      id: canaries.lineId,
      name: canaries.line,
      phloId: canaries.phloId,
      nodeId: canaries.nodeId,
      triggerSource: canaries.trigger,
      role: 'agent',
      numberFormat: 'e164',
      apiBaseUrl: 'https://phlorunner.plivo.com',
    },
  ],
  favourites: [{ name: canaries.person, address: canaries.address, note: canaries.team }],
};

const owner = { home: canaries.home, user: canaries.user };
const redacted = privacyOf(settings, owner, redact);

/** Everything private at once, as it could stand in the words of a system. */
const everything = [
  ...Object.values(canaries),
  'token=fake-token-for-tests-canary',
  '/home/canaryneighbour/x',
  'C:\\Users\\canaryneighbour\\x',
].join(' ; ');

const checkUp = (facts: Facts): CheckUp => ({
  startedAt: Date.parse('2025-03-04T05:06:07Z'),
  running: false,
  checks: checkIds.map((id) => ({ id, status: 'done', finding: finding('disk-low', facts) })),
});

const textual = ['file', 'folder', 'caFile', 'expected', 'cause', 'subject', 'issuer'] as const;

describe('a report', () => {
  it('holds nothing private, whatever the words of the systems were', () => {
    const facts = Object.fromEntries(textual.map((name) => [name, everything]));
    const text = reportText(checkUp({ ...facts, key: 'enforced.canaryKey' }), { redacted });
    expect(text.match(/.*canary.*/gi)).toBeNull();
    for (const number of ['5550147', '555-0119', '628']) expect(text).not.toContain(number);
  });

  it('says of each check its state, its code, what was found and what to do', () => {
    const text = reportText(checkUp({ folder: `${canaries.home}/.config/Baton`, free: 5e7 }), {
      redacted,
    });
    expect(text).toContain('made: 2025-03-04T05:06:07.000Z\n');
    expect(text).toContain(
      [
        '[warning] Disk space (disk-low)',
        "    There is little room left for Baton's folder.",
        '    What to do: Free some disk space.',
        '    Folder: ~/.config/Baton',
        '    Free: 47 MiB',
        '',
      ].join('\n'),
    );
  });

  it('writes every fact that there is, and in one line each', () => {
    const numbers = new Set(['free', 'validUntil', 'skew', 'took', 'status', 'attempts', 'entry']);
    const facts: Facts = Object.fromEntries(
      factNames.map((name) => [name, numbers.has(name) ? 1 : 'one\r\ntwo']),
    );
    const text = reportText(checkUp(facts), { redacted });
    expect(text).not.toContain('\r');
    expect(text.match(/^ {4}/gm)).toHaveLength(checkIds.length * (factNames.length + 2));
  });

  it('is told of a check that has not ended as unknown', () => {
    const running: CheckUp = {
      startedAt: 0,
      running: true,
      checks: [{ id: 'tls', status: 'running' }],
    };
    expect(summaryText(running)).toBe('0 good, 0 warning, 0 bad, 1 unknown');
    expect(reportText(running, { redacted })).toContain('[unknown] Secure connection (running)');
  });
});

describe('the key of a mistake', () => {
  it('is kept where a schema has it, and taken out where somebody made it up', () => {
    expect(knownKey('defaults.lines[1].apiBaseUrl')).toBe('defaults.lines[1].apiBaseUrl');
    expect(knownKey('enforced.network.proxy')).toBe('enforced.network.proxy');
    expect(knownKey('credentials.authTokenFile')).toBe('credentials.authTokenFile');
    expect(knownKey('settings.theme')).toBe('settings.theme');
    expect(knownKey('enforced.Maria Alvarez')).toBe('enforced.…');
    expect(knownKey('enforced.+14155550134')).toBe('enforced.…');
    expect(knownKey('kiosk.482913')).toBe('kiosk.…');
  });
});
