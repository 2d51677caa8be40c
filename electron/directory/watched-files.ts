import { resolve } from 'node:path';

/**
 * The files of the setting `directory.files`, each once, as absolute paths. A relative one is taken
 * from the folder of whoever wrote the setting: that of the administrator's file, else the user-data
 * folder (docs/behaviour.md, "Directory").
 */
export const watchedPaths = (files: readonly string[], folder: string): string[] => [
  ...new Set(files.map((file) => resolve(folder, file))),
];
