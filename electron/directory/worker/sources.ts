import { basename } from 'node:path';

import {
  maxDirectoryEntries,
  type DirectoryEntry,
  type DirectoryFileError,
  type DirectorySource,
  type RejectedRow,
} from '../../contract/directory';
import type { Result } from '../../contract/result';
import { entriesOf, openDirectoryFile } from '../import/directory-file';
import type { DirectoryContent } from '../import/entries';
import { readNamedFile } from '../import/read-file';
import { sourceId } from '../source-id';
import type { Question, SourceFile } from './calls';
import { identityOf } from './import-changes';
import { openStore, type OpenStore, type StoredImport } from './import-store';

/** A source with what was read of it. */
export interface LoadedSource {
  readonly source: DirectorySource;
  readonly entries: readonly DirectoryEntry[];
  readonly rejected: readonly RejectedRow[];
}

/** Gives what was known of a source before; null: nothing. */
export type KnownBefore = (id: string) => Promise<LoadedSource | null>;

const longest = { name: 300, path: 4096 };
const mostSources = 200;

function sourceOf(
  kind: DirectorySource['kind'],
  { id, path }: SourceFile,
  loadedAt: number | null,
  error: DirectoryFileError | null,
  content: DirectoryContent = { entries: [], rejected: [] },
): DirectorySource {
  const name = basename(path).slice(0, longest.name);
  const shown = path.slice(0, longest.path);
  const counts = { entries: content.entries.length, rejected: content.rejected.length };
  return { id, kind, name, path: shown, ...counts, loadedAt, error };
}

async function readWatched(
  { path }: SourceFile,
  region: string,
  imports: readonly StoredImport[],
  room: number,
): Promise<Result<DirectoryContent, DirectoryFileError>> {
  const bytes = await readNamedFile(path);
  if (!bytes.ok) return bytes;
  const file = openDirectoryFile(basename(path), bytes.value);
  if (!file.ok) return file;
  // Whoever imported the same file has said what its columns mean.
  const mapping = imports.find((stored) => stored.path === path)?.mapping ?? null;
  return entriesOf(file.value, { region, mapping, room });
}

async function watchedSource(
  file: SourceFile,
  { region, now }: Question<'load'>,
  imports: readonly StoredImport[],
  before: KnownBefore,
  room: number,
): Promise<LoadedSource> {
  const read = await readWatched(file, region, imports, room);
  if (read.ok) {
    return { ...read.value, source: sourceOf('watched', file, now, null, read.value) };
  }
  // A file that is gone or broken takes nobody with it: the entries of before stay.
  const known = await before(file.id);
  if (known === null) {
    return { source: sourceOf('watched', file, null, read.error), entries: [], rejected: [] };
  }
  return { ...known, source: { ...known.source, error: read.error } };
}

function importedSource(stored: StoredImport): LoadedSource {
  const { entries, rejected, importedAt } = stored;
  return { source: sourceOf('imported', stored, importedAt, null, stored), entries, rejected };
}

/** A store that was set aside or cannot be read is told of as a source that gives nothing. */
function storeFault(
  store: string,
  opened: Result<OpenStore, { cause: string }>,
): DirectorySource | null {
  if (!opened.ok) {
    const error = { code: 'file-unreadable', cause: opened.error.cause } as const;
    return sourceOf('imported', { id: sourceId('imported', store), path: store }, null, error);
  }
  const { setAside } = opened.value;
  if (setAside === null) return null;
  const { path, cause } = setAside;
  const error = { code: 'json-malformed', cause } as const;
  return sourceOf('imported', { id: sourceId('imported', path), path }, null, error);
}

/** One entry for each name and address over all sources, and no more than there is room for. */
export function distinctEntries(sources: readonly LoadedSource[]): DirectoryEntry[] {
  const distinct = new Map<string, DirectoryEntry>();
  for (const entry of sources.flatMap(({ entries }) => entries)) {
    const identity = identityOf(entry);
    if (!distinct.has(identity)) distinct.set(identity, entry);
    if (distinct.size >= maxDirectoryEntries) break;
  }
  return [...distinct.values()];
}

/** Reads every source: what was imported first, then the watched files in the order of the settings. */
export async function loadSources(
  question: Question<'load'>,
  before: KnownBefore,
): Promise<{ readonly sources: LoadedSource[]; readonly fault: DirectorySource | null }> {
  const opened = await openStore(question.store, question.now);
  const imports = opened.ok ? opened.value.imports : [];
  const sources = imports.map(importedSource);
  for (const file of question.files.slice(0, mostSources - sources.length - 1)) {
    const room = maxDirectoryEntries - distinctEntries(sources).length;
    sources.push(await watchedSource(file, question, imports, before, room));
  }
  return { sources, fault: storeFault(question.store, opened) };
}
