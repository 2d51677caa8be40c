import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import { PROJECT } from '../../build/project.mjs';
import { runProgram } from '../../build/run-program.mjs';
import { launcherPath } from './baton';

interface AppImage {
  /** The program inside, as it is mounted. */
  readonly program: string;
  /** What a program in an AppImage finds in its environment. */
  readonly env: Readonly<Record<string, string>>;
  /** The one file that a person has. */
  readonly file: string;
  /** A newer one: it writes the arguments that it is started with. */
  readonly newer: string;
  /** Those arguments, once it was started; null before. */
  startedWith(): readonly string[] | null;
  remove(): void;
}

/**
 * The built project as it lies in an AppImage: a program of its own name with its resources, and
 * the place of new versions among them. There is no mount behind it, only the folder.
 * @param feed where new versions are published; null: nowhere
 */
export async function makeAppImage(feed: string | null): Promise<AppImage> {
  // On the disk of the runtime, so that hard links do.
  mkdirSync(join(PROJECT, '.cache', 'test'), { recursive: true });
  const folder = mkdtempSync(join(PROJECT, '.cache', 'test', 'app-image-'));
  const [, runtime = ''] = /^exec '([^']+)'/m.exec(readFileSync(launcherPath(), 'utf8')) ?? [];
  const mounted = join(folder, 'mounted');
  const copied = await runProgram('cp', ['-al', dirname(runtime), mounted]);
  if (copied.code !== 0) throw new Error(`The runtime could not be copied. ${copied.stderr}`);
  // By another name than Electron's own it is a packaged program.
  const program = join(mounted, 'baton');
  renameSync(join(mounted, 'electron'), program);
  const config = join(mounted, 'resources', 'app-update.yml');
  // Some distributions bring another program's, and it is a hard link.
  rmSync(config, { force: true });
  if (feed !== null) {
    writeFileSync(config, `provider: generic\nurl: ${feed}\nupdaterCacheDirName: baton-updater\n`);
  }
  const file = join(folder, 'Baton.AppImage');
  writeFileSync(file, 'the old one');
  chmodSync(file, 0o755);
  const started = join(folder, 'started');
  return {
    program,
    env: { APPIMAGE: file, APPDIR: mounted },
    file,
    newer: `#!/bin/sh
[ -z "$APPIMAGE_EXIT_AFTER_INSTALL" ] || exit 0
printf '%s\\n' "$@" >'${started}.new' && mv '${started}.new' '${started}'
`,
    startedWith: () =>
      existsSync(started) ? readFileSync(started, 'utf8').trimEnd().split('\n') : null,
    remove: () => {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
