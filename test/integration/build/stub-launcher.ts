import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from '../../../build/project.mjs';
import { resolveRuntime } from '../../../build/runtime-resolver.mjs';
import { writeLauncher } from '../../../build/runtime/launcher.mjs';

/**
 * A project in a folder of its own, started by a launcher as Baton is, on the same runtime.
 * The folder's name is awkward for a shell, on purpose.
 */
export async function stubLauncher(): Promise<{
  folder: string;
  file: string;
  remove: () => Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), "baton stub's "));
  await cp(join(import.meta.dirname, 'stub-app'), folder, { recursive: true });
  const runtime = await resolveRuntime({
    project: PROJECT,
    platform: process.platform,
    arch: process.arch,
    env: process.env,
    say: () => {},
  });
  const { file } = await writeLauncher(folder, runtime, process.platform);
  return { folder, file, remove: () => rm(folder, { recursive: true, force: true }) };
}
