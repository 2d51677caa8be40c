import { basename } from 'node:path';

import {
  maxDirectoryEntries,
  type ColumnMapping,
  type DirectoryError,
  type DirectoryFileError,
  type ImportPreview,
  type ImportReport,
} from '../../contract/directory';
import { err, ok, type Result } from '../../contract/result';
import { entriesOf, openDirectoryFile, type DirectoryFile } from '../import/directory-file';
import { readNamedFile } from '../import/read-file';
import { sourceId } from '../source-id';
import type { Answer, Question } from './calls';
import { importChanges } from './import-changes';
import { readStore, writeStore, type StoredImport } from './import-store';

const longestName = 300;

/** A file that was read for an import. */
interface FileToImport {
  readonly path: string;
  readonly file: DirectoryFile;
}

const fileError = (error: DirectoryFileError) => err({ code: 'file', error } as const);
const unwritable = (cause: string) => err({ code: 'directory-unwritable', cause } as const);

async function readFileToImport(path: string): Promise<Result<FileToImport, DirectoryFileError>> {
  const bytes = await readNamedFile(path);
  if (!bytes.ok) return bytes;
  const file = openDirectoryFile(basename(path), bytes.value);
  return file.ok ? ok({ path, file: file.value }) : file;
}

/** Imports one file: it is read for the preview, and what was read is what is imported. */
export class FileImport {
  #previewed: FileToImport | null = null;

  async preview({ previewId, path }: Question<'preview'>): Promise<Answer<'preview'>> {
    const read = await readFileToImport(path);
    if (!read.ok) return fileError(read.error);
    this.#previewed = read.value;
    const { name, format, encoding, columns, needsMapping, rows } = read.value.file;
    const preview: ImportPreview = {
      previewId,
      name: name.slice(0, longestName),
      format,
      encoding,
      columns: [...columns],
      needsMapping,
      rows,
    };
    return ok(preview);
  }

  /** Stores what was previewed. */
  async take(question: Question<'import'>): Promise<Answer<'import'>> {
    if (this.#previewed === null) return err({ code: 'preview-gone' });
    return await storeFile(this.#previewed, question.mapping, question);
  }
}

/** Reads an imported file again, with the mapping of before. */
export async function importAgain(
  question: Question<'import-again'>,
): Promise<Answer<'import-again'>> {
  const imports = await readStore(question.store);
  if (!imports.ok) return unwritable(imports.error);
  const stored = imports.value.find(({ id }) => id === question.sourceId);
  if (stored === undefined) return err({ code: 'source-gone' });
  const read = await readFileToImport(stored.path);
  if (!read.ok) return fileError(read.error);
  return await storeFile(read.value, stored.mapping, question);
}

/** Takes an import out of the store. */
export async function removeImport(question: Question<'remove'>): Promise<Answer<'remove'>> {
  const imports = await readStore(question.store);
  if (!imports.ok) return unwritable(imports.error);
  const rest = imports.value.filter(({ id }) => id !== question.sourceId);
  if (rest.length === imports.value.length) return err({ code: 'source-gone' });
  const written = await writeStore(question.store, rest);
  return written.ok ? ok(null) : unwritable(written.error.cause);
}

async function storeFile(
  { path, file }: FileToImport,
  mapping: ColumnMapping | null,
  { store, region, now }: { readonly store: string; readonly region: string; readonly now: number },
): Promise<Result<ImportReport, DirectoryError>> {
  const chosen = file.format === 'csv' ? mapping : null;
  const imports = await readStore(store);
  if (!imports.ok) return unwritable(imports.error);
  const id = sourceId('imported', path);
  const before = imports.value.find((stored) => stored.id === id);
  const others = imports.value.filter((stored) => stored !== before);
  const taken = others.reduce((sum, { entries }) => sum + entries.length, 0);
  const room = Math.max(0, maxDirectoryEntries - taken);
  const read = entriesOf(file, { region, mapping: chosen, room });
  if (!read.ok) return fileError(read.error);
  const imported: StoredImport = {
    id,
    path,
    name: file.name.slice(0, longestName),
    mapping: chosen === null ? null : [...chosen],
    importedAt: now,
    entries: [...read.value.entries],
    rejected: [...read.value.rejected],
  };
  const written = await writeStore(store, [...others, imported]);
  if (!written.ok) return unwritable(written.error.cause);
  const changes = importChanges(before?.entries ?? [], imported.entries);
  return ok({ sourceId: id, ...changes, rejected: imported.rejected.length });
}
