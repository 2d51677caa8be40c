import { describe, expect, it } from 'vitest';

import type { ConfigError } from '../../../electron/config/config-error';
import {
  noManagedConfig,
  type ManagedConfig,
  type ManagedReading,
} from '../../../electron/config/managed-file';
import {
  ManagedSource,
  nextManagedState,
  unreadManagedState,
} from '../../../electron/config/managed-source';
import { err, ok, type Result } from '../../../electron/contract/result';

const authId = 'MAFAKE0EXAMPLE0BATON';
const british: ManagedConfig = { ...noManagedConfig, enforced: { region: 'GB' } };
const german: ManagedConfig = { ...noManagedConfig, enforced: { region: 'DE' } };
const absent: ConfigError = { code: 'config-absent', file: '/c' };
const unreadable: ConfigError = { code: 'config-unreadable', file: '/c', expected: 'x' };

const failures: readonly ConfigError[] = [
  unreadable,
  { code: 'config-unsafe', file: '/c', reason: 'other-owner', expected: 'x' },
  {
    code: 'config-malformed',
    file: '/c',
    faults: [{ line: 1, column: 1, key: null, expected: 'x' }],
  },
];

describe('after the file was read', () => {
  it.each(failures)('the last good content stays in force through $code', (error) => {
    const good = nextManagedState(unreadManagedState, ok(british), true);
    const failed = nextManagedState(good, err(error), true);
    expect(failed).toEqual({ config: british, good: true, problem: { error, kept: true } });
    expect(nextManagedState(failed, err(unreadable), true).config).toBe(british);
    expect(nextManagedState(failed, ok(german), true)).toEqual({
      config: german,
      good: true,
      problem: null,
    });
  });

  it.each(failures)('nothing is in force where it was never good: $code', (error) => {
    expect(nextManagedState(unreadManagedState, err(error), false)).toEqual({
      config: noManagedConfig,
      good: false,
      problem: { error, kept: false },
    });
  });

  it('a file that is gone counts as empty, and its last content is not kept', () => {
    const good = nextManagedState(unreadManagedState, ok(british), false);
    const gone = nextManagedState(good, err(absent), false);
    expect(gone).toEqual({ config: noManagedConfig, good: false, problem: null });
    expect(nextManagedState(gone, err(unreadable), false)).toMatchObject({
      config: noManagedConfig,
      problem: { kept: false },
    });
  });

  it('whoever named it on the command line is told that there is none', () => {
    expect(nextManagedState(unreadManagedState, err(absent), true)).toEqual({
      config: noManagedConfig,
      good: false,
      problem: { error: absent, kept: false },
    });
  });
});

describe('the administrator’s file', () => {
  it('tells of what changed, and of nothing else', () => {
    let reading: Result<ManagedReading, ConfigError> = err(absent);
    const told: string[] = [];
    const source = new ManagedSource({
      read: () => reading,
      named: false,
      changed: ({ config, problem }) => {
        told.push(`${config.enforced.region ?? 'none'} ${problem?.error.code ?? 'good'}`);
      },
      token: (id, token) => {
        told.push(`token ${id} ${token}`);
      },
      noToken: () => {
        told.push('no token');
      },
    });
    const become = (next: Result<ManagedReading, ConfigError>) => {
      told.length = 0;
      reading = next;
      source.look();
      return [...told];
    };
    const credentials = { authId, tokenFile: null };
    const signedIn = { ...british, credentials };

    expect(become(err(absent))).toEqual(['no token']);
    expect(become(ok({ config: british, token: null }))).toEqual(['GB good', 'no token']);
    expect(become(ok({ config: british, token: null }))).toEqual(['no token']);
    expect(become(ok({ config: signedIn, token: 'fake' }))).toEqual([
      'GB good',
      `token ${authId} fake`,
    ]);
    expect(JSON.stringify(source.state)).not.toContain('fake');
    // Unreadable, it may hold a token still.
    expect(become(err(unreadable))).toEqual(['GB config-unreadable']);
    expect(become(ok({ config: signedIn, token: null }))).toEqual(['GB good', 'no token']);
    expect(become(err(absent))).toEqual(['none good', 'no token']);
  });
});
