import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Baton } from './baton';

/**
 * Gives a second preload script to every page that loads from now on: in the same sandbox and with
 * the same rights as Baton's own. `folder` keeps the script.
 */
export async function addPreload(baton: Baton, folder: string, script: string): Promise<void> {
  const file = join(folder, 'second-preload.cjs');
  writeFileSync(file, script);
  await baton.app.evaluate(({ session }, filePath) => {
    // oxlint-disable-next-line typescript/no-deprecated -- Electron 25 has nothing else
    session.defaultSession.setPreloads([filePath]);
  }, file);
}
