import { extname } from 'node:path';

import { exportText } from '../config/export-file';
import { exportManaged, type ExportFolders } from '../config/export-managed';
import { err, ok } from '../contract/result';
import type { Settings } from '../contract/settings';
import type { Desk } from '../ipc/handlers';

interface Parts {
  readonly settings: () => Settings;
  readonly folders: () => ExportFolders;
  /** Asks the person for a file to write; null: they chose none. */
  readonly chooseFile: (name: string) => Promise<string | null>;
}

/** Saves the settings in force where the person says. */
export function openSettingsExport(parts: Parts): Desk['exportSettings'] {
  return async () => {
    const text = exportManaged(parts.settings(), parts.folders());
    if (!text.ok) {
      const { key, expected } = text.error;
      return err({
        code: 'settings-not-exportable',
        key: key.slice(0, 300),
        expected: expected.slice(0, 1000),
      });
    }
    const chosen = await parts.chooseFile('baton-config.json');
    if (chosen === null) return ok({ kind: 'no-file-chosen' });
    const named = extname(chosen) !== '';
    const file = named ? chosen : `${chosen}.json`;
    // The person was asked about replacing the name that they gave, and about no other.
    const written = await exportText({ file, mayReplace: named }, text.value);
    if (written.ok) return ok({ kind: 'saved', file });
    const { error } = written;
    return err('cause' in error ? { ...error, cause: error.cause.slice(0, 300) } : error);
  };
}
