import { app, dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';

import { answered } from './system-dialogs';
import { t } from './texts';

/** The files that the person chooses in front of a window; empty: they chose none. */
async function chooseSources(
  parent: BrowserWindow | null,
  options: OpenDialogOptions,
): Promise<readonly string[]> {
  const { canceled, filePaths } = await answered(
    parent === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(parent, options),
  );
  return canceled ? [] : filePaths;
}

/** Asks for files to read a line or the sign-in from, several at once. */
export async function chooseArtefactFiles(
  parent: BrowserWindow | null,
): Promise<readonly string[]> {
  return await chooseSources(parent, {
    title: t('dialogs.bring.title'),
    buttonLabel: t('dialogs.bring.open'),
    defaultPath: app.getPath('documents'),
    // A `.env` file has no name before its dot, and programs have any.
    filters: [{ name: t('dialogs.importDirectory.all'), extensions: ['*'] }],
    properties: ['openFile', 'multiSelections', 'showHiddenFiles'],
  });
}

/** Asks for a file to import into the directory; null where the person chose none. */
export async function chooseDirectoryFile(parent: BrowserWindow | null): Promise<string | null> {
  const [file = null] = await chooseSources(parent, {
    title: t('dialogs.importDirectory.title'),
    buttonLabel: t('dialogs.importDirectory.open'),
    defaultPath: app.getPath('documents'),
    filters: [
      {
        name: t('dialogs.importDirectory.contacts'),
        extensions: ['csv', 'tsv', 'txt', 'vcf', 'vcard', 'json'],
      },
      { name: t('dialogs.importDirectory.all'), extensions: ['*'] },
    ],
    properties: ['openFile'],
  });
  return file;
}
