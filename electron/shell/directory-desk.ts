import { resolve } from 'node:path';

import type { SettingsService } from '../config/settings-service';
import type { DirectoryError } from '../contract/directory';
import { err, ok, type Result } from '../contract/result';
import type { CountryNamer } from '../directory/destinations';
import type { DirectoryService } from '../directory/directory-service';
import { destinationOfRow } from '../directory/query';
import type { DirectoryDesk } from '../ipc/handlers';

export interface DirectoryDeskParts {
  readonly directory: DirectoryService;
  readonly settings: Pick<SettingsService, 'current' | 'change'>;
  readonly countryName: CountryNamer;
  /** Folder from which relative files of the setting are taken. */
  readonly folder: () => string;
  /** Asks the person for a file to read; null: they chose none. */
  readonly chooseFile: () => Promise<string | null>;
}

const unavailable = ({ cause }: { readonly cause: string }) =>
  err({ code: 'directory-unavailable', cause } as const);

/** The directory as the manager window asks for it. */
export function openDirectoryDesk(parts: DirectoryDeskParts): DirectoryDesk {
  const { directory, countryName } = parts;
  const sourceOf = (id: string) => directory.summary().sources.find((source) => source.id === id);
  return {
    page: async (request) => {
      const page = await directory.page(request);
      if (!page.ok) return unavailable(page.error);
      const { rows, total } = page.value;
      return ok({ rows: rows.map((row) => destinationOfRow(row, countryName)), total });
    },
    rejected: async (request) => {
      const rejected = await directory.rejected(request);
      if (!rejected.ok) return unavailable(rejected.error);
      return rejected.value === null ? err({ code: 'source-gone' }) : ok(rejected.value);
    },
    choose: async () => {
      const file = await parts.chooseFile();
      return file === null ? ok(null) : await directory.choose(file);
    },
    import: ({ previewId, mapping }) => directory.import(previewId, mapping),
    remove: async (id) =>
      sourceOf(id)?.kind === 'watched' ? await unwatch(parts, id) : await directory.remove(id),
    reload: async (id) => {
      if (sourceOf(id)?.kind === 'imported') {
        const again = await directory.importAgain(id);
        return again.ok ? ok(null) : again;
      }
      await directory.reload();
      const source = sourceOf(id);
      if (source === undefined) return err({ code: 'source-gone' });
      return source.error === null ? ok(null) : err({ code: 'file', error: source.error });
    },
  };
}

/** Takes a file out of those that are watched. */
async function unwatch(
  { directory, settings, folder }: DirectoryDeskParts,
  id: string,
): Promise<Result<null, DirectoryError>> {
  const source = directory.summary().sources.find((one) => one.id === id);
  if (source === undefined) return err({ code: 'source-gone' });
  const { files } = settings.current().settings.directory;
  const rest = files.filter((file) => resolve(folder(), file) !== source.path);
  const changed = await settings.change({ key: 'directory', value: { files: rest } });
  if (changed.ok) return ok(null);
  const cause = 'cause' in changed.error ? changed.error.cause : changed.error.code;
  return err({ code: 'directory-unwritable', cause });
}
