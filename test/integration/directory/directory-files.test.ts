import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { namesFor, newFolder, openFixture, whenReady } from './directory-fixture';
import { threadProgram } from './thread-program';

const program = threadProgram();
const table = (...rows: string[]) => `name,number,department\n${rows.join('\n')}\n`;
const maria = 'Maria Alvarez,+14155550134,Billing';
const bo = 'Bo Nilsen,+14155550135,Sales';

describe('watched files of the directory', () => {
  const watching = (folder: string) =>
    openFixture({ program: program(), folder, files: (of) => [join(of, 'contacts.csv')] });

  it('are read at the start', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'contacts.csv'), table(maria, 'Nobody,12,', bo));
    const opened = watching(folder);
    await whenReady(opened);
    expect(opened.directory.summary()).toMatchObject({
      entries: 2,
      sources: [{ kind: 'watched', name: 'contacts.csv', entries: 2, rejected: 1, error: null }],
    });
    expect(await namesFor(opened, 'mraia')).toEqual(['Maria Alvarez']);
    const [source] = opened.directory.summary().sources;
    const rejected = { sourceId: source?.id ?? '', skip: 0, limit: 10 };
    expect(await opened.directory.rejected(rejected)).toMatchObject({
      value: { rows: [{ line: 3, reason: 'number-too-short' }], total: 1 },
    });
  });

  it('are read again when another file is renamed over them', async () => {
    const folder = newFolder();
    const file = join(folder, 'contacts.csv');
    writeFileSync(file, table(maria));
    const opened = watching(folder);
    await whenReady(opened);
    writeFileSync(`${file}.tmp`, table(maria, bo));
    renameSync(`${file}.tmp`, file);
    await opened.until(() => opened.directory.summary().entries === 2);
    expect(await namesFor(opened, 'nilsen')).toEqual(['Bo Nilsen']);
  });

  it('keep their people when they are deleted, and say that they are gone', async () => {
    const folder = newFolder();
    const file = join(folder, 'contacts.csv');
    writeFileSync(file, table(maria));
    const opened = watching(folder);
    await whenReady(opened);
    rmSync(file);
    await opened.until(() => opened.directory.summary().sources[0]?.error !== null);
    expect(opened.directory.summary()).toMatchObject({
      entries: 1,
      sources: [{ entries: 1, error: { code: 'file-absent', cause: 'ENOENT' } }],
    });
    expect(await namesFor(opened, 'maria')).toEqual(['Maria Alvarez']);
    writeFileSync(file, table(bo));
    await opened.until(() => opened.directory.summary().sources[0]?.error === null);
    expect(await namesFor(opened, 'maria')).toEqual([]);
    expect(await namesFor(opened, 'bo')).toEqual(['Bo Nilsen']);
  });

  it('are found when their folder is mounted late', async () => {
    const folder = newFolder();
    const file = join(folder, 'share', 'contacts.csv');
    const opened = openFixture({ program: program(), folder, files: () => [file] });
    await whenReady(opened);
    expect(opened.directory.summary().sources).toMatchObject([{ error: { code: 'file-absent' } }]);
    mkdirSync(join(folder, 'share'));
    writeFileSync(file, table(maria));
    await opened.until(() => opened.directory.summary().entries === 1);
    expect(await namesFor(opened, 'maria')).toEqual(['Maria Alvarez']);
  });

  it('do not mind what editors leave beside them', async () => {
    const folder = newFolder();
    const file = join(folder, 'contacts.csv');
    writeFileSync(file, table(maria));
    const opened = watching(folder);
    await whenReady(opened);
    const loaded = opened.directory.summary().sources[0]?.loadedAt;
    writeFileSync(join(folder, '.contacts.csv.swp'), 'swap');
    writeFileSync(join(folder, 'contacts.csv~'), table(bo));
    writeFileSync(file, table(maria, bo));
    await opened.until(() => opened.directory.summary().entries === 2);
    expect(opened.directory.summary().sources[0]?.loadedAt).not.toBe(loaded);
  });

  it('are taken from the settings as they change', async () => {
    const folder = newFolder();
    const files = [join(folder, 'a.csv')];
    writeFileSync(join(folder, 'a.csv'), table(maria));
    writeFileSync(join(folder, 'b.csv'), table(bo));
    const opened = openFixture({ program: program(), folder, files: () => files });
    await whenReady(opened);
    files.push(join(folder, 'b.csv'));
    opened.directory.settingsChanged();
    await opened.until(() => opened.directory.summary().entries === 2);
    files.splice(0);
    opened.directory.settingsChanged();
    await opened.until(() => opened.directory.summary().entries === 0);
    expect(opened.directory.summary().sources).toEqual([]);
  });

  it('count somebody once who is in two of them', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'a.csv'), table(maria));
    writeFileSync(join(folder, 'b.csv'), table(maria, bo));
    const paths = ['a.csv', 'b.csv'].map((name) => join(folder, name));
    const opened = openFixture({ program: program(), folder, files: () => paths });
    await whenReady(opened);
    expect(opened.directory.summary()).toMatchObject({
      entries: 2,
      sources: [{ entries: 1 }, { entries: 2 }],
    });
    expect(await namesFor(opened, 'maria')).toEqual(['Maria Alvarez']);
  });
});

describe('imports into the directory', () => {
  it('store what was previewed, readable by its owner alone, and find it after a restart', async () => {
    const folder = newFolder();
    const file = join(folder, 'contacts.csv');
    writeFileSync(file, table(maria, 'Nobody,12,'));
    const opened = openFixture({ program: program(), folder });
    await whenReady(opened);
    const preview = await opened.directory.choose(file);
    expect(preview).toMatchObject({
      value: { name: 'contacts.csv', format: 'csv', rows: 2, needsMapping: false },
    });
    if (!preview.ok) return;
    // What is imported is what the person saw, whatever happens to the file meanwhile.
    rmSync(file);
    const meanings = preview.value.columns.map(({ meaning }) => meaning);
    expect(await opened.directory.import(preview.value.previewId, meanings)).toMatchObject({
      value: { added: 1, changed: 0, removed: 0, unchanged: 0, rejected: 1 },
    });
    expect(await namesFor(opened, 'billing')).toEqual(['Maria Alvarez']);
    expect(statSync(opened.store).mode & 0o777).toBe(0o600);
    const again = openFixture({ program: program(), folder });
    await whenReady(again);
    expect(await namesFor(again, 'maria')).toEqual(['Maria Alvarez']);
    const [source] = again.directory.summary().sources;
    expect(source).toMatchObject({ kind: 'imported', name: 'contacts.csv', rejected: 1 });
  });

  it('take a preview once, and none that another one replaced', async () => {
    const folder = newFolder();
    const file = join(folder, 'contacts.csv');
    writeFileSync(file, table(maria));
    const { directory } = openFixture({ program: program(), folder });
    const first = await directory.choose(file);
    const second = await directory.choose(file);
    if (!first.ok || !second.ok) throw new Error('no preview');
    const gone = { ok: false, error: { code: 'preview-gone' } };
    expect(await directory.import(first.value.previewId, [])).toEqual(gone);
    expect(await directory.import(second.value.previewId, [])).toMatchObject({ ok: true });
    expect(await directory.import(second.value.previewId, [])).toEqual(gone);
  });

  it('take a mapping that the person chose, and keep it for the next time', async () => {
    const folder = newFolder();
    const file = join(folder, 'export.csv');
    writeFileSync(file, 'who;where;x\nMaria Alvarez;desk 4;14155550134\n');
    const opened = openFixture({ program: program(), folder });
    const preview = await opened.directory.choose(file);
    if (!preview.ok) throw new Error('no preview');
    expect(preview.value.needsMapping).toBe(true);
    const { previewId } = preview.value;
    expect(await opened.directory.import(previewId, ['ignore', 'ignore', 'ignore'])).toMatchObject({
      error: { code: 'file', error: { code: 'columns-unknown' } },
    });
    const report = await opened.directory.import(previewId, ['name', 'department', 'number']);
    expect(report).toMatchObject({ value: { added: 1 } });
    writeFileSync(file, 'who;where;x\nMaria Alvarez;desk 5;14155550134\nBo;;14155550135\n');
    const id = report.ok ? report.value.sourceId : '';
    expect(await opened.directory.importAgain(id)).toMatchObject({
      value: { added: 1, changed: 1, removed: 0, unchanged: 0 },
    });
  });

  it('update the file of the same path in place', async () => {
    const folder = newFolder();
    const file = join(folder, 'contacts.csv');
    writeFileSync(file, table(maria, bo, 'Ann Lee,+14155550136,'));
    const opened = openFixture({ program: program(), folder });
    const importNow = async () => {
      const preview = await opened.directory.choose(file);
      if (!preview.ok) throw new Error('no preview');
      const meanings = preview.value.columns.map(({ meaning }) => meaning);
      return await opened.directory.import(preview.value.previewId, meanings);
    };
    await importNow();
    writeFileSync(file, table(maria, 'Bo Nilsen,+14155550135,Claims', 'Cy Orr,+14155550137,'));
    expect(await importNow()).toMatchObject({
      value: { added: 1, changed: 1, removed: 1, unchanged: 1 },
    });
    expect(opened.directory.summary()).toMatchObject({ entries: 3, sources: [{ entries: 3 }] });
    expect(await namesFor(opened, 'ann')).toEqual([]);
    expect(await namesFor(opened, 'claims')).toEqual(['Bo Nilsen']);
  });

  it('can be removed', async () => {
    const folder = newFolder();
    const file = join(folder, 'contacts.csv');
    writeFileSync(file, table(maria));
    const opened = openFixture({ program: program(), folder });
    const preview = await opened.directory.choose(file);
    if (!preview.ok) throw new Error('no preview');
    const report = await opened.directory.import(preview.value.previewId, [
      'name',
      'number',
      'department',
    ]);
    const id = report.ok ? report.value.sourceId : '';
    expect(await opened.directory.remove(id)).toEqual({ ok: true, value: null });
    expect(opened.directory.summary()).toMatchObject({ entries: 0, sources: [] });
    expect(await opened.directory.remove(id)).toMatchObject({ error: { code: 'source-gone' } });
  });

  it.each([
    ['absent', 'file-absent', () => undefined],
    ['a folder', 'no-plain-file', (file: string) => mkdirSync(file)],
    ['empty', 'no-rows', (file: string) => writeFileSync(file, '')],
  ])('refuse a file that is %s', async (_what, code, make) => {
    const folder = newFolder();
    const file = join(folder, 'contacts.csv');
    make(file);
    const { directory } = openFixture({ program: program(), folder });
    expect(await directory.choose(file)).toMatchObject({
      error: { code: 'file', error: { code } },
    });
  });

  it('set a broken store aside, say so, and begin another one', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'directory.json'), '{"version":1,"imports":[{"id":7}]}');
    const file = join(folder, 'contacts.csv');
    writeFileSync(file, table(maria));
    const opened = openFixture({ program: program(), folder });
    await whenReady(opened);
    const aside = readdirSync(folder).find((name) => name.includes('set-aside'));
    expect(aside).toMatch(/^directory\.set-aside-\d{4}-\d\d-\d\dT[\d-]+Z\.json$/);
    const told = opened.directory.summary().sources[0];
    expect(told).toMatchObject({ name: aside, entries: 0, error: { code: 'json-malformed' } });
    const preview = await opened.directory.choose(file);
    if (!preview.ok) throw new Error('no preview');
    await opened.directory.import(preview.value.previewId, ['name', 'number', 'department']);
    expect(opened.directory.summary().sources).toHaveLength(2);
    expect(await opened.directory.remove(told?.id ?? '')).toMatchObject({ ok: true });
    expect(opened.directory.summary().sources).toHaveLength(1);
    expect(readFileSync(join(folder, aside ?? ''), 'utf8')).toContain('"id":7');
  });

  it('say that the store cannot be written, and change nothing', async () => {
    const folder = newFolder();
    const file = join(folder, 'contacts.csv');
    writeFileSync(file, table(maria));
    // A folder of that name stands in the way for root as well.
    mkdirSync(join(folder, 'directory.json'));
    const { directory } = openFixture({ program: program(), folder: join(folder, 'none') });
    chmodSync(folder, 0o700);
    const preview = await directory.choose(file);
    if (!preview.ok) throw new Error('no preview');
    const refused = await directory.import(preview.value.previewId, [
      'name',
      'number',
      'department',
    ]);
    expect(refused).toMatchObject({ error: { code: 'directory-unwritable', cause: 'ENOENT' } });
    rmSync(folder, { recursive: true });
  });
});
