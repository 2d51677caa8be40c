import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { resolveRuntime } from '../../build/runtime-resolver.mjs';
import { writeLauncher } from '../../build/runtime/launcher.mjs';

/** Key that its shortcut ends with, after Control and Alt. */
export const bareKey = 'n';

/**
 * Puts a program of one window and one shortcut into the folder, on the Electron that Baton runs on,
 * and answers its launcher: what Baton is compared with.
 */
export async function makeBareApp(folder: string): Promise<string> {
  const { platform, arch, env } = process;
  const project = resolve(import.meta.dirname, '../..');
  const runtime = await resolveRuntime({ project, platform, arch, env, say: () => undefined });
  const app = join(folder, 'bare-app');
  cpSync(join(import.meta.dirname, 'bare-app'), app, { recursive: true });
  return (await writeLauncher(app, runtime, platform)).file;
}
