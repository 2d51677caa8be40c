import { join } from 'node:path';

import { app, dialog, type BrowserWindow, type SaveDialogOptions } from 'electron';

import type { ExportFormat } from '../contract/history';
import { answered } from './system-dialogs';
import { t } from './texts';

/** Where a file is saved, as the person chooses it in front of a window; null: they chose none. */
async function chooseTarget(
  parent: BrowserWindow | null,
  options: SaveDialogOptions,
): Promise<string | null> {
  const { canceled, filePath } = await answered(
    parent === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(parent, options),
  );
  return canceled || !filePath ? null : filePath;
}

/** Asks for a file to write the settings to, which is called so unless the person says otherwise. */
export async function chooseSettingsFile(
  parent: BrowserWindow | null,
  name: string,
): Promise<string | null> {
  return await chooseTarget(parent, {
    title: t('dialogs.exportSettings.title'),
    buttonLabel: t('dialogs.exportSettings.save'),
    defaultPath: join(app.getPath('documents'), name),
    filters: [{ name: t('dialogs.exportSettings.json'), extensions: ['json', 'jsonc'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
}

/** Asks for a file to write a check-up's report to, which is called so unless the person says otherwise. */
export async function chooseReportFile(
  parent: BrowserWindow | null,
  name: string,
): Promise<string | null> {
  return await chooseTarget(parent, {
    title: t('dialogs.saveReport.title'),
    buttonLabel: t('dialogs.saveReport.save'),
    defaultPath: join(app.getPath('documents'), name),
    filters: [{ name: t('dialogs.saveReport.text'), extensions: ['txt'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
}

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
  return await chooseTarget(parent, {
    title: t('dialogs.exportHistory.title'),
    buttonLabel: t('dialogs.exportHistory.save'),
    defaultPath: join(app.getPath('documents'), name),
    filters: [{ name: t(`dialogs.exportHistory.${format}`), extensions: [format] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
}
