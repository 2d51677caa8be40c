// electron-builder calls this when Electron lies in the program's folder, and nothing of Baton does.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Empties the folder of resources: some distributions bring another program's there, among it the
 * address that updates would be fetched from. On macOS Electron's own texts lie there too.
 * @param {import('electron-builder').AfterPackContext} context
 */
export default function afterExtract({ appOutDir, electronPlatformName }) {
  if (electronPlatformName === 'darwin') {
    const contents = join(appOutDir, 'Electron.app', 'Contents');
    rmSync(join(contents, 'Resources', 'default_app.asar'), { force: true });
    return;
  }
  const resources = join(appOutDir, 'resources');
  rmSync(resources, { recursive: true, force: true });
  mkdirSync(resources);
}
