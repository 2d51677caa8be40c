import { describe, expect, it } from 'vitest';

import type { UpdateState } from '../../../electron/contract/updates';
import { restartFailure, updateSentence } from '../../../renderer/manager/about/update-words';

const at = new Date(2026, 4, 6, 14, 31).getTime();
const sentence = (state: UpdateState) => updateSentence(state, at + 1000, 'en');

describe('where the updates stand', () => {
  it.each([
    [{ kind: 'off' }, 'Baton looks for no new versions.'],
    [{ kind: 'checking' }, 'Looking for a new version…'],
    [{ kind: 'current', at }, /^This is the newest version\. Looked at 2:31\sPM\.$/],
    [{ kind: 'downloading', version: '1.2.0' }, 'Version 1.2.0 is on its way…'],
    [{ kind: 'ready', version: '1.2.0' }, /^Version 1\.2\.0 is ready\./],
    [{ kind: 'failed', cause: 'net::ERR_FAILED', at }, /gave no answer \(.?net::ERR_FAILED.?\)/],
    [{ kind: 'unavailable', why: 'kiosk' }, 'A kiosk does not update itself.'],
    [{ kind: 'unavailable', why: 'development' }, /runs from its sources/],
    [{ kind: 'unavailable', why: 'installed-otherwise' }, /your administrator or the package/],
    [{ kind: 'unavailable', why: 'no-feed' }, /names no place/],
  ] as const)('is said of %j', (state, words) => {
    const plain = sentence(state).replaceAll(/[\u2066-\u2069]/g, '');
    expect(plain).toMatch(words);
  });

  it('is said of a restart that was refused, in three parts', () => {
    expect(restartFailure({ code: 'busy' }).title).toBe('A transfer is under way');
    expect(restartFailure({ code: 'nothing-ready' }).title).toBe('No new version is ready');
    expect(restartFailure({ code: 'ipc-internal' }).title).not.toBe('');
  });
});
