import { join } from 'node:path';

import { app, dialog, type BrowserWindow, type SaveDialogOptions } from 'electron';

import type { ExportFormat } from '../contract/history';
import { t } from './texts';

/**
 * Asks for a file to write an export to, in front of a window where there is one.
 * @param name what the file is called unless the person says otherwise; in the documents' folder.
 * @returns its path, or null where the person chose none.
 */
export async function chooseExportFile(
  parent: BrowserWindow | null,
  name: string,
  format: ExportFormat,
): Promise<string | null> {
  const options: SaveDialogOptions = {
    title: t('dialogs.exportHistory.title'),
    buttonLabel: t('dialogs.exportHistory.save'),
    defaultPath: join(app.getPath('documents'), name),
    filters: [{ name: t(`dialogs.exportHistory.${format}`), extensions: [format] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  };
  const { canceled, filePath } =
    parent === null
      ? await dialog.showSaveDialog(options)
      : await dialog.showSaveDialog(parent, options);
  return canceled || !filePath ? null : filePath;
}
