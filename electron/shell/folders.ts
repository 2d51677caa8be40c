import { join } from 'node:path';

/** Where things are: what was built, and what is written at run time. */
export interface Folders {
  readonly preload: string;
  readonly renderer: string;
  readonly icons: string;
  readonly userData: string;
  readonly journal: string;
  /** Imported entries of the directory. */
  readonly directory: string;
  /** Program of the threads that hold the directory. */
  readonly directoryProgram: string;
  /** Program of the threads that carry out commands without a window. */
  readonly workProgram: string;
  readonly log: string;
}

/**
 * @param main folder of the running main script, `dist/main`
 * @param userData Electron's user-data folder
 */
export function foldersOf(main: string, userData: string): Folders {
  return {
    preload: join(main, '../preload/preload.cjs'),
    renderer: join(main, '../renderer'),
    icons: join(main, '../icons'),
    userData,
    journal: join(userData, 'journal.sqlite'),
    directory: join(userData, 'directory.json'),
    directoryProgram: join(main, 'directory-worker.cjs'),
    workProgram: join(main, 'work-thread.cjs'),
    log: join(userData, 'logs', 'baton.log'),
  };
}
