import { describe, expect, it } from 'vitest';

import { parseArguments } from '../../../electron/cli/arguments';
import { builtInSettings } from '../../../electron/config/built-in';
import type { Settings } from '../../../electron/contract/settings';
import { Signal } from '../../../electron/shell/signal';
import { openWelcome, welcomeIsDue } from '../../../electron/shell/welcome';

const optionsOf = (...argv: string[]) => {
  const parsed = parseArguments(argv, '/');
  if (!parsed.ok) throw new Error('not a command line');
  return parsed.value;
};

const line: Settings['lines'][number] = {
  id: 'support',
  name: 'Support line',
  phloId: 'p',
  nodeId: 'n',
  triggerSource: '+14155550100',
  role: 'agent',
  numberFormat: 'e164',
  apiBaseUrl: 'https://phlorunner.plivo.com',
};

describe('the welcome', () => {
  const due = (argv: string[], settings: Partial<Settings> = {}, seen = false) =>
    welcomeIsDue({
      options: optionsOf(...argv),
      settings: { ...builtInSettings, ...settings },
      seen,
    });

  it('is due at the first plain start', () => {
    expect(due([])).toBe(true);
    expect(due(['--user-data-dir=/tmp/x'])).toBe(true);
    expect(due([], { theme: 'dark' })).toBe(true);
  });

  it('is not due a second time', () => {
    expect(due([], {}, true)).toBe(false);
  });

  it('is not due where the command line asks for something', () => {
    for (const option of ['--hidden', '--popup', '--practice', '--to=1', '--line=support']) {
      expect(due([option]), option).toBe(false);
    }
  });

  it('is not due where a line or a sign-in is set up already', () => {
    expect(due([], { lines: [line] })).toBe(false);
    expect(due([], { authId: 'MAFAKE0EXAMPLE0BATON' })).toBe(false);
  });

  /** What the welcome did to the parts of Baton, in order. */
  function open(seen: boolean) {
    const done: string[] = [];
    let isSeen = seen;
    const changes = new Signal();
    changes.listen(() => done.push('changed'));
    const welcome = openWelcome({
      person: {
        welcomeSeen: () => isSeen,
        setWelcomeSeen: () => {
          isSeen = true;
          done.push('seen');
          return Promise.resolve({ ok: true, value: null });
        },
      },
      lines: { choose: (id) => done.push(`line ${id ?? 'none'}`) },
      popup: { open: (text) => done.push(`popup ${text ?? 'empty'}`) },
      manager: { open: (route) => done.push(`manager ${route}`) },
      changes,
    });
    return { welcome, done };
  }
  const plain = { options: optionsOf(), settings: builtInSettings };

  it('is noted as seen when it is shown, and only then', async () => {
    const first = open(false);
    await first.welcome.showAtFirstStart(plain);
    await first.welcome.showAtFirstStart(plain);
    expect(first.done).toEqual(['manager welcome', 'seen']);

    const hidden = open(false);
    await hidden.welcome.showAtFirstStart({ ...plain, options: optionsOf('--hidden') });
    expect(hidden.done).toEqual([]);
  });

  it('lets the person try on the practice line, whatever line is in use', async () => {
    const { welcome, done } = open(true);
    await welcome.try();
    expect(done).toEqual(['line practice', 'changed', 'popup empty']);
  });
});
