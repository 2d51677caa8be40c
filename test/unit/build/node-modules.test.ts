import { describe, expect, it } from 'vitest';
import { modulesMatchLockfile } from '../../../build/set-up/node-modules.mjs';

const lockfile = {
  packages: {
    '': {},
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/binding-linux': { version: '1.0.0', optional: true },
    'node_modules/binding-windows': { version: '1.0.0', optional: true },
  },
};

const zod = { 'node_modules/zod': { version: '4.6.7' } };
const linux = { 'node_modules/binding-linux': { version: '1.0.0' } };

describe('node modules against the lockfile', () => {
  it('match without the packages of other platforms', () => {
    expect(modulesMatchLockfile(lockfile, { packages: { ...zod, ...linux } })).toBe(true);
  });

  it.each([
    ['a package is missing', { ...linux }],
    ['a version differs', { ...linux, 'node_modules/zod': { version: '4.6.6' } }],
    ['an optional version differs', { ...zod, 'node_modules/binding-linux': { version: '2.0.0' } }],
    [
      'a package is there that was not locked',
      { ...zod, 'node_modules/more': { version: '1.0.0' } },
    ],
    ['nothing is there', {}],
  ])('do not match when %s', (_case, packages) => {
    expect(modulesMatchLockfile(lockfile, { packages })).toBe(false);
  });
});
