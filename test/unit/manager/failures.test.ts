import { describe, expect, it } from 'vitest';

import { credentialErrorCodes } from '../../../electron/contract/credentials';
import {
  credentialFailure,
  settingFailure,
  shortcutFailure,
} from '../../../renderer/manager/failures';
import { spoken } from '../../../renderer/manager/widgets/Problem';

describe('an error', () => {
  it('of the keychain has three parts for every code, and its cause where there is one', () => {
    for (const code of credentialErrorCodes) {
      const text = credentialFailure({ code });
      expect(Object.keys(text), code).toEqual(['title', 'body', 'todo']);
      expect(spoken(text), code).not.toMatch(/[{}]|credentials\./u);
    }
    expect(credentialFailure({ code: 'keychain-timeout', cause: 'no answer' }).cause).toBe(
      'Cause: no answer',
    );
  });

  it('of a shortcut names the keys as they are printed', () => {
    const error = { code: 'shortcut-taken', shortcut: 'Control+Alt+B' } as const;
    expect(shortcutFailure(error, 'linux').title).toBe('Ctrl+Alt+B is taken');
    expect(shortcutFailure(error, 'linux').body).toBe(
      'Another program holds it. The old shortcut stays.',
    );
    expect(shortcutFailure({ ...error, code: 'shortcut-invalid' }, 'darwin').title).toBe(
      "⌃⌥B can't be a shortcut",
    );
  });

  it('of a setting says why nothing was changed', () => {
    expect(settingFailure({ code: 'settings-unwritable', cause: 'ENOSPC' }).body).toContain(
      'ENOSPC',
    );
    expect(settingFailure({ code: 'setting-enforced', key: 'lines' }).title).toContain(
      'administrator',
    );
    expect(settingFailure({ code: 'ipc-internal' }).body).toContain('ipc-internal');
  });

  it('of a region names the one that is meant, and else how a region is written', () => {
    const error = { code: 'unknown-region', region: 'UK', near: 'GB' } as const;
    expect(spoken(settingFailure(error))).toBe(
      'UK has no telephone numbers of its own. It is no region, so nothing was changed. Type GB, which is the region that is probably meant.',
    );
    expect(settingFailure({ ...error, region: 'XX', near: null })).toMatchObject({
      title: 'XX has no telephone numbers of its own',
      todo: 'Two letters of a country, such as US or GB.',
    });
  });

  it('is spoken in whole sentences', () => {
    expect(spoken({ title: 'It is so', body: 'It happened.', todo: 'Do it?' })).toBe(
      'It is so. It happened. Do it?',
    );
  });
});
