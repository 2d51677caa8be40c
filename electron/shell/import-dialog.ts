import { app, dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';

import { t } from './texts';

/** Asks for a file to import into the directory; null where the person chose none. */
export async function chooseDirectoryFile(parent: BrowserWindow | null): Promise<string | null> {
  const options: OpenDialogOptions = {
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
  };
  const { canceled, filePaths } =
    parent === null
      ? await dialog.showOpenDialog(options)
      : await dialog.showOpenDialog(parent, options);
  return canceled ? null : (filePaths[0] ?? null);
}
