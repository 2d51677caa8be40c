import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { readArtefactFiles } from '../../../electron/shell/artefact-files';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-artefacts-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}
const refused = (name: string, reason: string, cause?: string) => ({
  ok: false,
  error: { code: 'artefact-file', name, reason, ...(cause === undefined ? {} : { cause }) },
});

describe('the files that a person chose', () => {
  it('are read in their order, in whatever encoding', async () => {
    const text = 'PLIVO_AUTH_ID=é';
    const files = [
      put('collection.json', '{}'),
      put('.env', Buffer.from(`\uFEFF${text}`, 'utf16le')),
      put('old.env', Buffer.from(text, 'latin1')),
      put('empty', ''),
    ];
    expect(await readArtefactFiles(files)).toEqual({ ok: true, value: ['{}', text, text, ''] });
  });

  it('are not read where one is no text, too large, no file or gone, which is named', async () => {
    const good = put('good.json', '{}');
    mkdirSync(join(folder, 'folder'));
    const cases: readonly (readonly [string, object])[] = [
      [put('a.zip', Uint8Array.of(0x50, 0x4b, 3, 4)), refused('a.zip', 'format-unknown')],
      [put('b', Uint8Array.of(0, 0, 0xfe, 0xff, 0, 0)), refused('b', 'encoding-unknown')],
      [put('c', new Uint8Array(8_000_001)), refused('c', 'file-too-large')],
      [join(folder, 'folder'), refused('folder', 'no-plain-file')],
      [join(folder, 'gone'), refused('gone', 'file-absent', 'ENOENT')],
    ];
    for (const [file, error] of cases) {
      expect(await readArtefactFiles([good, file])).toEqual(error);
    }
  });

  it('are ten at most', async () => {
    const file = put('a', '');
    expect((await readArtefactFiles(Array<string>(10).fill(file))).ok).toBe(true);
    expect(await readArtefactFiles(Array<string>(11).fill(file))).toEqual({
      ok: false,
      error: { code: 'too-many-artefacts' },
    });
  });
});
