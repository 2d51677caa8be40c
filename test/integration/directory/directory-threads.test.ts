import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { madeUpDirectory } from '../../bench/made-up-directory';
import { namesFor, newFolder, openFixture, whenReady } from './directory-fixture';
import { threadProgram } from './thread-program';

const program = threadProgram();

const person = (name: string, address: string, recorded = false) => ({
  name,
  address,
  note: null,
  role: null,
  recorded,
});
const favourite = person('Maria Alvarez', '+14155550134');

/** A thread's program that answers until it is asked for this text, and then dies. */
function mortalProgram(folder: string, source: string): string {
  const file = join(folder, 'mortal.cjs');
  writeFileSync(
    file,
    `const { parentPort } = require('node:worker_threads');
     parentPort.on('message', (message) => {
       if (message.question?.text === 'die') process.exit(3);
     });
     require(${JSON.stringify(source)});`,
  );
  return file;
}

describe('the directory in its threads', () => {
  it('finds favourites before anything has been read', async () => {
    const opened = openFixture({ program: program() });
    opened.directory.setContext({ known: [favourite], uses: [] });
    expect(opened.directory.summary().ready).toBe(false);
    expect(await namesFor(opened, 'mari')).toEqual(['Maria Alvarez']);
  });

  it('needs no thread where there is nothing to read', async () => {
    const opened = openFixture({ program: '/nowhere/program.cjs' });
    await whenReady(opened);
    expect(opened.directory.summary()).toEqual({ ready: true, entries: 0, sources: [] });
    expect(opened.faults).toEqual([]);
    expect(await opened.directory.owner('+14155550134', true)).toEqual({
      owner: null,
      listed: false,
    });
  });

  it('lists a favourite that is in the directory once, with what both know', async () => {
    const folder = newFolder();
    const file = join(folder, 'a.csv');
    writeFileSync(file, 'name,number,department,aliases\nM. Alvarez,+14155550134,Billing,4021\n');
    const opened = openFixture({ program: program(), folder, files: () => [file] });
    opened.directory.setContext({ known: [favourite], uses: [] });
    await whenReady(opened);
    for (const text of ['maria', 'alvarez', '4021', 'billing', '0134']) {
      const found = await opened.directory.search({ text, address: null, limit: 10 });
      expect(found.rows.map(({ person: { name, note } }) => [name, note])).toEqual([
        ['Maria Alvarez', 'Billing'],
      ]);
      expect(found.total).toBe(1);
    }
    const address = '+14155550134';
    expect(await opened.directory.owner(address, true)).toMatchObject({
      owner: { name: 'Maria Alvarez' },
      listed: true,
    });
  });

  it('calls a recent as the directory calls it by now', async () => {
    const folder = newFolder();
    const file = join(folder, 'a.csv');
    writeFileSync(file, 'name,number\nMaria Lopez,+14155550134\n');
    const opened = openFixture({ program: program(), folder, files: () => [file] });
    const recent = person('Maria Alvarez', '+14155550134', true);
    opened.directory.setContext({ known: [recent], uses: [] });
    await whenReady(opened);
    expect(await namesFor(opened, 'maria')).toEqual(['Maria Lopez']);
  });

  it('puts those first whom the agent has used, of those that match as well', async () => {
    const folder = newFolder();
    const file = join(folder, 'a.csv');
    const rows = ['Ann Abel,+14155550101', 'Ann Bell,+14155550102', 'Ann Cole,+14155550103'];
    writeFileSync(file, `name,number\n${rows.join('\n')}\n`);
    const opened = openFixture({ program: program(), folder, files: () => [file] });
    await whenReady(opened);
    opened.directory.setContext({
      known: [],
      uses: [{ address: '+14155550103', count: 4, lastAt: 1_700_000_000_000 }],
    });
    expect(await namesFor(opened, 'ann')).toEqual(['Ann Cole', 'Ann Abel', 'Ann Bell']);
    expect(await namesFor(opened, 'ann bell')).toEqual(['Ann Bell']);
  });

  it('answers from the old entries until the new ones are read', async () => {
    const folder = newFolder();
    const file = join(folder, 'a.json');
    writeFileSync(file, JSON.stringify([{ name: 'Maria Alvarez', number: '+14155550134' }]));
    const opened = openFixture({ program: program(), folder, files: () => [file] });
    await whenReady(opened);
    const people = madeUpDirectory(20_000).map(({ name, address }) =>
      address.startsWith('sip:') ? { name, sip: address } : { name, number: address },
    );
    writeFileSync(file, JSON.stringify([...people, { name: 'Bo Nilsen', number: '+14155550135' }]));
    const reading = opened.directory.reload();
    expect(await namesFor(opened, 'maria alv')).toEqual(['Maria Alvarez']);
    await reading;
    expect(opened.directory.summary().entries).toBeGreaterThan(15_000);
    expect(await namesFor(opened, 'bo nilsen')).toContain('Bo Nilsen');
  });

  it('finds favourites while a thread that died is replaced, and then everybody', async () => {
    const folder = newFolder();
    const file = join(folder, 'a.csv');
    writeFileSync(file, 'name,number\nMarie Curie,+14155550135\n');
    const opened = openFixture({
      program: mortalProgram(folder, program()),
      folder,
      files: () => [file],
    });
    opened.directory.setContext({ known: [favourite], uses: [] });
    await whenReady(opened);
    expect(await namesFor(opened, 'mari')).toEqual(['Maria Alvarez', 'Marie Curie']);
    expect(await namesFor(opened, 'die')).toEqual([]);
    expect(await namesFor(opened, 'mari')).toEqual(['Maria Alvarez']);
    expect(opened.faults).toEqual(['ended with code 3']);
    expect(opened.directory.summary().entries).toBe(1);
    const { loadedAt } = opened.directory.summary().sources[0] ?? {};
    await opened.until(() => opened.directory.summary().sources[0]?.loadedAt !== loadedAt);
    expect(await namesFor(opened, 'mari')).toEqual(['Maria Alvarez', 'Marie Curie']);
  });

  it('keeps what a broken file gave before, however often it is read', async () => {
    const folder = newFolder();
    const file = join(folder, 'a.json');
    writeFileSync(file, JSON.stringify([{ name: 'Maria Alvarez', number: '+14155550134' }]));
    const opened = openFixture({ program: program(), folder, files: () => [file] });
    await whenReady(opened);
    writeFileSync(file, '[{"name": "Maria');
    await opened.directory.reload();
    await opened.directory.reload();
    expect(opened.directory.summary()).toMatchObject({
      entries: 1,
      sources: [{ error: { code: 'json-malformed' } }],
    });
    expect(await namesFor(opened, 'maria')).toEqual(['Maria Alvarez']);
  });

  it('pages through everybody by name, and through those who match', async () => {
    const folder = newFolder();
    const file = join(folder, 'a.csv');
    const names = ['Cy Orr', 'Ann Lee', 'Bo Orr', 'Ann Orr'];
    const rows = names.map((name, n) => `${name},+1415555010${n}`);
    writeFileSync(file, `name,number\n${rows.join('\n')}\n`);
    const opened = openFixture({ program: program(), folder, files: () => [file] });
    await whenReady(opened);
    const page = async (text: string, skip: number, limit: number) => {
      const answer = await opened.directory.page({ text, skip, limit });
      return answer.ok ? [answer.value.rows.map(({ name }) => name), answer.value.total] : null;
    };
    expect(await page('', 0, 3)).toEqual([['Ann Lee', 'Ann Orr', 'Bo Orr'], 4]);
    expect(await page('', 3, 3)).toEqual([['Cy Orr'], 4]);
    expect(await page('orr', 0, 2)).toEqual([['Ann Orr', 'Bo Orr'], 3]);
    expect(await page('orr', 2, 2)).toEqual([['Cy Orr'], 3]);
    const gone = { sourceId: 'nothing', skip: 0, limit: 10 };
    expect(await opened.directory.rejected(gone)).toEqual({ ok: true, value: null });
  });

  it('holds an attempt until a directory that decides about it is read', async () => {
    const folder = newFolder();
    const file = join(folder, 'a.csv');
    writeFileSync(file, 'name,number\nMaria Alvarez,+14155550134\n');
    const opened = openFixture({ program: program(), folder, files: () => [file] });
    const owner = (mustKnow: boolean) => opened.directory.owner('+14155550134', mustKnow);
    expect(await owner(false)).toEqual({ owner: null, listed: null });
    expect(await owner(true)).toMatchObject({ owner: { name: 'Maria Alvarez' }, listed: true });
  });
});
