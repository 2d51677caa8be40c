import { lstat, readFile, rename } from 'node:fs/promises';

import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';

import {
  columnMappingSchema,
  directoryEntrySchema,
  maxDirectoryEntries,
  rejectedRowSchema,
} from '../../contract/directory';
import { err, ok, type Result } from '../../contract/result';

const importSchema = z.strictObject({
  id: z.string().max(64),
  /** Absolute. A file of the same path is updated in place. */
  path: z.string().max(4096),
  name: z.string().max(300),
  /** What the columns of a table were said to mean; null for other files, and where they say it. */
  mapping: columnMappingSchema.nullable(),
  /** Epoch milliseconds. */
  importedAt: z.number(),
  entries: z.array(directoryEntrySchema).max(maxDirectoryEntries),
  rejected: z.array(rejectedRowSchema).max(1_000_000),
});
/** An imported file as it is stored. */
export type StoredImport = Readonly<z.infer<typeof importSchema>>;

const storeSchema = z.strictObject({
  version: z.literal(1),
  imports: z.array(importSchema).max(200),
});

/** A store that could not be read, and where it lies now. */
export interface SetAside {
  readonly path: string;
  /** What was wrong with it. */
  readonly cause: string;
}

export interface OpenStore {
  readonly imports: readonly StoredImport[];
  readonly setAside: SetAside | null;
}

/** The store can be neither read nor set aside: a write would replace it. */
export interface StoreUnavailable {
  readonly cause: string;
}

const longestCause = 300;

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, longestCause);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.message;
  return code.slice(0, longestCause);
}

/** Where a fault of the store is, without anything of what it holds. */
function faultOf(error: z.ZodError): string {
  const [issue] = error.issues;
  return `unexpected content at ${issue?.path.join('.') ?? 'the beginning'}`.slice(0, longestCause);
}

/** The stored imports; fails where the store cannot be read, and leaves it as it is. */
export async function readStore(file: string): Promise<Result<readonly StoredImport[], string>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    return causeOf(error) === 'ENOENT' ? ok([]) : err(causeOf(error));
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return err('no JSON');
  }
  const checked = storeSchema.safeParse(content);
  return checked.success ? ok(checked.data.imports) : err(faultOf(checked.error));
}

const exists = (file: string): Promise<boolean> =>
  lstat(file).then(
    () => true,
    () => false,
  );

/** Renames a file to a name with the date in it that nothing has yet; gives that name. */
async function setAside(file: string, at: Date): Promise<string> {
  const stamp = at.toISOString().replaceAll(':', '-').replace('.', '-');
  const named = (suffix: string) =>
    file.replace(/(?:\.json)?$/, `.set-aside-${stamp}${suffix}.json`);
  let aside = named('');
  for (let n = 2; await exists(aside); n += 1) aside = named(`-${String(n)}`);
  await rename(file, aside);
  return aside;
}

/**
 * Reads the stored imports. A store that cannot be read is renamed with its date, never deleted.
 * @param now epoch milliseconds.
 */
export async function openStore(
  file: string,
  now: number,
): Promise<Result<OpenStore, StoreUnavailable>> {
  const read = await readStore(file);
  if (read.ok) return ok({ imports: read.value, setAside: null });
  try {
    const path = await setAside(file, new Date(now));
    return ok({ imports: [], setAside: { path, cause: read.error } });
  } catch (error) {
    return err({ cause: causeOf(error) });
  }
}

/** Replaces the store whole; only its owner may read it. */
export async function writeStore(
  file: string,
  imports: readonly StoredImport[],
): Promise<Result<null, StoreUnavailable>> {
  try {
    await writeFileAtomic(file, `${JSON.stringify({ version: 1, imports })}\n`, { mode: 0o600 });
    return ok(null);
  } catch (error) {
    return err({ cause: causeOf(error) });
  }
}
