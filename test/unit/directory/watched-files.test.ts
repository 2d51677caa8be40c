import { describe, expect, it } from 'vitest';

import { watchedPaths } from '../../../electron/directory/watched-files';

describe('the files that are watched', () => {
  it('are taken from the folder of whoever named them, each once', () => {
    expect(watchedPaths(['contacts.csv', '/srv/all.vcf', './contacts.csv'], '/etc/baton')).toEqual([
      '/etc/baton/contacts.csv',
      '/srv/all.vcf',
    ]);
  });
});
