import { describe, expect, it } from 'vitest';

import { builtInSettings } from '../../../electron/config/built-in';
import { mergeLayers } from '../../../electron/config/merge';
import type { DirectorySource } from '../../../electron/contract/directory';
import type { SettingChange, SettingError } from '../../../electron/contract/manager';
import { err, ok } from '../../../electron/contract/result';
import { countryNamer } from '../../../electron/directory/destinations';
import type { DirectoryService } from '../../../electron/directory/directory-service';
import { openDirectoryDesk } from '../../../electron/shell/directory-desk';

const source = (more: Partial<DirectorySource>): DirectorySource => ({
  id: 'a',
  kind: 'watched',
  name: 'a.csv',
  path: '/etc/baton/a.csv',
  entries: 1,
  rejected: 0,
  loadedAt: 1,
  error: null,
  ...more,
});

function desk(
  sources: readonly DirectorySource[],
  service: Partial<DirectoryService> = {},
  refused: SettingError | null = null,
) {
  const calls: string[] = [];
  const changes: SettingChange[] = [];
  const note = <T>(call: string, answer: T) => {
    calls.push(call);
    return Promise.resolve(answer);
  };
  const report = { sourceId: 'i', added: 0, changed: 0, removed: 0, unchanged: 1, rejected: 0 };
  const preview = {
    previewId: 'p',
    name: 'a.csv',
    format: 'csv' as const,
    encoding: 'UTF-8',
    columns: [],
    needsMapping: false,
    rows: 1,
  };
  const directory: DirectoryService = {
    search: () => Promise.reject(new Error('not used here')),
    owner: () => Promise.reject(new Error('not used here')),
    setContext: () => undefined,
    page: () => note('page', ok({ rows: [], total: 0 })),
    rejected: () => note('rejected', ok(null)),
    choose: (path) => note(`choose ${path}`, ok(preview)),
    import: (previewId) => note(`import ${previewId}`, ok(report)),
    importAgain: (id) => note(`import again ${id}`, ok(report)),
    remove: (id) => note(`remove ${id}`, ok(null)),
    reload: () => note('reload', undefined),
    settingsChanged: () => undefined,
    summary: () => ({ ready: true, entries: 1, sources: [...sources] }),
    close: () => Promise.resolve(),
    ...service,
  };
  const files = ['a.csv', '/srv/b.csv'];
  const effective = mergeLayers(
    { enforced: {}, person: { directory: { files } }, defaults: {} },
    builtInSettings,
  );
  let chosen: string | null = '/home/maria/contacts.csv';
  const opened = openDirectoryDesk({
    directory,
    settings: {
      current: () => effective,
      change: (change) => {
        if (change.key !== 'shortcut') changes.push(change);
        return Promise.resolve(refused === null ? ok(null) : err(refused));
      },
    },
    countryName: countryNamer('en'),
    folder: () => '/etc/baton',
    chooseFile: () => Promise.resolve(chosen),
  });
  const chooseNone = () => {
    chosen = null;
  };
  return { opened, calls, changes, chooseNone };
}

describe("the directory's desk", () => {
  it('gives rows as the windows show them, the country in words', async () => {
    const row = {
      name: 'Maria Alvarez',
      address: '+14155550134',
      display: '+1 415 555 0134',
      note: 'Billing',
      country: 'US',
      role: null,
    };
    const { opened } = desk([], { page: () => Promise.resolve(ok({ rows: [row], total: 9 })) });
    expect(await opened.page({ text: '', skip: 0, limit: 1 })).toEqual(
      ok({ rows: [{ ...row, country: 'United States' }], total: 9 }),
    );
  });

  it('reads the file that the person chooses, and nothing where they choose none', async () => {
    const { opened, calls, chooseNone } = desk([]);
    expect(await opened.choose()).toMatchObject({ value: { previewId: 'p' } });
    chooseNone();
    expect(await opened.choose()).toEqual(ok(null));
    expect(calls).toEqual(['choose /home/maria/contacts.csv']);
  });

  it('reads a watched file again, and says what is wrong with it', async () => {
    const good = desk([source({})]);
    expect(await good.opened.reload('a')).toEqual(ok(null));
    expect(good.calls).toEqual(['reload']);
    const error = { code: 'file-absent' } as const;
    const gone = desk([source({ error })]);
    expect(await gone.opened.reload('a')).toEqual(err({ code: 'file', error }));
    expect(await gone.opened.reload('other')).toEqual(err({ code: 'source-gone' }));
  });

  it('imports an imported file again', async () => {
    const { opened, calls } = desk([source({ id: 'i', kind: 'imported' })]);
    expect(await opened.reload('i')).toEqual(ok(null));
    expect(calls).toEqual(['import again i']);
  });

  it('removes an import from the store, and a watched file from the settings', async () => {
    const imported = desk([source({ id: 'i', kind: 'imported' })]);
    await imported.opened.remove('i');
    expect([imported.calls, imported.changes]).toEqual([['remove i'], []]);
    const watched = desk([source({})]);
    expect(await watched.opened.remove('a')).toEqual(ok(null));
    expect([watched.calls, watched.changes]).toEqual([
      [],
      [{ key: 'directory', value: { files: ['/srv/b.csv'] } }],
    ]);
    const enforced = { code: 'setting-enforced', key: 'directory' } as const;
    expect(await desk([source({})], {}, enforced).opened.remove('a')).toEqual(
      err({ code: 'directory-unwritable', cause: 'setting-enforced' }),
    );
  });

  it('says that a source is gone, and why a thread gave no answer', async () => {
    const request = { sourceId: 'a', skip: 0, limit: 1 };
    expect(await desk([]).opened.rejected(request)).toEqual(err({ code: 'source-gone' }));
    const failed = err({ code: 'thread-failed', cause: 'ended with code 3' } as const);
    const { opened } = desk([], {
      page: () => Promise.resolve(failed),
      rejected: () => Promise.resolve(failed),
    });
    const unavailable = err({ code: 'directory-unavailable', cause: 'ended with code 3' });
    expect(await opened.page({ text: '', skip: 0, limit: 1 })).toEqual(unavailable);
    expect(await opened.rejected(request)).toEqual(unavailable);
  });
});
