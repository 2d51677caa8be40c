import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { maxDirectoryEntries } from '../../../electron/contract/directory';
import { loadSources } from '../../../electron/directory/worker/sources';
import { withFolder } from '../../support/own-folder';

describe('a directory of 100,000 entries', () => {
  it('takes what there is room for over all sources, and lists the rest as rejected', async () => {
    await withFolder(async (folder) => {
      const store = join(folder, 'directory.json');
      const entries = Array.from({ length: maxDirectoryEntries - 1 }, (_, n) => ({
        name: `Person ${n}`,
        address: `+1415${String(n).padStart(7, '0')}`,
        aliases: [],
        department: null,
        company: null,
        label: null,
        role: null,
      }));
      const imported = { id: 'i', path: '/a.csv', name: 'a.csv', mapping: null, importedAt: 1 };
      const imports = [{ ...imported, entries, rejected: [] }];
      writeFileSync(store, JSON.stringify({ version: 1, imports }));
      const path = join(folder, 'more.csv');
      writeFileSync(path, 'name,number\nAnn,+442079460958\nBo,+442079460959\nCy,+442079460960\n');
      const files = [{ id: 'w', path }];
      const question = { store, files, region: 'US', now: 1 };
      const { sources } = await loadSources(question, () => Promise.resolve(null));
      expect(sources.map(({ source }) => [source.entries, source.rejected])).toEqual([
        [maxDirectoryEntries - 1, 0],
        [1, 2],
      ]);
      expect(sources[1]?.rejected).toMatchObject([
        { line: 3, reason: 'directory-full' },
        { line: 4, reason: 'directory-full' },
      ]);
    });
  });
});
