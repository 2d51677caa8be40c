import { realpathSync, statSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { basename, dirname, join, normalize, resolve } from 'node:path';

import { watch, type FSWatcher } from 'chokidar';

import { systemErrorCode } from './bounded-file';

/**
 * Which file lies at a path and in which state, in one text: another text means that it was
 * changed, replaced, given other rights, or came or went.
 */
export async function fileIdentity(file: string): Promise<string> {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs, mode, uid } = await lstat(file, { bigint: true });
    return [dev, ino, size, mtimeNs, ctimeNs, mode, uid].join(':');
  } catch (error) {
    return systemErrorCode(error);
  }
}

/** How often is looked and how long something must last, in milliseconds. */
export interface WatchPace {
  /** Between two looks that no event brought about. */
  readonly look: number;
  /** For which a file must be as it is: an editor may still be writing. */
  readonly settle: number;
  /** For which a file must be gone: an editor may be about to put another in its place. */
  readonly gone: number;
}

const usualPace: WatchPace = { look: 5000, settle: 100, gone: 600 };

export interface FileWatch {
  /** Resolves when the system's events arrive; until then it is only looked now and then. */
  readonly ready: Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Watches a file that may be replaced, moved away and back, deleted, or not be there yet, nor its
 * folder. `changed` is called once it has come to rest in another state than `seen`. Beside the
 * system's events it looks by itself from time to time: nothing tells of a file system that is
 * mounted over the folder, and network file systems tell of nothing.
 */
export function watchFile(
  file: string,
  seen: string,
  changed: () => void,
  pace: WatchPace = usualPace,
): FileWatch {
  let reported = seen;
  let latest = seen;
  let timer: NodeJS.Timeout | null = null;
  let closed = false;
  let events = 0;

  const look = async () => {
    const before = events;
    const now = await fileIdentity(file);
    if (closed) return;
    void folders.follow();
    if (now !== latest) {
      latest = now;
      lookIn(now === 'ENOENT' ? pace.gone : pace.settle);
      return;
    }
    // What happened while this looked may not have been seen.
    lookIn(events === before ? pace.look : pace.settle);
    if (now === reported) return;
    reported = now;
    changed();
  };
  const lookIn = (ms: number) => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void look(), ms);
    timer.unref();
  };

  const happened = () => {
    events += 1;
    if (!closed) lookIn(pace.settle);
  };
  const folders = new FolderEvents(file, happened);
  const ready = folders.follow();
  lookIn(pace.settle);

  return {
    ready,
    close: async () => {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      await folders.close();
    },
  };
}

/** The system's events about a file, from the nearest folder above it that there is. */
class FolderEvents {
  readonly #file: string;
  readonly #happened: () => void;
  #watched = '';
  #watcher: FSWatcher | null = null;

  constructor(file: string, happened: () => void) {
    this.#file = file;
    this.#happened = happened;
  }

  /** Watches the folder that is the nearest now; resolves when its events arrive. */
  async follow(): Promise<void> {
    const { folder, next, identity } = nearestFolder(this.#file);
    if (identity === this.#watched) return;
    this.#watched = identity;
    const before = this.#watcher;
    const watcher = watch(folder, {
      depth: 0,
      ignoreInitial: true,
      followSymlinks: false,
      // The folder may be full of other files, and each would be watched.
      ignored: (path) => normalize(path) !== folder && normalize(path) !== next,
    });
    this.#watcher = watcher;
    watcher.on('all', this.#happened);
    // A folder that may not be watched is looked at all the same.
    watcher.on('error', () => undefined);
    await new Promise<void>((done) => {
      watcher.once('ready', done);
    });
    // What happened before the events arrived has brought none.
    this.#happened();
    await before?.close();
  }

  async close(): Promise<void> {
    await this.#watcher?.close();
  }
}

/**
 * The nearest folder above a file that there is, what lies in it on the way to the file, and an
 * identity that is another one where the folder was replaced.
 */
function nearestFolder(file: string) {
  let below = resolve(file);
  for (;;) {
    const above = dirname(below);
    try {
      const folder = realpathSync(above);
      const { dev, ino } = statSync(folder);
      return { folder, next: join(folder, basename(below)), identity: `${folder}:${dev}:${ino}` };
    } catch {
      if (above === below) return { folder: above, next: below, identity: above };
      below = above;
    }
  }
}
